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
import shutil
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from plugins.core.folder import link_same, remove
from plugins.search import query, question, rank, table, together
from plugins.search.analysis import MOST_BETWEEN
from plugins.search.collection import PageEntry
from plugins.search.dutch import LETTERS, MONTHS, PART_STARTS, PARTICLES
from plugins.search.fields import K1, LAYERS, SCORE_UNIT, SECTIONS
from plugins.search.files import FORMAT, encode, encode_file, render
from plugins.search.home import STORIES
from plugins.search.rows import Row
from plugins.search.segment import Segment, count_documents, find_averages
from plugins.search.shown import SECTIONS_A_FILE, ShownPage
from plugins.search.table import WordTable, is_said
from plugins.search.typo import ONE_ERROR, SOUNDS, TWO_ERRORS

WORDS_A_FILE = 120
TAILS_A_FILE = 600
PAGES_A_FILE = 2
# The numbers in a file of terms; a term with more has a file of its own.
NUMBERS_A_FILE = 900
# A larger collection has larger files, lest the list of files outgrow them.
_MORE_WORDS = 1000
_MORE_NUMBERS = 32
# With more files of terms than this, a query first looks up in which of these parts its terms are.
MOST_STARTS = 1000
_PARTS = 200
_NEW = "new"


class _Writer:
    """Writes numbered files into a folder, and takes the digest of them all.

    A file that is the same `before`, in the folder of an earlier build, is linked: a new one takes
    several times as long.
    """

    def __init__(self, folder: Path, before: Path | None) -> None:
        self.folder = folder
        self.before = before
        self.digest = hashlib.sha256()

    def write(self, name: str, value: Mapping[str, Any]) -> None:
        """Write a file as small as JSON can be."""
        self.write_bytes(name, encode_file(value))

    def write_parts(self, name: str, **parts: str) -> None:
        """Write a file of which each part is JSON already."""
        inside = ",".join(f'"{key}":{part}' for key, part in parts.items())
        self.write_bytes(name, f'{{"format":{FORMAT},{inside}}}'.encode())

    def write_bytes(self, name: str, data: bytes) -> None:
        """Write a file that is finished."""
        self.digest.update(name.encode() + data)
        if not (self.before and link_same(self.before / name, self.folder / name, data)):
            (self.folder / name).write_bytes(data)


def write_export(
    segments: Sequence[Segment], rows: Sequence[Row], words: WordTable, folder: Path
) -> None:
    """Write the files; then those of an earlier build go. `rows` are sorted, of all segments."""
    shutil.rmtree(folder / _NEW, ignore_errors=True)
    earlier = sorted(folder.iterdir()) if folder.is_dir() else []
    (folder / _NEW / "texts").mkdir(parents=True)
    writer = _Writer(folder / _NEW, next((path for path in earlier if path.is_dir()), None))
    starts = {
        "words": _write_words(writer, words),
        "tails": _write_tails(writer, words),
    }
    most = NUMBERS_A_FILE + count_documents(segments)[SECTIONS] // _MORE_NUMBERS
    terms = _write_terms(writer, rows, most, words)
    _write_pages(writer, [page for segment in segments for page in segment.shown])
    whole = _render_collection(segments, words, {**starts, **terms})
    writer.digest.update(encode(whole))
    build = writer.digest.hexdigest()[:12]
    remove(folder / build)
    (folder / _NEW).rename(folder / build)
    (folder / "collection.new").write_bytes(encode({**whole, "build": build}))
    (folder / "collection.new").replace(folder / "collection.json")
    for path in {*folder.iterdir()} - {folder / build, folder / "collection.json"}:
        remove(path)


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
        rows = [completions[key] if key in completions else words.rows[key] for key in inside]
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


def _write_terms(
    writer: _Writer, rows: Sequence[Row], most: int, words: WordTable
) -> dict[str, Any]:
    """The terms in files of neighbouring ones, with `most` numbers; how they are found."""
    starts: list[str] = []
    last = ""
    for number, group in enumerate(_group_rows(rows, most)):
        starts.append(_shorten((last, group[0].term), 1))
        last = group[-1].term
        names = {row.term: words.names[row.term] for row in group if row.term in words.names}
        terms = _join_parts((row.term, row.numbers) for row in group)
        writer.write_parts(f"terms-{number}.json", names=render(names), terms=terms)
        places = _join_parts((row.term, row.places) for row in group)
        writer.write_parts(f"places-{number}.json", terms=places)
    return _write_starts(writer, starts)


def _join_parts(parts: Iterable[tuple[str, str]]) -> str:
    """An object in JSON, of which each value is JSON already."""
    return "{" + ",".join(f"{render(key)}:{part}" for key, part in parts) + "}"


def _write_starts(writer: _Writer, starts: Sequence[str]) -> dict[str, Any]:
    """Where files of terms begin, or, of many, where so many of them do; the rest in files."""
    step = 1 if len(starts) <= MOST_STARTS else -(-len(starts) // _PARTS)
    if step > 1:
        for number, place in enumerate(range(0, len(starts), step)):
            writer.write(f"starts-{number}.json", {"starts": starts[place : place + step]})
    return {"terms": starts[::step], "termFiles": len(starts), "filesAStart": step}


def _group_rows(rows: Sequence[Row], most: int) -> Iterator[list[Row]]:
    group: list[Row] = []
    size = 0
    for row in rows:
        if group and size + row.size > most:
            yield group
            group, size = [], 0
        group.append(row)
        size += row.size
    if group:
        yield group


def _write_pages(writer: _Writer, pages: Sequence[ShownPage]) -> None:
    for number in range(0, len(pages), PAGES_A_FILE):
        rows = ",".join(page.row for page in pages[number : number + PAGES_A_FILE])
        writer.write_parts(f"pages-{number // PAGES_A_FILE}.json", pages=f"[{rows}]")
    for number, page in enumerate(pages):
        for part, data in enumerate(page.texts):
            writer.write_bytes(f"texts/{number}-{part}.json", data)


def _render_collection(
    segments: Sequence[Segment], words: WordTable, starts: Mapping[str, Any]
) -> dict[str, Any]:
    pages = [page for segment in segments for page in segment.pages]
    facets = [(page.audiences, page.kind) for page in pages]
    kinds = sorted(set(facets))
    return {
        "format": FORMAT,
        **starts,
        "letters": LETTERS,
        "months": MONTHS,
        "rule": _render_rule(words),
        "ranking": _render_ranking(segments, pages),
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


def _render_ranking(segments: Sequence[Segment], pages: Sequence[PageEntry]) -> dict[str, Any]:
    counts, averages = count_documents(segments), find_averages(segments)
    return {
        "k1": K1,
        "scoreUnit": SCORE_UNIT,
        "definition": rank.DEFINITION,
        "lists": [number for number, page in enumerate(pages) if page.lists_terms],
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
        **{layer: _render_layer(layer, counts[layer], averages) for layer in LAYERS},
    }


def _render_layer(
    layer: str, count: int, averages: Mapping[tuple[str, str], float]
) -> dict[str, Any]:
    fields = [
        {"name": one.name, "boost": one.boost, "b": one.b, "average": averages[layer, one.name]}
        for one in LAYERS[layer]
    ]
    return {"count": count, "fields": fields}
