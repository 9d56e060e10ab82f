"""The Dutch author-year style, after "De APA-richtlijnen uitgelegd", as a pybtex style: a template
per kind of work.
"""

from collections.abc import Mapping
from typing import Any

from pybtex.database import Entry
from pybtex.richtext import Text
from pybtex.style.formatting import BaseStyle
from pybtex.style.template import Node, join

from plugins.references.label import find_authors, find_designation
from plugins.references.pieces import (
    book,
    closed,
    creators,
    issue,
    journal,
    kind,
    link,
    place,
    title,
    when,
)


def _opening(entry: Entry, *what: Node) -> list[Node]:
    """Author, year and title; a work without an author starts with its title."""
    designation = find_designation(entry)
    if designation:
        return [closed[designation], closed[when], closed[what]]
    if find_authors(entry)[0]:
        return [closed[creators], closed[when], closed[what]]
    return [closed[what], closed[when]]


class DutchStyle(BaseStyle):  # type: ignore[misc]
    """Formats works; `years` holds the year as printed, with its letter, for each key."""

    def __init__(self, years: Mapping[str, str], **options: Any) -> None:
        super().__init__(**options)
        self.years = years

    def render(self, entry: Entry) -> Text:
        """Return one work as rich text."""
        template = getattr(self, f"get_{entry.type}_template", self.get_misc_template)
        data = {"entry": entry, "style": self, "bib_data": None}
        return template(entry).format_data(data)

    def get_misc_template(self, entry: Entry) -> Node:
        """A work that stands by itself: report, book, thesis, letter, motion, law, web page."""
        return join(sep=" ")[*_opening(entry, title, issue, kind), closed[place], link]

    def get_article_template(self, entry: Entry) -> Node:
        """An article in a journal: volume and pages after the journal's name."""
        named = title(slanted=False)
        return join(sep=" ")[*_opening(entry, named, kind), closed[journal], link]

    def get_incollection_template(self, entry: Entry) -> Node:
        """A chapter in a book, or a paper in a volume."""
        named = title(slanted=False)
        return join(sep=" ")[*_opening(entry, named, kind), closed[book], closed[place], link]

    get_inbook_template = get_inproceedings_template = get_incollection_template
