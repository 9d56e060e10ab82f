"""How a query becomes terms with weights: one rule over one table, here and in js/search/query.js.

Each word of a query is a group of alternatives, of which the best one counts. A word that the table
lacks is, in this order: a compound of words of the table, a misspelling, the beginning of a word.
Never asks the index.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from plugins.search.analysis import PART
from plugins.search.concept import HELP
from plugins.search.dutch import find_marks, fold, join, write_dates
from plugins.search.table import ABSENT, FILLER, STOP, Entry, WordTable, is_said
from plugins.search.typo import count_allowed, count_errors

# A longer query is pasted text; its beginning says what it is about.
MOST_CHARACTERS = 400
MOST_WORDS = 24
MOST_JOINED = 3
MOST_CORRECTIONS = 3
# A word that is not known may be the start of one, if it is this long.
LONG_PREFIX = 5
SHORTEST_HALF = 4
LINKS = ("", "s", "en", "e", "n")
# What an alternative is worth beside the word itself.
WEIGHTS = {
    "exact": 1.0,
    "inside": 0.7,
    "part": 0.5,
    "synonym": 0.6,
    "help": 5.0,
    "prefix": 0.5,
    "error1": 0.7,
    "error2": 0.5,
    "half": 0.45,
    "pair": 1.0,
}
FILLER_WEIGHT = 0.3
# A word that nobody knows matters little if it is this short: a slip, or half a word.
SHORT_WORD = 3

# helppp: a word that ends as it is shouted.
_STRETCHED = re.compile(r"(.)\1+$")
_QUOTE = re.compile("[\u201c\u201d\u201e\u00ab\u00bb]")


@dataclass(frozen=True, slots=True)
class Group:
    """A word of a query: the terms that stand for it, with what each is worth.

    `weight` is what the word itself matters; `stem` is empty where the site lacks the word.
    """

    word: str
    weight: float
    stem: str
    alternatives: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Question:
    """A query as the ranking takes it; `corrected` is empty where nothing was misspelled.

    A phrase has the stems of its words, each with its place; `cut` tells that the query was longer.
    """

    groups: tuple[Group, ...]
    phrases: tuple[tuple[tuple[int, str], ...], ...]
    excluded: tuple[str, ...]
    corrected: str
    cut: bool


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a query: `plain` ones, the words of each phrase, and those behind a minus."""

    plain: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...]
    excluded: tuple[str, ...]
    typing: bool  # whether the text ends in the last plain word
    cut: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What one plain word came to; `key` is what it was taken for."""

    key: str
    groups: tuple[Group, ...]


def build_question(table: WordTable, query: str, prefix: bool = False) -> Question:
    """What a query asks for; with `prefix` its last word may still be unfinished."""
    words = find_query_words(query)
    last = len(words.plain) - 1
    readings = [
        _read_word(table, word, prefix and words.typing and place == last)
        for place, word in enumerate(words.plain)
    ]
    added = _find_run_terms(table, readings)
    groups = [
        group
        for place, reading in enumerate(readings)
        for group in _add_terms(reading, added.get(place, {}))
    ]
    phrases = tuple(_read_phrase(table, phrase) for phrase in words.phrases)
    groups += [Group(stem, 1.0, stem, {stem: 1.0}) for phrase in phrases for _, stem in phrase]
    return Question(
        groups=tuple(groups),
        phrases=tuple(phrase for phrase in phrases if phrase),
        excluded=tuple(stem for w in words.excluded if (stem := _find_one_stem(table, w))),
        corrected=_correct(words.plain, readings),
        cut=words.cut,
    )


def find_query_words(query: str) -> Words:
    """The words of a query, folded; signs other than quotes and minus mean nothing."""
    text = write_dates(fold(_QUOTE.sub('"', query[:MOST_CHARACTERS])))
    pieces = text.split('"')
    if len(pieces) % 2 == 0:  # the last quote is not closed yet
        pieces[-2:] = [" ".join(pieces[-2:])]
    marks = [mark for piece in pieces[::2] for mark in _find_signed(piece)]
    plain = tuple(word for minus, word in marks if not minus)
    tail = find_marks(pieces[-1])
    typing = bool(tail) and tail[-1][0] + len(tail[-1][1]) == len(pieces[-1])
    return Words(
        plain=plain[:MOST_WORDS],
        phrases=tuple(tuple(w for _, w in find_marks(piece)) for piece in pieces[1::2]),
        excluded=tuple(join(word) for minus, word in marks if minus)[:MOST_WORDS],
        typing=typing and len(plain) <= MOST_WORDS and not _find_signed(pieces[-1])[-1][0],
        cut=len(query) > MOST_CHARACTERS or len(plain) > MOST_WORDS,
    )


def _find_signed(piece: str) -> list[tuple[bool, str]]:
    """The words of a text, each with whether a minus stands right before it."""
    return [(_is_excluded(piece[:start]), word) for start, word in find_marks(piece)]


def _is_excluded(before: str) -> bool:
    return before == "-" or before.endswith(" -")


def _read_word(table: WordTable, word: str, typing: bool) -> Reading:
    key = join(word)
    if key not in table.entries and (shorter := _STRETCHED.sub(r"\1", key)) in table.entries:
        key = shorter
    entry = table.entries.get(key)
    if entry is not None and entry.kind == STOP:
        return Reading(key, ())
    # What the site says itself is a whole word, and compounds with it are found anyway.
    whole = entry is not None and is_said(key, entry)
    starts = table.find_completions(key) if typing and not whole else ()
    more = dict.fromkeys(starts, WEIGHTS["prefix"])
    if entry is not None and entry.kind != ABSENT:
        return Reading(key, (_build_group(key, entry, more),))
    if "-" in word:
        readings = [_read_word(table, part, False) for part in word.split("-")]
        return Reading(key, tuple(group for reading in readings for group in reading.groups))
    return _guess(table, key, entry is None, more)


def _guess(table: WordTable, key: str, unknown: bool, more: Mapping[str, float]) -> Reading:
    """What a word that the site lacks may be; `unknown` where it is no Dutch word either."""
    halves = () if more else find_halves(table, key)
    if halves:
        groups = (_build_group(half, table.entries[half], {}) for half in halves)
        return Reading(key, tuple(_weaken(group, WEIGHTS["half"]) for group in groups))
    corrections = find_corrections(table, key) if unknown else ()
    if corrections:
        group = _build_correction(table, key, corrections, more)
        return Reading(key if more else corrections[0][1], (group,))
    if more:
        return Reading(key, (Group(key, 1.0, "", more),))
    start = table.find_completions(key) if unknown and len(key) >= LONG_PREFIX else ()
    weight = FILLER_WEIGHT if len(key) <= SHORT_WORD else 1.0
    return Reading(key, (Group(key, weight, "", dict.fromkeys(start, WEIGHTS["prefix"])),))


def find_halves(table: WordTable, key: str) -> tuple[str, ...]:
    """Two words of the table that make up an unknown compound, as even as can be, or nothing."""
    best: tuple[int, tuple[str, ...]] = (0, ())
    for place in range(SHORTEST_HALF, len(key) - SHORTEST_HALF + 1):
        first = key[:place]
        if not _is_half(table, first):
            continue
        for link in LINKS:
            last = key[place + len(link) :]
            if key[place:].startswith(link) and _is_half(table, last):
                best = max(best, (min(len(first), len(last)), (first, last)))
    return best[1]


def _is_half(table: WordTable, word: str) -> bool:
    entry = table.entries.get(word)
    return len(word) >= SHORTEST_HALF and entry is not None and entry.rank > 0 and bool(entry.stem)


def find_corrections(table: WordTable, key: str) -> tuple[tuple[int, str], ...]:
    """The words of the site nearest to a misspelled one, with the number of errors."""
    most = 0 if key[:1].isdigit() else count_allowed(key)
    if not most:
        return ()
    found = [
        (errors, -table.entries[word].rank, word)
        for word in table.find_similar(key)
        if (errors := count_errors(key, word, most)) <= most
    ]
    least = min(found, default=(0, 0, ""))[0]
    nearest = sorted(near for near in found if near[0] == least)[:MOST_CORRECTIONS]
    return tuple((errors, word) for errors, _, word in nearest)


def _build_group(key: str, entry: Entry, more: Mapping[str, float]) -> Group:
    """A known word: itself, the compounds it is in, its own parts, and what the glossary adds."""
    terms = dict(more)
    if entry.stem:
        _put(terms, entry.stem, WEIGHTS["exact"])
        _put(terms, entry.stem + PART, WEIGHTS["inside"])
    for part in entry.parts:
        _put(terms, part, WEIGHTS["part"])
    for concept in entry.concepts:
        _put(terms, concept, _weigh_concept(concept))
    weight = FILLER_WEIGHT if entry.kind == FILLER else 1.0
    return Group(key, weight, entry.stem, terms)


def _build_correction(
    table: WordTable, key: str, corrections: Sequence[tuple[int, str]], more: Mapping[str, float]
) -> Group:
    terms = dict(more)
    for errors, word in corrections:
        group = _build_group(word, table.entries[word], {})
        for term, weight in group.alternatives.items():
            _put(terms, term, weight * WEIGHTS[f"error{errors}"])
    return Group(key, 1.0, "" if more else table.entries[corrections[0][1]].stem, terms)


def _weaken(group: Group, factor: float) -> Group:
    terms = {term: weight * factor for term, weight in group.alternatives.items()}
    return replace(group, alternatives=terms)


def _put(terms: dict[str, float], term: str, weight: float) -> None:
    terms[term] = max(weight, terms.get(term, 0.0))


def _weigh_concept(key: str) -> float:
    return WEIGHTS["help" if key.startswith(HELP) else "synonym"]


def _find_run_terms(table: WordTable, readings: Sequence[Reading]) -> dict[int, dict[str, float]]:
    """What neighbouring words mean together, for each of them: a phrase of the glossary, or one
    word that was written apart.
    """
    found: dict[int, dict[str, float]] = {}
    keys = [(place, reading.key) for place, reading in enumerate(readings)]
    stems = [(place, group.stem) for place, r in enumerate(readings) for group in r.groups[:1]]
    for sequence in (keys, [pair for pair in stems if pair[1]]):
        for run in _find_runs(sequence, table.longest_phrase):
            entry = table.entries.get(" ".join(word for _, word in run))
            for concept in entry.concepts if entry else ():
                for place, _ in run:
                    _put(found.setdefault(place, {}), concept, _weigh_concept(concept))
    for one, other in pairwise(enumerate(_find_pair_stems(readings))):
        if one[1] and other[1] and (one[1][0].isdigit() or other[1][0].isdigit()):
            for place, _ in (one, other):
                _put(found.setdefault(place, {}), f"{one[1]}_{other[1]}", WEIGHTS["pair"])
    for run in _find_runs(keys, MOST_JOINED):
        joined = "".join(word for _, word in run)
        entry = table.entries.get(joined)
        if entry and is_said(joined, entry):
            for place, _ in run:
                terms = found.setdefault(place, {})
                for term, weight in _build_group(joined, entry, {}).alternatives.items():
                    _put(terms, term, weight)
    return found


def _find_pair_stems(readings: Sequence[Reading]) -> list[str]:
    """A stem for each word, empty for a stop word: a number goes with its neighbour only."""
    return [reading.groups[0].stem if reading.groups else "" for reading in readings]


def _find_runs(
    sequence: Sequence[tuple[int, str]], longest: int
) -> Iterator[Sequence[tuple[int, str]]]:
    """Every run of two or more neighbours."""
    for length in range(2, longest + 1):
        for start in range(len(sequence) - length + 1):
            yield sequence[start : start + length]


def _add_terms(reading: Reading, terms: Mapping[str, float]) -> tuple[Group, ...]:
    """The groups of a word with what it means together with its neighbours."""
    if not terms:
        return reading.groups
    if not reading.groups:  # a stop word: it matters only in its phrase
        return (Group(reading.key, FILLER_WEIGHT, "", dict(terms)),)
    merged = dict(reading.groups[0].alternatives)
    for term, weight in terms.items():
        _put(merged, term, weight)
    return (replace(reading.groups[0], alternatives=merged), *reading.groups[1:])


def _read_phrase(table: WordTable, words: Sequence[str]) -> tuple[tuple[int, str], ...]:
    keys = [join(word) for word in words]
    stems = [(place, _find_one_stem(table, key)) for place, key in enumerate(keys)]
    return tuple((place, stem) for place, stem in stems if stem)


def _find_one_stem(table: WordTable, key: str) -> str:
    """The stem of a word; the word itself where the table lacks it, nothing for a stop word."""
    entry = table.entries.get(key)
    return (entry.stem or ("" if entry.kind == STOP else key)) if entry else key


def _correct(words: Sequence[str], readings: Sequence[Reading]) -> str:
    """The query with its misspelled words corrected, or nothing if none was."""
    pairs = list(zip(words, readings, strict=True))
    if all(join(word) == reading.key for word, reading in pairs):
        return ""
    return " ".join(word if join(word) == reading.key else reading.key for word, reading in pairs)
