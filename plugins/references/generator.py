"""The generator that Pelican asks for: a page for each source."""

from typing import Any

from pelican.generators import Generator


class SourceGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes a page for each source, and gives the list of them to the templates."""

    def generate_context(self) -> None:
        """Give templates the tuple `sources`."""
        self.context["sources"] = self.settings["SOURCE_PAGES"]

    def generate_output(self, writer: Any) -> None:
        """Write the pages."""
        template = self.get_template("bron")
        for source in self.settings["SOURCE_PAGES"]:
            writer.write_file(
                source.save_as, template, self.context, relative_urls=True, url=source.url,
                page=source,
            )  # fmt: skip
