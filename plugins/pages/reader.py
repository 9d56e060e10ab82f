"""The reader of pages that Pelican asks for: it gives what the hub has read and rendered."""

from pathlib import Path
from typing import Any

from pelican.readers import BaseReader

from plugins.pages.address import output_file
from plugins.pages.page import Page


class PageReader(BaseReader):  # type: ignore[misc]  # Pelican has no types
    """Gives Pelican the pages as the hub has read and rendered them."""

    enabled = True
    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Return the body as HTML and the metadata that templates use."""
        path = Path(source_path).relative_to(self.settings["PATH"]).as_posix()
        page = self.settings["PAGES"].get(path)
        if page is None:
            return "", _unreadable(path)
        rendering = self.settings["RENDERINGS"][path]
        overdue = path in self.settings["OVERDUE"]
        return rendering.html, {**_metadata(page), "toc": rendering.headings, "overdue": overdue}


def _metadata(page: Page) -> dict[str, Any]:
    return {
        "title": page.title,
        "summary": page.summary,
        "slug": page.address.strip("/").replace("/", "-") or "start",
        "url": page.address,
        "save_as": output_file(page.address),
        "template": page.template,
        "audiences": page.fields.texts("voor"),
        "kind": page.fields.text("soort"),
        "language": page.language,
        "tab_title": page.fields.text("tabtitel") or page.title,
        "moment": page.moment,
        "found": page.is_found,
        "reviewed": page.date("gecontroleerd"),
        "review_before": page.date("herzien_voor"),
        "written": page,
    }


def _unreadable(path: str) -> dict[str, Any]:
    """Metadata for a page that only a lenient preview can meet: Pelican leaves it out."""
    return {"title": path, "slug": path.replace("/", "-"), "status": "skip"}
