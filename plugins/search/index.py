"""The index of the site and its one ranking: the only file that imports Whoosh.

The words are analysed before Whoosh sees them (dutch.py): it is given lists of terms.
The folder holds pickles: never publish it, never open one that this project did not build.
"""

import math
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import whoosh.index
from whoosh import fields, query, scoring

from plugins.search.document import Document
from plugins.search.dutch import analyse, find_words, normalise


@dataclass(frozen=True, slots=True)
class Field:
    """A searched part of a page: what a hit in it weighs, and how much its length matters."""

    name: str
    boost: float
    b: float


# The body first: most terms stand only there, which keeps the export small.
FIELDS = (
    Field("body", 1.0, 0.75),
    Field("title", 4.0, 0.5),
    Field("headings", 2.0, 0.75),
    Field("summary", 1.5, 0.75),
)
K1 = 1.2
# Python and JavaScript may differ in the last bits of a logarithm; ties must be ties in both.
SCORE_UNIT = 1_000_000


# The terms of each normalised word.
Analyses = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Hit:
    """A page that answers a query."""

    url: str
    title: str
    score: float


@dataclass(frozen=True, slots=True)
class Entry:
    """A page in the statistics; `lengths` has Whoosh's rounded length per field."""

    url: str
    title: str
    summary: str
    audiences: tuple[str, ...]
    kind: str
    lengths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Statistics:
    """All that BM25F needs: `postings[term][field]` is a tuple of (number of page, frequency)."""

    entries: tuple[Entry, ...]
    averages: tuple[float, ...]
    postings: dict[str, tuple[tuple[tuple[int, int], ...], ...]]


def build_index(documents: Iterable[Document], folder: Path) -> Analyses:
    """Make a new index of all documents in `folder`, as one segment; return its words.

    What an earlier build left in `folder` is removed; a folder with anything else is refused.
    """
    _make_empty(folder)
    writer = whoosh.index.create_in(folder, _build_schema()).writer()
    analyses: dict[str, tuple[str, ...]] = {}
    for document in sorted(documents, key=lambda document: document.url):
        writer.add_document(
            url=document.url,
            shown=(document.title, document.summary, document.audiences, document.kind),
            **{name: _find_terms(text, analyses) for name, text in _find_texts(document).items()},
        )
    writer.commit(optimize=True)
    return analyses


def rank_pages(folder: Path, terms: tuple[str, ...]) -> tuple[Hit, ...]:
    """The pages with any of the terms, best first, equal scores by url."""
    clauses = [
        query.Term(field.name, term, boost=field.boost) for term in terms for field in FIELDS
    ]
    b_values = {f"{field.name}_B": field.b for field in FIELDS}
    with _open(folder).searcher(weighting=scoring.BM25F(K1=K1, **b_values)) as searcher:
        # No limit: with one, Whoosh skips pages by an estimate of their scores.
        found = searcher.search(query.Or(clauses), limit=None)
        hits = [Hit(hit["url"], hit["shown"][0], round_score(hit.score)) for hit in found]
    return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.url)))


def round_score(score: float) -> float:
    """A score as both sides compare it; js/search/score.js does the same sum."""
    return math.floor(score * SCORE_UNIT + 0.5) / SCORE_UNIT


def read_statistics(folder: Path) -> Statistics:
    """The numbers behind the ranking, as Whoosh itself holds them."""
    with _open(folder).searcher() as searcher:
        reader = searcher.reader()
        return Statistics(
            entries=tuple(_read_entry(reader, number) for number in range(reader.doc_count_all())),
            averages=tuple(float(searcher.avg_field_length(field.name)) for field in FIELDS),
            postings={term: _read_postings(reader, term) for term in _read_terms(reader)},
        )


def _build_schema() -> Any:
    searched = {field.name: fields.KEYWORD(scorable=True) for field in FIELDS}
    return fields.Schema(url=fields.STORED, shown=fields.STORED, **searched)


def _open(folder: Path) -> Any:
    return whoosh.index.open_dir(folder, readonly=True)


def _make_empty(folder: Path) -> None:
    if folder.exists() and any(folder.iterdir()):
        if not any(folder.glob("_MAIN_*.toc")):
            raise FileExistsError(f"{folder} holds something else than a search index")
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)


def _find_texts(document: Document) -> dict[str, str]:
    """The texts of the searched fields."""
    return {
        "body": document.body,
        "title": document.title,
        "headings": " ".join(document.headings),
        "summary": document.summary,
    }


def _find_terms(text: str, analyses: dict[str, tuple[str, ...]]) -> list[str]:
    """The terms of a text; `analyses` keeps each word from being analysed twice."""
    words = find_words(normalise(text))
    for word in words:
        if word not in analyses:
            analyses[word] = analyse(word)
    return [term for word in words for term in analyses[word]]


def _read_entry(reader: Any, number: int) -> Entry:
    stored = reader.stored_fields(number)
    lengths = tuple(reader.doc_field_length(number, field.name) for field in FIELDS)
    title, summary, audiences, kind = stored["shown"]
    return Entry(stored["url"], title, summary, audiences, kind, lengths)


def _read_terms(reader: Any) -> list[str]:
    found = {text.decode("utf-8") for field in FIELDS for text in reader.lexicon(field.name)}
    return sorted(found)


def _read_postings(reader: Any, term: str) -> tuple[tuple[tuple[int, int], ...], ...]:
    return tuple(tuple(_read_matches(reader, field.name, term)) for field in FIELDS)


def _read_matches(reader: Any, field: str, term: str) -> Iterator[tuple[int, int]]:
    if (field, term) not in reader:
        return
    matcher = reader.postings(field, term)
    while matcher.is_active():
        yield matcher.id(), int(matcher.weight())
        matcher.next()
