"""What words of a query mean together; js/search/together.js has the same rule.

A phrase of the glossary, a number with what it counts, a verb and its particle, one word that was
written apart, somebody who tells of home. Never asks the index.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from plugins.search.analysis import MOST_BETWEEN, ends_verb, join_pair
from plugins.search.dutch import PARTICLES
from plugins.search.home import STORIES
from plugins.search.question import WEIGHTS, Reading, build_group, put_term, weigh_concept
from plugins.search.table import WORD, WordTable, is_said

# One word may be written as so many.
MOST_JOINED = 3
# The places of words, and the terms that they stand for together.
_Found = Iterator[tuple[Sequence[int], Mapping[str, float]]]
# Words with their places.
_Keys = Sequence[tuple[int, str]]


def find_shared_terms(table: WordTable, readings: Sequence[Reading]) -> dict[int, dict[str, float]]:
    """What words mean together: the terms for each of them, by its place."""
    keys = [(place, reading.key) for place, reading in enumerate(readings)]
    found: dict[int, dict[str, float]] = {}
    for places, terms in (
        *_find_phrase_concepts(table, readings, keys),
        *_find_pairs(readings),
        *_find_separated(table, keys),
        *_find_joined(table, readings, keys),
        *_find_stories(table, keys),
    ):
        for place in places:
            own = found.setdefault(place, {})
            for term, weight in terms.items():
                put_term(own, term, weight)
    return found


def _find_phrase_concepts(table: WordTable, readings: Sequence[Reading], keys: _Keys) -> _Found:
    """Phrases of the glossary: as typed, and as stems, with stop words and without."""
    stems = [
        (place, reading.groups[0].stem if reading.groups else reading.key)
        for place, reading in enumerate(readings)
    ]
    said = [(place, stem) for place, stem in stems if stem and readings[place].groups]
    mixed = [(place, stem or keys[place][1]) for place, stem in stems]
    for sequence in (keys, said, mixed):
        for run in _find_runs(sequence, table.longest_phrase):
            entry = table.entries.get(" ".join(word for _, word in run))
            if entry and entry.concepts:
                concepts = {concept: weigh_concept(concept) for concept in entry.concepts}
                yield [place for place, _ in run], concepts


def _find_pairs(readings: Sequence[Reading]) -> _Found:
    """A number goes with its neighbour: 24 uur."""
    for one, other in pairwise(enumerate(_find_pair_stems(readings))):
        if one[1] and other[1] and (one[1][0].isdigit() or other[1][0].isdigit()):
            yield (one[0], other[0]), {join_pair(one[1], other[1]): WEIGHTS["pair"]}


def _find_separated(table: WordTable, keys: _Keys) -> _Found:
    """The verbs that a particle belongs to: meedoen in "doen wij al mee"."""
    words = [key for _, key in keys]
    for place, particle in keys:
        if ends_verb(words, place):
            for before, key in keys[max(0, place - MOST_BETWEEN) : place]:
                entry = table.entries.get(particle + key)
                if entry and entry.kind == WORD and entry.stem:
                    yield (before, place), build_group(key, entry, {}).alternatives


def _find_joined(table: WordTable, readings: Sequence[Reading], keys: _Keys) -> _Found:
    """One word that was written apart; but "er na" is not erna."""
    for run in _find_runs(keys, MOST_JOINED):
        joined = "".join(word for _, word in run)
        entry = table.entries.get(joined)
        says = run[0][1] in PARTICLES or any(readings[place].groups for place, _ in run)
        if says and entry and is_said(joined, entry):
            yield [place for place, _ in run], build_group(joined, entry, {}).alternatives


def _find_stories(table: WordTable, keys: _Keys) -> _Found:
    """Somebody tells what happens at home: hij ... mij."""
    terms = {term: weigh_concept(term) for term in table.helps}
    for story in STORIES:
        place = find_story(story, [key for _, key in keys])
        if terms and place is not None:
            yield (place,), terms


def find_story(story: Sequence[Collection[str]], words: Sequence[str]) -> int | None:
    """The place of the last word of a story whose words stand in order; None where one lacks."""
    place = -1
    for step in story:
        found = (at for at in range(place + 1, len(words)) if words[at] in step)
        place = next(found, len(words))
    return place if place < len(words) else None


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
