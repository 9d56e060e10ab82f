"""The index of the site: the only file that imports Whoosh.

Two indexes stand in one folder: of pages (title, summary) and of their sections (heading, text);
both also of the words that the glossary adds. The words are analysed before Whoosh sees them.
The folder holds pickles: never publish it, never open one that this project did not build.
"""

import math
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import whoosh.index
from whoosh import analysis, fields, scoring

from plugins.search.analysis import Analyser, Token
from plugins.search.document import Document, Section


@dataclass(frozen=True, slots=True)
class Field:
    """A searched part: what a hit in it weighs, and how much its length matters."""

    name: str
    boost: float
    b: float


# The field weights: a page's fields count for each of its sections.
TITLE = Field("title", 3.2, 0.4)
HEADING = Field("heading", 2.0, 0.2)
PAGE_FIELDS = (
    TITLE,
    Field("summary", 2.4, 1.0),
    Field("glossary", 1.2, 0.0),
)
SECTION_FIELDS = (
    Field("text", 2.0, 0.7),
    HEADING,
    Field("glossary", 0.4, 0.3),
)
PAGES, SECTIONS = "pages", "sections"
LAYERS: Mapping[str, tuple[Field, ...]] = {PAGES: PAGE_FIELDS, SECTIONS: SECTION_FIELDS}
K1 = 1.2
# Python and JavaScript may differ in the last bits of a logarithm; ties must be ties in both.
SCORE_UNIT = 1_000_000
_APART = 1000
# Visitors of a page of this kind may be in danger; its words lead to it first.
HELP_KIND = "hulp"


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


@dataclass(frozen=True, slots=True)
class Posting:
    """One document with a term: how often, Whoosh's rounded length of the field, and where."""

    document: int
    frequency: int
    length: int
    places: tuple[int, ...]


def build_index(documents: Iterable[Document], analyser: Analyser, folder: Path) -> None:
    """Make a new index of all documents in `folder`, each layer as one segment.

    What an earlier build left in `folder` is removed; a folder with anything else is refused.
    """
    _make_empty(folder)
    writers = {name: _create(folder, name).writer() for name in LAYERS}
    for page, document in enumerate(documents):
        writers[PAGES].add_document(
            shown=_render_page(document, analyser), **_find_page_texts(document, analyser)
        )
        for number, section in enumerate(document.sections):
            words = analyser.count_stems(section.heading)
            writers[SECTIONS].add_document(
                shown=(page, number, section.anchor, section.heading, words),
                **_find_section_texts(section, analyser),
            )
    for writer in writers.values():
        writer.commit(optimize=True)


class IndexReader:
    """An open index; close it, or use it in a `with` of contextlib.closing."""

    def __init__(self, folder: Path) -> None:
        self._searchers = {name: _open(folder, name) for name in LAYERS}
        self.pages = tuple(PageEntry(*shown) for shown in self._read_shown(PAGES))
        self.sections = tuple(SectionEntry(*shown) for shown in self._read_shown(SECTIONS))

        self._scores: dict[tuple[str, Field, str], dict[int, float]] = {}
        self._firsts = {
            section.page: place
            for place, section in enumerate(self.sections)
            if section.number == 0
        }

    def find_section(self, page: int, number: int) -> SectionEntry:
        """A section of a page by its number within that page."""
        return self.sections[self._firsts[page] + number]

    def close(self) -> None:
        """Close the files."""
        for searcher in self._searchers.values():
            searcher.close()

    def read_terms(self) -> list[str]:
        """Every term of the index, sorted."""
        return sorted(set().union(*self._terms.values()))

    def read_postings(self, layer: str, field: str, term: str) -> Iterator[Posting]:
        """The documents of a layer with a term in a field, in order."""
        reader = self._searchers[layer].reader()
        if term not in self._terms[layer, field]:
            return
        matcher = reader.postings(field, term)
        while matcher.is_active():
            number = matcher.id()
            places = tuple(matcher.value_as("positions"))
            length = reader.doc_field_length(number, field)
            yield Posting(number, int(matcher.weight()), length, places)
            matcher.next()

    def score(self, layer: str, field: Field, term: str) -> Mapping[int, float]:
        """What a term in a field is worth, per document, without the weight of the field."""
        key = (layer, field, term)
        if key not in self._scores:
            self._scores[key] = self._score(layer, field, term)
        return self._scores[key]

    def _score(self, layer: str, field: Field, term: str) -> dict[int, float]:
        searcher = self._searchers[layer]
        if (field.name, term) not in searcher.reader():
            return {}
        weighting = scoring.BM25F(B=field.b, K1=K1)
        scorer = weighting.scorer(searcher, field.name, term)
        matcher = searcher.reader().postings(field.name, term)
        scores = {}
        while matcher.is_active():
            scores[matcher.id()] = float(scorer.score(matcher))
            matcher.next()
        return scores

    def read_idf(self, layer: str, field: str, term: str) -> float:
        """How telling a term is: more where fewer documents have it."""
        return float(self._searchers[layer].idf(field, term))

    def read_average(self, layer: str, field: str) -> float:
        """The average length of a field, in terms."""
        return float(self._searchers[layer].avg_field_length(field))

    @cached_property
    def _terms(self) -> dict[tuple[str, str], frozenset[str]]:
        """The terms of each field: Whoosh itself takes long to say that it lacks one."""
        return {
            (layer, field.name): frozenset(
                text.decode() for text in searcher.reader().lexicon(field.name)
            )
            for layer, searcher in self._searchers.items()
            for field in LAYERS[layer]
        }

    def _read_shown(self, layer: str) -> list[Any]:
        reader = self._searchers[layer].reader()
        return [reader.stored_fields(number)["shown"] for number in range(reader.doc_count_all())]


def round_score(score: float) -> float:
    """A score as both sides compare it; js/search/score.js does the same sum."""
    return math.floor(score * SCORE_UNIT + 0.5) / SCORE_UNIT


class _Prepared(analysis.Analyzer):  # type: ignore[misc]
    """Takes "3:kind 4:geweld" as the term kind at place 3 and geweld at place 4."""

    def __call__(self, value: str, **options: Any) -> Iterator[Any]:
        token = analysis.Token(positions=True, mode=options.get("mode", ""))
        token.boost, token.stopped = 1.0, False
        for piece in value.split():
            place, _, token.text = piece.partition(":")
            token.pos = int(place)
            yield token


def _create(folder: Path, layer: str) -> Any:
    searched = {field.name: fields.TEXT(analyzer=_Prepared()) for field in LAYERS[layer]}
    schema = fields.Schema(shown=fields.STORED, **searched)
    return whoosh.index.create_in(folder, schema, indexname=layer)


def _open(folder: Path, layer: str) -> Any:
    return whoosh.index.open_dir(folder, indexname=layer, readonly=True).searcher()


def _make_empty(folder: Path) -> None:
    if folder.exists() and any(folder.iterdir()):
        if not any(folder.glob(f"_{PAGES}_*.toc")):
            raise FileExistsError(f"{folder} holds something else than a search index")
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)


def _render_page(document: Document, analyser: Analyser) -> tuple[Any, ...]:
    words = analyser.count_stems(document.title)
    facets = (document.audiences, document.kind)
    return (document.url, document.title, document.summary, *facets, document.lists_terms, words)


def _find_page_texts(document: Document, analyser: Analyser) -> dict[str, str]:
    title = tuple(analyser.find_tokens(document.title))
    helps = analyser.find_help(title) if document.kind == HELP_KIND else ()
    return {
        "title": _render((*title, *helps)),
        "summary": _render(analyser.find_tokens(document.summary)),
        "glossary": _render_glossary(document.title, title, analyser),
    }


def _find_section_texts(section: Section, analyser: Analyser) -> dict[str, str]:
    heading = tuple(analyser.find_tokens(section.heading))
    above = analyser.find_tokens(section.above)
    # Far apart, so that no phrase runs from one heading into the other.
    higher = (Token(token.place + _APART, token.term) for token in above)
    return {
        "text": _render(analyser.find_tokens(section.text)),
        "heading": _render((*heading, *higher)),
        "glossary": _render_glossary(section.heading, heading, analyser),
    }


def _render_glossary(text: str, tokens: Iterable[Token], analyser: Analyser) -> str:
    """What a title or heading says besides its own words."""
    return _render((*analyser.find_glossary(tokens), *analyser.find_asked(text)))


def _render(tokens: Iterable[Token]) -> str:
    return " ".join(f"{token.place}:{token.term}" for token in tokens)
