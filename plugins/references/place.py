"""Where each source is cited, read from the pages as they are shown."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_MARK = 'class="verwijzing"'
_GROUPS = frozenset({"verwijzingen", "verwijzing-in-zin"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a source is cited: which citation of it on the page this is, from 1, and the title of
    the heading above; empty before the first.
    """

    path: str
    number: int
    section: str
    locator: str


@dataclass(slots=True)
class _Found:
    """A citation while its page is read; the texts come in pieces."""

    key: str
    number: int
    section: list[str]
    locator: list[str] = field(default_factory=list)


def find_places(path: str, html: str) -> tuple[tuple[str, Place], ...]:
    """Return the keys of the sources that the page at `path` cites, each with its place; in the
    order of reading.
    """
    parser = _Parser()
    if _MARK in html:
        parser.feed(html)
    return tuple(
        (found.key, Place(path, found.number, _join(found.section), _join(found.locator)))
        for found in parser.found
    )


def join_places(pages: Iterable[Iterable[tuple[str, Place]]]) -> Mapping[str, tuple[Place, ...]]:
    """Return, by source key, where it is cited, given what stands on each page."""
    places: dict[str, list[Place]] = defaultdict(list)
    for found in pages:
        for key, place in found:
            places[key].append(place)
    return {key: tuple(places[key]) for key in sorted(places)}


def _join(pieces: list[str]) -> str:
    return " ".join("".join(pieces).split())


class _Parser(HTMLParser):
    """Collects citations with their section and locator.

    A text belongs to a locator, or to the heading it stands in; citations are no part of a heading.
    """

    def __init__(self) -> None:
        super().__init__()
        self.found: list[_Found] = []
        self.section: list[str] = []
        self.heading = ""
        self.spans: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        name = values.get("class") or ""
        if tag in _HEADINGS:
            self.heading, self.section = tag, []
        elif tag == "span":
            self.spans.append(name)
        elif tag == "a" and name == "verwijzing":
            key, _, number = (values.get("id") or "").removeprefix("verw-").rpartition("-")
            self.found.append(_Found(key, int(number), self.section))

    def handle_endtag(self, tag: str) -> None:
        if tag == self.heading:
            self.heading = ""
        elif tag == "span" and self.spans:
            self.spans.pop()

    def handle_data(self, data: str) -> None:
        if "vindplaats" in self.spans:
            self.found[-1].locator.append(data)
        elif self.heading and not _GROUPS.intersection(self.spans):
            self.section.append(data)
