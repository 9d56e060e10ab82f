"""How a query becomes terms with weights: one rule over one table, here and in js/search/query.js.

Each word of a query is a group of alternatives, of which the best one counts. A word that the table
lacks is, in this order: a compound of words of the table, a misspelling, the beginning of a word.
Never asks the index.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from plugins.search.analysis import ASKED, join_pair
from plugins.search.dutch import find_marks, fold, join, write_dates
from plugins.search.question import (
    ASKED_WEIGHT,
    FILLER_WEIGHT,
    WEIGHTS,
    Group,
    Question,
    Reading,
    build_group,
    put_term,
)
from plugins.search.table import ABSENT, STOP, WordTable, is_said
from plugins.search.together import find_shared_terms
from plugins.search.typo import count_allowed, count_errors

# A longer query is pasted text; its beginning says what it is about.
MOST_CHARACTERS = 400
MOST_WORDS = 24
MOST_CORRECTIONS = 3
# A word that is not known may be the start of one, if it is this long.
LONG_PREFIX = 5
SHORTEST_HALF = 4
LINKS = ("", "s", "en", "e", "n")
# A word that nobody knows matters little if it is this short: a slip, or half a word.
SHORT_WORD = 3

# helppp: a word that ends as it is shouted.
_STRETCHED = re.compile(r"(.)\1+$")
_QUOTE = re.compile("[\u201c\u201d\u201e\u00ab\u00bb]")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a query: `plain` ones, the words of each phrase, and those behind a minus."""

    plain: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...]
    excluded: tuple[str, ...]
    typing: bool  # whether the text ends in the last plain word
    cut: bool


def build_question(table: WordTable, query: str, prefix: bool = False) -> Question:
    """What a query asks for; with `prefix` its last word may still be unfinished."""
    words = find_query_words(query)
    last = len(words.plain) - 1
    readings = [
        _read_word(table, word, prefix and words.typing and place == last)
        for place, word in enumerate(words.plain)
    ]
    added = find_shared_terms(table, readings)
    groups = [
        group
        for place, reading in enumerate(readings)
        for group in _add_terms(reading, added.get(place, {}))
    ]
    phrases = tuple(_read_phrase(table, phrase) for phrase in words.phrases)
    groups += [Group(term, 1.0, term, {term: 1.0}) for phrase in phrases for _, term in phrase]
    if groups:
        groups += [
            _build_asked(reading.key)
            for place, reading in enumerate(readings)
            if not reading.groups and place not in added
        ]
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
        return Reading(key, (build_group(key, entry, more),))
    if "-" in word:
        readings = [_read_word(table, part, False) for part in word.split("-")]
        return Reading(key, tuple(group for reading in readings for group in reading.groups))
    return _guess(table, key, entry is None, more)


def _guess(table: WordTable, key: str, unknown: bool, more: Mapping[str, float]) -> Reading:
    """What a word that the site lacks may be; `unknown` where it is no Dutch word either."""
    halves = () if more else find_halves(table, key)
    if halves:
        groups = (build_group(half, table.entries[half], {}) for half in halves)
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


def _build_asked(key: str) -> Group:
    return Group(key, ASKED_WEIGHT, ASKED + key, {ASKED + key: 1.0})


def _build_correction(
    table: WordTable, key: str, corrections: Sequence[tuple[int, str]], more: Mapping[str, float]
) -> Group:
    terms = dict(more)
    for errors, word in corrections:
        group = build_group(word, table.entries[word], {})
        for term, weight in group.alternatives.items():
            put_term(terms, term, weight * WEIGHTS[f"error{errors}"])
    return Group(key, 1.0, "" if more else table.entries[corrections[0][1]].stem, terms)


def _weaken(group: Group, factor: float) -> Group:
    terms = {term: weight * factor for term, weight in group.alternatives.items()}
    return replace(group, alternatives=terms)


def _add_terms(reading: Reading, terms: Mapping[str, float]) -> tuple[Group, ...]:
    """The groups of a word with what it means together with its neighbours."""
    if not terms:
        return reading.groups
    if not reading.groups:  # a stop word: it matters only in its phrase
        return (Group(reading.key, FILLER_WEIGHT, "", dict(terms)),)
    merged = dict(reading.groups[0].alternatives)
    for term, weight in terms.items():
        put_term(merged, term, weight)
    return (replace(reading.groups[0], alternatives=merged), *reading.groups[1:])


def _read_phrase(table: WordTable, words: Sequence[str]) -> tuple[tuple[int, str], ...]:
    """The stems of a phrase; of one that is all stop words those that stand side by side."""
    keys = [join(word) for word in words]
    stems = [(place, _find_one_stem(table, key)) for place, key in enumerate(keys)]
    pairs = [(place, join_pair(*pair)) for place, pair in enumerate(pairwise(keys))]
    said = [(place, stem) for place, stem in stems if stem]
    return tuple(said or [(place, pair) for place, pair in pairs if pair not in table.common])


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
