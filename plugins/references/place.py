"""Where each source is cited, read from the pages as they are shown."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import unescape

# Tags as the renderer writes them. Only these tell where a citation stands; any other stands in a
# text and is left out of it.
_ATTRIBUTES = r'(?: [^\s"=<>]+="[^"]*")*'
_TAG = re.compile(rf"<(?P<end>/?)(?P<name>h[1-6]|span|a)(?P<attributes>{_ATTRIBUTES})>")
_OTHER_TAG = re.compile(rf"</?[a-zA-Z][^\s<>/]*{_ATTRIBUTES}>")
_ATTRIBUTE = re.compile(r' (?P<name>class|id)="(?P<value>[^"]*)"')
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
    reader = _Reader()
    if _MARK in html:
        reader.read(html)
    return tuple(
        (found.key, Place(path, found.number, _join(found.section), _join(found.locator)))
        for found in reader.found
    )


def join_places(pages: Iterable[Iterable[tuple[str, Place]]]) -> Mapping[str, tuple[Place, ...]]:
    """Return, by source key, where it is cited, given what stands on each page."""
    places: dict[str, list[Place]] = defaultdict(list)
    for found in pages:
        for key, place in found:
            places[key].append(place)
    return {key: tuple(places[key]) for key in sorted(places)}


def _join(pieces: list[str]) -> str:
    return " ".join(unescape(_OTHER_TAG.sub("", "".join(pieces))).split())


class _Reader:
    """Collects citations with their section and locator.

    A text belongs to a locator, or to the heading it stands in; citations are no part of a heading.
    """

    def __init__(self) -> None:
        self.found: list[_Found] = []
        self.section: list[str] = []
        self.heading = ""
        self.spans: list[str] = []

    def read(self, html: str) -> None:
        """Read a page from one tag that tells something to the next."""
        position = 0
        for tag in _TAG.finditer(html):
            self._read_text(html[position : tag.start()])
            if tag["end"]:
                self._close(tag["name"])
            else:
                self._open(tag["name"], dict(_ATTRIBUTE.findall(tag["attributes"])))
            position = tag.end()

    def _open(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = attributes.get("class", "")
        if tag == "span":
            self.spans.append(name)
        elif tag != "a":
            self.heading, self.section = tag, []
        elif name == "verwijzing":
            key, _, number = attributes["id"].removeprefix("verw-").rpartition("-")
            self.found.append(_Found(unescape(key), int(number), self.section))

    def _close(self, tag: str) -> None:
        if tag == self.heading:
            self.heading = ""
        elif tag == "span" and self.spans:
            self.spans.pop()

    def _read_text(self, text: str) -> None:
        if "vindplaats" in self.spans:
            self.found[-1].locator.append(text)
        elif self.heading and not _GROUPS.intersection(self.spans):
            self.section.append(text)
