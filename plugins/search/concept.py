"""The terms of the glossary as search knows them: what a page calls a thing, what visitors type."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from plugins.search.dutch import STOP_WORDS, find_words, fold, normalise
from plugins.search.lexicon import Lexicon, find_stem

Synonyms = tuple[tuple[str, str], ...]
# The first sign of a term of the index tells what it stands for; words begin with a letter.
CONCEPT = "@"
# Stands only in the title of a page of help: who types its words may be in danger.
HELP = "!"


@dataclass(frozen=True, slots=True)
class Concept:
    """A term of the glossary.

    `stems` are its own words, `spellings` those of its abbreviations; `typed` is what visitors
    type for it.
    """

    name: str
    stems: tuple[str, ...]
    spellings: tuple[tuple[str, ...], ...]
    typed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Concepts:
    """All concepts by their key in the index, and by the stem that a spelling begins with.

    `helps` are the keys of those that a page of help has as its title.
    """

    by_key: Mapping[str, Concept]
    by_stem: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    helps: frozenset[str] = frozenset()

    def find_terms(self, key: str) -> tuple[str, ...]:
        """The terms of the index that typing the words of a concept leads to."""
        return (key, HELP + key) if key in self.helps else (key,)


def find_concepts(lexicon: Lexicon, synonyms: Synonyms) -> tuple[Concept, ...]:
    """The concepts of pairs of what a visitor types and the term it stands for, sorted."""
    typed: dict[str, set[str]] = {}
    for word, term in synonyms:
        typed.setdefault(term, set()).add(word)
    found = (_build_concept(lexicon, term, typed[term]) for term in sorted(typed))
    return tuple(concept for concept in found if concept.stems)


def build_concepts(found: Iterable[Concept], helps: Iterable[Sequence[str]]) -> Concepts:
    """The concepts for look-up; `helps` are the titles of the pages of help, as stems."""
    titles = {tuple(title) for title in helps}
    by_key = {CONCEPT + "_".join(concept.stems): concept for concept in found}
    by_stem: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for key, concept in by_key.items():
        for spelling in (concept.stems, *concept.spellings):
            by_stem.setdefault(spelling[0], []).append((spelling, key))
    return Concepts(
        by_key,
        {stem: tuple(pairs) for stem, pairs in by_stem.items()},
        frozenset(key for key, concept in by_key.items() if concept.stems in titles),
    )


def find_mentions(
    concepts: Concepts, stems: Sequence[str], places: Iterable[int]
) -> Iterator[tuple[int, str]]:
    """The place and the key of each concept that a text, as stems, names; it is one of `places`."""
    for place in places:
        for spelling, key in concepts.by_stem.get(stems[place], ()):
            if tuple(stems[place : place + len(spelling)]) == spelling:
                yield place, key


def find_all_stems(lexicon: Lexicon, text: str) -> tuple[str, ...]:
    """A stem for each word of a text; stop words stay as they are."""
    return tuple(
        key if (key := fold(word)) in STOP_WORDS else find_stem(lexicon, word)
        for word in find_words(normalise(text))
    )


def _build_concept(lexicon: Lexicon, term: str, typed: Iterable[str]) -> Concept:
    abbreviations = sorted(word for word in typed if _is_abbreviation(word))
    spellings = (find_all_stems(lexicon, word) for word in abbreviations)
    return Concept(
        name=term,
        stems=find_all_stems(lexicon, term),
        spellings=tuple(spelling for spelling in spellings if spelling),
        typed=tuple(sorted(typed)),
    )


def _is_abbreviation(word: str) -> bool:
    """AVG, CC BY, HwC: a text that says so names the term itself."""
    capitals = sum(letter.isupper() for letter in word)
    return capitals > 1 and 2 * capitals > len(word.replace(" ", ""))
