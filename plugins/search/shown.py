"""What answers show of a page: its address, title and headings, and the texts of its sections."""

from dataclasses import dataclass
from typing import Any

from plugins.search.document import Document
from plugins.search.files import encode_file, render

SECTIONS_A_FILE = 16


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A page as the export has it: its row in a file of pages, as JSON, and the files of texts."""

    row: str
    texts: tuple[bytes, ...]


def show_page(document: Document) -> ShownPage:
    """What answers show of a page."""
    texts = [section.text for section in document.sections]
    # Above the first section stands the summary.
    texts[0] = f"{document.summary} {texts[0]}".strip()
    parts = range(0, len(texts), SECTIONS_A_FILE)
    files = (encode_file({"texts": texts[part : part + SECTIONS_A_FILE]}) for part in parts)
    return ShownPage(render(_find_row(document)), tuple(files))


def _find_row(document: Document) -> list[Any]:
    """Address, title, and anchor and heading of each section but the first."""
    sections = [[section.anchor, section.heading] for section in document.sections[1:]]
    return [document.url, document.title, sections]
