"""How a generator wants its Markdown: what a citation, a link, an anchor and a figure look like."""

from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.texts import PAGES_A_FOLDER, Section, Text, find_folder, find_name

FIGURE = "meer dan 700 scholen"


@dataclass(frozen=True, slots=True)
class Dialect:
    """`cite` turns a key into a mark; `link` the number of a page and of its section into an
    address; `anchor` holds ``*`` where a heading's id goes.
    """

    cite: Callable[[str], str]
    link: Callable[[int, int], str]
    anchor: str

    def render_points(self, text: Text) -> str:
        """Return the list at the head of a page."""
        return "".join(f"- {sentence} {self.cite(key)}.\n" for sentence, key in text.points)

    def render_sections(self, text: Text, figure: str = FIGURE) -> str:
        """Return what stands below the head of a page; `figure` is how the page shows one."""
        parts = enumerate(text.sections)
        return "\n".join(self._render_section(section, part, figure) for part, section in parts)

    def _render_section(self, section: Section, part: int, figure: str) -> str:
        anchor = self.anchor.replace("*", f"deel-{part}")
        link = f"Lees ook [het stuk]({self.link(*section.link)})."
        items = "".join(f"- {item}\n" for item in section.items)
        return (
            f"## {section.heading} {anchor}\n\n{section.first} {self.cite(section.source)}.\n\n"
            f"{section.second} Het gaat om {figure}. {link}\n\n{items}"
        )


def find_file(number: int) -> str:
    """Return the path of a page, where the overview of a folder is its index."""
    name = "index" if number % PAGES_A_FOLDER == 0 else find_name(number)
    return f"{find_folder(number)}/{name}.md"


def link_file(number: int, part: int) -> str:
    """Return a link to the file of a page from any other."""
    return f"../{find_file(number)}#deel-{part}"
