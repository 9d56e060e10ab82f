"""A query as the ranking takes it: groups of terms that stand for its words, with weights."""

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.search.analysis import ASKED, PART
from plugins.search.concept import HELP
from plugins.search.table import FILLER, Entry

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
    "half": 0.6,
    "pair": 1.0,
}
FILLER_WEIGHT = 0.5
# A stop word counts only where a title or a heading has it.
ASKED_WEIGHT = 0.1


@dataclass(frozen=True, slots=True)
class Group:
    """A word of a query: the terms that stand for it, with what each is worth.

    `weight` is what the word itself matters; `stem` is empty where the site lacks the word.
    """

    word: str
    weight: float
    stem: str
    alternatives: Mapping[str, float]

    @property
    def is_asked(self) -> bool:
        """Whether this is a stop word, which only helps to choose among the pages found."""
        return self.stem.startswith(ASKED)


@dataclass(frozen=True, slots=True)
class Question:
    """A query as the ranking takes it; `corrected` is empty where nothing was misspelled.

    A phrase has the terms of its words, each with its place; `cut` tells that the query was longer.
    """

    groups: tuple[Group, ...]
    phrases: tuple[tuple[tuple[int, str], ...], ...]
    excluded: tuple[str, ...]
    corrected: str
    cut: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What one plain word came to; `key` is what it was taken for."""

    key: str
    groups: tuple[Group, ...]


def build_group(key: str, entry: Entry, more: Mapping[str, float]) -> Group:
    """A known word: itself, the compounds it is in, its own parts, and what the glossary adds."""
    terms = dict(more)
    if entry.stem:
        put_term(terms, entry.stem, WEIGHTS["exact"])
        put_term(terms, entry.stem + PART, WEIGHTS["inside"])
    for part in entry.parts:
        put_term(terms, part, WEIGHTS["part"])
    for concept in entry.concepts:
        put_term(terms, concept, weigh_concept(concept))
    weight = FILLER_WEIGHT if entry.kind == FILLER else 1.0
    return Group(key, weight, entry.stem, terms)


def put_term(terms: dict[str, float], term: str, weight: float) -> None:
    """Add a term with its weight, unless it weighs more already."""
    terms[term] = max(weight, terms.get(term, 0.0))


def weigh_concept(key: str) -> float:
    """What a term of the glossary is worth to who typed something for it."""
    return WEIGHTS["help" if key.startswith(HELP) else "synonym"]
