"""The Dutch author-year style (after APA 7) as a pybtex style: a template per kind of work."""

import re
from collections.abc import Mapping
from datetime import date
from html import escape
from typing import Any

from pybtex.database import Entry
from pybtex.richtext import HRef, Text
from pybtex.style.formatting import BaseStyle
from pybtex.style.template import Node, join, node, optional, optional_field, sentence, tag
from pybtex.style.template import field as required_field

from plugins.core.dutch import render_date, render_month
from plugins.core.schema import DATE
from plugins.references.label import filed_name, find_authors


@node  # type: ignore[untyped-decorator]  # pybtex has no types
def authors(children: object, context: dict[str, Any]) -> Text:
    """The authors, filed under their last names."""
    people, others = find_authors(context["entry"])
    names = [filed_name(person) for person in people]
    if others:
        return Text(", ".join([*names, "e.a."]))
    return Text(" & ".join(filter(None, [", ".join(names[:-1]), *names[-1:]])))


@node  # type: ignore[untyped-decorator]
def year(children: object, context: dict[str, Any]) -> Text:
    """The year with its letter and, where known, the day: "(2026, 9 april)"."""
    entry = context["entry"]
    text = context["style"].years[entry.key]
    month = entry.fields.get("month", "")
    month = render_month(int(month)) if re.fullmatch("0?[1-9]|1[0-2]", month) else month
    day = " ".join(filter(None, (entry.fields.get("day", ""), month)))
    return Text(f"({text}, {day})" if day else f"({text})")


@node  # type: ignore[untyped-decorator]
def kind(children: object, context: dict[str, Any]) -> Text:
    """The kind and number of a work between brackets: "(Kamerstuk; 28345, nr. 185)"."""
    entry = context["entry"]
    names = ("type",) if entry.type == "article" else ("type", "number")  # there, an issue
    parts = [Text.from_latex(entry.fields[name]) for name in names if name in entry.fields]
    return Text("(", Text("; ").join(parts), ")") if parts else Text()


@node  # type: ignore[untyped-decorator]
def seen_on(children: object, context: dict[str, Any]) -> Text:
    """The day on which an online work was seen."""
    day = context["entry"].fields.get("urldate", "")
    return Text(
        f"Geraadpleegd op {render_date(date.fromisoformat(day))}" if DATE.accepts(day) else ""
    )


@node  # type: ignore[untyped-decorator]
def address(children: object, context: dict[str, Any]) -> Text:
    """The web address as a link."""
    url = context["entry"].fields.get("url", "")
    # pybtex escapes the text of a link, but not its address.
    return Text(HRef(escape(url), url) if url.startswith(("https://", "http://")) else "")


def _either(*names: str) -> list[Node]:
    return [optional[required_field(name)] for name in names]


def _opening(entry: Entry, title: Node) -> list[Node]:
    """Author, year and title; a work without an author starts with its title."""
    if entry.persons.get("author"):
        return [sentence(sep=" ")[authors, year], sentence(sep=" ")[title, kind]]
    return [sentence(sep=" ")[title, kind, year]]


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
        """A work that stands by itself: report, book, letter, motion, web page."""
        places = _either("institution", "publisher", "school", "howpublished", "organization")
        title = tag("em")[required_field("title")]
        return join(sep=" ")[*_opening(entry, title), sentence[places], sentence[seen_on], address]

    def get_article_template(self, entry: Entry) -> Node:
        """An article in a journal: volume and pages after the journal's name."""
        journal = sentence[
            tag("em")[optional_field("journal")],
            join[
                optional[tag("em")[required_field("volume")]],
                optional["(", required_field("number"), ")"],
            ],
            optional[required_field("pages")],
        ]
        return join(sep=" ")[
            *_opening(entry, required_field("title")), journal, sentence[seen_on], address
        ]
