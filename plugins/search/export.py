"""The index as static files, for a browser that looks words up and does one sum.

collection.json is what belongs to the whole collection; it names the folder of this build, with:

    words-N.json   words and phrases, sorted, and what each stands for
    tails-N.json   the site's own words by their last letters, for words spelled wrong at the start
    terms-N.json   per term and field: documents, how often, the field's length
    places-N.json  the same, with the places of each term: for phrases in quotes
    starts-N.json  where files of terms begin, when there are too many to name in collection.json
    pages-N.json   addresses and titles, of the pages that are shown
    texts/N-M.json the texts of sections of page N, for excerpts

Each file names its format; js/search/load.js compares it. docs/search.md has the whole format.
"""

import hashlib
import json
import shutil
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from plugins.search import query, question, rank, table, together
from plugins.search.analysis import MOST_BETWEEN
from plugins.search.collection import Collection, FieldPostings, TermPostings
from plugins.search.document import Document
from plugins.search.dutch import LETTERS, MONTHS, PART_STARTS, PARTICLES
from plugins.search.fields import (
    HEADING,
    K1,
    LAYERS,
    PAGES,
    SCORE_UNIT,
    SECTIONS,
    TITLE,
)
from plugins.search.home import STORIES
from plugins.search.index import round_length
from plugins.search.table import WordTable, is_said, render_entry
from plugins.search.typo import ONE_ERROR, SOUNDS, TWO_ERRORS

# Raise it when the files change in shape; js/search/load.js must say the same number.
FORMAT = 4
WORDS_A_FILE = 120
TAILS_A_FILE = 600
PAGES_A_FILE = 2
SECTIONS_A_FILE = 16
# The numbers in a file of terms; a term with more has a file of its own.
NUMBERS_A_FILE = 900
# A larger collection has larger files, lest the list of files outgrow them.
_MORE_WORDS = 1000
_MORE_NUMBERS = 32
# With more files of terms than this, a query first looks up in which of these parts its terms are.
MOST_STARTS = 1000
_PARTS = 200
# Fields that a phrase may stand in; the glossary's words are in no order.
PHRASE_FIELDS = ((PAGES, "title"), (PAGES, "summary"), (SECTIONS, "text"), (SECTIONS, "heading"))


class _Writer:
    """Writes numbered files into a folder, and takes the digest of them all."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.digest = hashlib.sha256()

    def write(self, name: str, value: Mapping[str, Any]) -> None:
        """Write a file as small as JSON can be."""
        data = encode({"format": FORMAT, **value})
        self.digest.update(name.encode() + data)
        (self.folder / name).write_bytes(data)


def write_export(
    documents: Sequence[Document], collection: Collection, words: WordTable, folder: Path
) -> None:
    """Write the files; those of an earlier build go."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "new" / "texts").mkdir(parents=True)
    writer = _Writer(folder / "new")
    starts = {
        "words": _write_words(writer, words),
        "tails": _write_tails(writer, words),
    }
    terms = _write_terms(writer, collection, words)
    _write_pages(writer, documents)
    whole = _render_collection(collection, words, {**starts, **terms})
    writer.digest.update(encode(whole))
    build = writer.digest.hexdigest()[:12]
    (folder / "new").rename(folder / build)
    (folder / "collection.json").write_bytes(encode({**whole, "build": build}))


def encode(value: Any) -> bytes:
    """A value as JSON, the same bytes for the same value."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def _write_words(writer: _Writer, words: WordTable) -> list[str]:
    """The table in files of neighbouring words; the first word of each.

    A beginning that words of two files share has an entry of its own, "vei*": its completions.
    """
    keys = words.words
    step = WORDS_A_FILE + len(keys) // _MORE_WORDS
    starts = [_shorten(keys, place) for place in range(0, len(keys), step)]
    completions = {
        f"{prefix}*": " ".join(words.find_completions(prefix))
        for prefix in _find_split_prefixes(keys, step)
    }
    ordered = sorted((*keys, *completions))
    places = [bisect_left(ordered, start) for start in starts[1:]]
    for number, (start, end) in enumerate(pairwise((0, *places, len(ordered)))):
        inside = ordered[start:end]
        rows = [
            completions[key] if key in completions else render_entry(key, words.entries[key])
            for key in inside
        ]
        writer.write(f"words-{number}.json", {"words": inside, "entries": rows})
    return starts


def _shorten(keys: Sequence[str], place: int) -> str:
    """The shortest beginning of a key that sets it apart from the one before."""
    if not place:
        return keys[place][:1]
    before, key = keys[place - 1], keys[place]
    return next(key[:end] for end in range(1, len(key) + 1) if key[:end] > before)


def _find_split_prefixes(keys: Sequence[str], step: int) -> set[str]:
    """The beginnings that the last word of a file shares with the first of the next."""
    found = set()
    for place in range(step, len(keys), step):
        before, after = keys[place - 1], keys[place]
        for length in range(table.SHORTEST_PREFIX, min(len(before), len(after)) + 1):
            if before[:length] == after[:length]:
                found.add(after[:length])
    return found


def _write_tails(writer: _Writer, words: WordTable) -> list[str]:
    """The site's own words from back to front, each behind its rank."""
    said = {key[::-1]: entry.rank for key, entry in words.entries.items() if is_said(key, entry)}
    keys = sorted(said)
    step = TAILS_A_FILE + len(keys) // _MORE_WORDS
    for number, place in enumerate(range(0, len(keys), step)):
        rows = [f"{said[key]}{key}" for key in keys[place : place + step]]
        writer.write(f"tails-{number}.json", {"words": rows})
    return [_shorten(keys, place) for place in range(0, len(keys), step)]


def _write_terms(writer: _Writer, collection: Collection, words: WordTable) -> dict[str, Any]:
    """The terms in files of neighbouring ones, one file in memory at a time; how they are found."""
    starts: list[str] = []
    last = ""
    for number, group in enumerate(_group_terms(collection)):
        starts.append(_shorten((last, group[0][0]), 1))
        last = group[-1][0]
        names = {term: words.names[term] for term, _, _ in group if term in words.names}
        terms = {term: numbers for term, numbers, _ in group}
        writer.write(f"terms-{number}.json", {"names": names, "terms": terms})
        writer.write(
            f"places-{number}.json", {"terms": {term: places for term, _, places in group}}
        )
    return _write_starts(writer, starts)


def _write_starts(writer: _Writer, starts: Sequence[str]) -> dict[str, Any]:
    """Where files of terms begin, or, of many, where so many of them do; the rest in files."""
    step = 1 if len(starts) <= MOST_STARTS else -(-len(starts) // _PARTS)
    if step > 1:
        for number, place in enumerate(range(0, len(starts), step)):
            writer.write(f"starts-{number}.json", {"starts": starts[place : place + step]})
    return {"terms": starts[::step], "termFiles": len(starts), "filesAStart": step}


_Row = tuple[str, list[Any], list[Any]]


def _group_terms(collection: Collection) -> Iterator[list[_Row]]:
    group: list[_Row] = []
    size = 0
    most = NUMBERS_A_FILE + len(collection.sections) // _MORE_NUMBERS
    renderer = _TermRenderer(collection)
    for term in collection.find_terms():
        numbers, places = renderer.render(term)
        count = sum(len(column) for columns in numbers for column in columns)
        if group and size + count > most:
            yield group
            group, size = [], 0
        group.append((term, numbers, places))
        size += count
    if group:
        yield group


class _TermRenderer:
    """Renders the numbers of terms; has ready what all of them ask of each document."""

    def __init__(self, collection: Collection) -> None:
        self.pages = [section.page for section in collection.sections]
        self.numbers = [section.number for section in collection.sections]
        # Of titles and headings also the number of words that say something.
        self.said = {
            (PAGES, TITLE.name): [page.words for page in collection.pages],
            (SECTIONS, HEADING.name): [section.words for section in collection.sections],
        }
        self.fields = [
            (place, collection.fields[place], _round_lengths(collection.fields[place]))
            for place in ((layer, field.name) for layer in LAYERS for field in LAYERS[layer])
        ]

    def render(self, term: str) -> tuple[list[Any], list[Any]]:
        """The columns of numbers of each field, and the places in fields for phrases."""
        numbers: list[Any] = []
        places: list[Any] = []
        for place, postings, lengths in self.fields:
            found = postings.terms.get(term)
            numbers.append(self._render_columns(place, found, lengths) if found else ())
            if place in PHRASE_FIELDS:
                places.append(found.places if found else ())
        return _drop_empty(numbers), _drop_empty(places)

    def _render_columns(
        self, place: tuple[str, str], postings: TermPostings, lengths: Sequence[int]
    ) -> list[list[int]]:
        """Steps from page to page, sections, frequencies, lengths: columns compress better."""
        documents = postings.documents
        if place[0] == PAGES:
            columns = [_find_steps(documents)]
        else:
            pages = [*map(self.pages.__getitem__, documents)]
            columns = [_find_steps(pages), [*map(self.numbers.__getitem__, documents)]]
        columns.append([*map(len, postings.places)])
        columns.append([*map(lengths.__getitem__, documents)])
        if place in self.said:
            columns.append([*map(self.said[place].__getitem__, documents)])
        return columns


def _round_lengths(postings: FieldPostings) -> list[int]:
    return [round_length(length) for length in postings.lengths]


def _find_steps(numbers: Sequence[int]) -> list[int]:
    return [*map(int.__sub__, numbers, (0, *numbers))]


def _drop_empty(values: list[Any]) -> list[Any]:
    """A list without the empty ones at its end."""
    while values and not values[-1]:
        values.pop()
    return values


def _write_pages(writer: _Writer, documents: Sequence[Document]) -> None:
    for number in range(0, len(documents), PAGES_A_FILE):
        rows = [_render_page(document) for document in documents[number : number + PAGES_A_FILE]]
        writer.write(f"pages-{number // PAGES_A_FILE}.json", {"pages": rows})
    for number, document in enumerate(documents):
        texts = [section.text for section in document.sections]
        # Above the first section stands the summary.
        texts[0] = f"{document.summary} {texts[0]}".strip()
        for part in range(0, len(texts), SECTIONS_A_FILE):
            value = {"texts": texts[part : part + SECTIONS_A_FILE]}
            writer.write(f"texts/{number}-{part // SECTIONS_A_FILE}.json", value)


def _render_page(document: Document) -> list[Any]:
    """Address, title, and anchor and heading of each section but the first."""
    sections = [[section.anchor, section.heading] for section in document.sections[1:]]
    return [document.url, document.title, sections]


def _render_collection(
    collection: Collection, words: WordTable, starts: Mapping[str, Any]
) -> dict[str, Any]:
    facets = [(page.audiences, page.kind) for page in collection.pages]
    kinds = sorted(set(facets))
    return {
        "format": FORMAT,
        **starts,
        "letters": LETTERS,
        "months": MONTHS,
        "rule": _render_rule(words),
        "ranking": _render_ranking(collection),
        "pagesAFile": PAGES_A_FILE,
        "sectionsAFile": SECTIONS_A_FILE,
        # Who each page is for and what it is: a number per page, into this list.
        "facets": [{"audiences": audiences, "kind": kind} for audiences, kind in kinds],
        "pages": [kinds.index(facet) for facet in facets],
    }


def _render_rule(words: WordTable) -> dict[str, Any]:
    return {
        "mostCharacters": query.MOST_CHARACTERS,
        "mostWords": query.MOST_WORDS,
        "mostJoined": together.MOST_JOINED,
        "mostCorrections": query.MOST_CORRECTIONS,
        "longPrefix": query.LONG_PREFIX,
        "shortestHalf": query.SHORTEST_HALF,
        "links": query.LINKS,
        "weights": question.WEIGHTS,
        "filler": question.FILLER_WEIGHT,
        "asked": question.ASKED_WEIGHT,
        "particles": sorted(PARTICLES),
        "partStarts": sorted(PART_STARTS),
        "mostBetween": MOST_BETWEEN,
        "common": sorted(words.common),
        "stories": STORIES,
        "helps": words.helps,
        "shortWord": query.SHORT_WORD,
        "longestPhrase": words.longest_phrase,
        "shortestPrefix": table.SHORTEST_PREFIX,
        "mostCompleted": table.MOST_COMPLETED,
        "sameStart": words.same_start,
        "sameEnd": table.SAME_END,
        "sounds": SOUNDS,
        "oneError": ONE_ERROR,
        "twoErrors": TWO_ERRORS,
    }


def _render_ranking(collection: Collection) -> dict[str, Any]:
    return {
        "k1": K1,
        "scoreUnit": SCORE_UNIT,
        "definition": rank.DEFINITION,
        "lists": [number for number, page in enumerate(collection.pages) if page.lists_terms],
        "elsewhere": rank.ELSEWHERE,
        "leastCovered": rank.LEAST_COVERED,
        "rare": rank.RARE,
        "cover": rank.COVER,
        "together": rank.TOGETHER,
        "wholeHeading": rank.WHOLE_HEADING,
        "wholeTitle": rank.WHOLE_TITLE,
        "kinds": rank.KINDS,
        "lacking": rank.LACKING,
        "leastImportance": rank.LEAST_IMPORTANCE,
        "mostSections": rank.MOST_SECTIONS,
        "goodSection": rank.GOOD_SECTION,
        PAGES: _render_layer(collection, PAGES, len(collection.pages)),
        SECTIONS: _render_layer(collection, SECTIONS, len(collection.sections)),
    }


def _render_layer(collection: Collection, layer: str, count: int) -> dict[str, Any]:
    fields = [
        {
            "name": field.name,
            "boost": field.boost,
            "b": field.b,
            "average": collection.fields[layer, field.name].average,
        }
        for field in LAYERS[layer]
    ]
    return {"count": count, "fields": fields}
