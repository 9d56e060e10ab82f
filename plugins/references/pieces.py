"""The pieces of an entry in a source list, as nodes of pybtex: who, when, what and where."""

import re
from collections.abc import Mapping
from datetime import date
from html import escape
from typing import Any

from pybtex.database import Entry, Person
from pybtex.richtext import HRef, Tag, Text
from pybtex.style.template import Node, join, node

from plugins.core.dutch import render_date, render_month
from plugins.core.schema import DATE
from plugins.references.entry import plain_text
from plugins.references.label import NO_DATE, OTHERS, find_authors, find_designation
from plugins.references.name import filed_name, full_name

_LISTED = 20  # authors; with more, the first 19 and the last
_PLACES = ("institution", "publisher", "school", "organization", "howpublished")
_THESES = {"mastersthesis": "masterscriptie", "phdthesis": "proefschrift", "thesis": "proefschrift"}
_AT_SCHOOL = ("oratie", "masterscriptie", "proefschrift", "scriptie")
_FULL_STOP = re.compile(r"(?<!\.)\.$")  # the style sets its own
_CLOSED = re.compile(r"[.?!…][’”\"']?$")


def _field(context: Mapping[str, Any], name: str) -> Text:
    return Text.from_latex(context["entry"].fields.get(name, "").strip())


def _plain(context: Mapping[str, Any], name: str) -> str:
    return plain_text(context["entry"].fields.get(name, ""))


@node  # type: ignore[untyped-decorator]  # pybtex has no types
def closed(children: list[Node], context: dict[str, Any], sep: str = " ") -> Text:
    """The children with one full stop behind them; none where the text closes itself."""
    text = join(sep)[children].format_data(context)
    return text if not text or _CLOSED.search(str(text)) else text + "."


@node  # type: ignore[untyped-decorator]
def creators(children: object, context: dict[str, Any]) -> Text:
    """The authors, or else the editors, filed under their last names."""
    entry = context["entry"]
    people, others = find_authors(entry)
    names = _list_names(people, others)
    return Text(names, "" if entry.persons.get("author") else f" {_editors(people, others)}")


def _list_names(people: tuple[Person, ...], others: bool) -> str:
    names = [filed_name(person) for person in people]
    if len(names) > _LISTED:
        return f"{', '.join(names[: _LISTED - 1])}, … {names[-1]}"
    # Two names of one part each, such as organisations, need no comma between them.
    comma = "," if len(names) > 2 - others or "," in names[0] else ""
    if others:
        return f"{', '.join(names)}{comma} {OTHERS}"
    return f"{comma} & ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def _editors(people: tuple[Person, ...], others: bool) -> str:
    return "(Reds.)" if others or len(people) > 1 else "(Red.)"


@node  # type: ignore[untyped-decorator]
def when(children: object, context: dict[str, Any]) -> Text:
    """The year with its letter and, where known, the day: "(2026, 9 april)"."""
    year = context["style"].years[context["entry"].key].replace("--", "–")
    month = _plain(context, "month")
    name = render_month(int(month)) if re.fullmatch("0?[1-9]|1[0-2]", month) else month
    day = " ".join(filter(None, (_plain(context, "day"), name)))
    return Text(f"({year}, {day})" if day and not year.startswith(NO_DATE) else f"({year})")


@node  # type: ignore[untyped-decorator]
def title(children: object, context: dict[str, Any], *, slanted: bool = True) -> Text:
    """The title; a description between brackets, for want of a title, stays upright."""
    text = Text.from_latex(_FULL_STOP.sub("", context["entry"].fields.get("title", "").strip()))
    return Tag("em", text) if slanted and not str(text).startswith("[") else text


@node  # type: ignore[untyped-decorator]
def issue(children: object, context: dict[str, Any]) -> Text:
    """Edition, volume and number: "(2e druk, deel 3, nr. 12)"."""
    return _enclose(_find_issue(context))


def _find_issue(context: Mapping[str, Any]) -> list[str]:
    names = {"edition": "{}e druk", "volume": "deel {}", "number": "nr. {}"}
    if find_designation(context["entry"]):
        del names["number"]
    values = ((words, _plain(context, name)) for name, words in names.items())
    return [words.format(text) if text.isdecimal() else text for words, text in values if text]


def _enclose(parts: list[str]) -> Text:
    return Text(f"({', '.join(parts)})" if parts else "")


@node  # type: ignore[untyped-decorator]
def kind(children: object, context: dict[str, Any]) -> Text:
    """What the work is, between brackets: "[Brief]"; nothing where the title says so itself."""
    entry = context["entry"]
    name = _find_kind(entry)
    named = _plain(context, "title").casefold()
    if not name or name.casefold() in named or named.startswith("["):
        return Text()
    school = _find_place(entry) if name.casefold() in _AT_SCHOOL else ""
    if name.casefold().startswith("kamerstuk") and find_designation(entry):
        return Text()
    return Text(f"[{', '.join(filter(None, (name[:1].upper() + name[1:], school)))}]")


def _find_kind(entry: Entry) -> str:
    return plain_text(entry.fields.get("type", "")) or _THESES.get(entry.type, "")


def _find_place(entry: Entry) -> str:
    """Return who published the work, unless that is the author."""
    authors = {filed_name(person) for person in entry.persons.get("author", [])}
    names = (plain_text(entry.fields.get(name, "")) for name in _PLACES)
    return "; ".join(name for name in dict.fromkeys(names) if name and name not in authors)


@node  # type: ignore[untyped-decorator]
def place(children: object, context: dict[str, Any]) -> Text:
    """Who published the work, where that does not stand elsewhere in the entry."""
    entry = context["entry"]
    kind_text = str(kind.format_data(context))
    name = "" if find_designation(entry) else _find_place(entry)
    return Text("" if kind_text.endswith(f", {name}]") else name)


@node  # type: ignore[untyped-decorator]
def link(children: object, context: dict[str, Any]) -> Text:
    """The lasting address, or else the web address after the day on which it was seen."""
    doi = re.sub(
        r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", _plain(context, "doi"), flags=re.I
    )
    if doi:
        return _link(f"https://doi.org/{doi}")
    url, day = context["entry"].fields.get("url", ""), _plain(context, "urldate")
    seen = f"Geraadpleegd op {render_date(date.fromisoformat(day))}" if DATE.accepts(day) else ""
    if not url.startswith(("https://", "http://")):
        return Text(f"{seen}." if seen else "")
    return Text(f"{seen}, van " if seen else "", _link(url))


def _link(url: str) -> Text:
    # pybtex escapes the text of a link, but not its address.
    return Text(HRef(escape(url), url))


@node  # type: ignore[untyped-decorator]
def journal(children: object, context: dict[str, Any]) -> Text:
    """Journal, volume, issue and pages: "*JHV*, *12*(3), 4–9"."""
    number, pages = _field(context, "number"), _field(context, "pages")
    volume = _field(context, "volume")
    where = Text(Tag("em", volume) if volume else "", Text("(", number, ")") if number else "")
    name = _field(context, "journal")
    parts = (Tag("em", name) if name else Text(), where, pages)
    return Text(", ").join([part for part in parts if part])


@node  # type: ignore[untyped-decorator]
def book(children: object, context: dict[str, Any]) -> Text:
    """The book that a chapter stands in: "In P. Smit (Red.), *Boek* (2e druk, pp. 3–9)"."""
    entry = context["entry"]
    editors = tuple(entry.persons.get("editor", [])) if entry.persons.get("author") else ()
    people = tuple(person for person in editors if str(person) != "others")
    names = " & ".join(
        filter(None, [", ".join(map(full_name, people[:-1])), *map(full_name, people[-1:])])
    )
    who = f"{names} {_editors(people, len(people) < len(editors))}, " if people else ""
    pages = str(_field(context, "pages"))
    inside = [
        *_find_issue(context),
        *([f"{'pp.' if '–' in pages else 'p.'} {pages}"] if pages else []),
    ]
    return Text(f"In {who}", Tag("em", _field(context, "booktitle")), " " if inside else "",
                _enclose(inside))  # fmt: skip
