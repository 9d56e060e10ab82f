"""What the index holds of some pages, before it is on disk: pages, sections, and the postings of
each field.

The index is written from it and so is the export: what both say is the same by being one. Numbers
count from the first of these pages.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from plugins.search.analysis import Analyser, Places
from plugins.search.fields import HELP_KIND, LAYERS, PAGES, SECTIONS
from plugins.search.text import Page, Text

# So far apart that no phrase runs from one heading into the other.
_APART = 1000


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page as the index keeps it; `words` counts those of the title that say something."""

    url: str
    title: str
    summary: str
    audiences: tuple[str, ...]
    kind: str
    lists_terms: bool
    words: int


@dataclass(frozen=True, slots=True)
class SectionEntry:
    """A section as the index keeps it: the number of its page, and its own within that page.

    `words` counts those of the heading that say something.
    """

    page: int
    number: int
    anchor: str
    heading: str
    words: int


class TermPostings(NamedTuple):
    """The documents that have a term, by number, and its places in each of them."""

    documents: list[int]
    places: list[tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class FieldPostings:
    """The terms of a field, and how many it has in each document."""

    terms: dict[str, TermPostings] = field(default_factory=dict)
    lengths: list[int] = field(default_factory=list)

    def add(self, places: Places, shared: dict[tuple[int, ...], tuple[int, ...]]) -> None:
        """Take the terms of the next document; equal places are one value in `shared`."""
        document = len(self.lengths)
        length = 0
        terms = self.terms
        for term, found in places.items():
            if term not in terms:
                terms[term] = TermPostings([], [])
            own = terms[term]
            own.documents.append(document)
            where = tuple(found)
            own.places.append(shared.setdefault(where, where))
            length += len(where)
        self.lengths.append(length)


@dataclass(frozen=True, slots=True)
class Collection:
    """Pages and sections in order, and the postings of each field of each layer."""

    pages: tuple[PageEntry, ...]
    sections: tuple[SectionEntry, ...]
    fields: Mapping[tuple[str, str], FieldPostings]


def build_collection(pages: Iterable[Page], analyser: Analyser) -> Collection:
    """Analyse these pages."""
    builder = _Builder(analyser)
    for page in pages:
        builder.add(page)
    return Collection(tuple(builder.pages), tuple(builder.sections), builder.fields)


class _Builder:
    def __init__(self, analyser: Analyser) -> None:
        self.analyser = analyser
        self.pages: list[PageEntry] = []
        self.sections: list[SectionEntry] = []
        self.fields = {
            (layer, searched.name): FieldPostings()
            for layer in LAYERS
            for searched in LAYERS[layer]
        }
        self.shared: dict[tuple[int, ...], tuple[int, ...]] = {}

    def add(self, page: Page) -> None:
        """Take the next page with its sections."""
        self._add_page(page)
        for number, texts in enumerate(page.sections):
            self._add_section(page, number, *texts)
        self.pages.append(self._find_entry(page))

    def _find_entry(self, page: Page) -> PageEntry:
        document = page.document
        return PageEntry(
            url=document.url,
            title=document.title,
            summary=document.summary,
            audiences=document.audiences,
            kind=document.kind,
            lists_terms=document.lists_terms,
            words=self.analyser.count_stems(page.title),
        )

    def _add_page(self, page: Page) -> None:
        title = self.analyser.find_places(page.title)
        helps = self.analyser.find_help(title) if page.document.kind == HELP_KIND else {}
        self._post(PAGES, "title", {**title, **helps})
        self._post(PAGES, "summary", self.analyser.find_places(page.summary))
        self._post(PAGES, "glossary", self._find_glossary(page.title, title))

    def _add_section(self, page: Page, number: int, heading: Text, above: Text, text: Text) -> None:
        section = page.document.sections[number]
        words = self.analyser.count_stems(heading)
        entry = SectionEntry(len(self.pages), number, section.anchor, section.heading, words)
        self.sections.append(entry)
        own = self.analyser.find_places(heading)
        higher = self.analyser.find_places(above)
        self._post(SECTIONS, "text", self.analyser.find_places(text))
        self._post(SECTIONS, "heading", _join_places(own, higher))
        self._post(SECTIONS, "glossary", self._find_glossary(heading, own))

    def _find_glossary(self, text: Text, places: Places) -> Places:
        """What a title or heading says besides its own words, in no order."""
        terms = (*self.analyser.find_glossary(places), *self.analyser.find_asked(text))
        return {term: (place,) for place, term in enumerate(terms)}

    def _post(self, layer: str, name: str, places: Places) -> None:
        self.fields[layer, name].add(places, self.shared)


def _join_places(own: Places, higher: Places) -> Places:
    """The terms of a heading, and behind them those of the heading above."""
    joined: dict[str, Sequence[int]] = dict(own)
    for term, places in higher.items():
        joined[term] = (*joined.get(term, ()), *(place + _APART for place in places))
    return joined
