"""From a text to the terms of the index: stems, parts of compounds, and terms of the glossary."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from plugins.search.concept import HELP, Concepts, find_mentions
from plugins.search.dutch import (
    PART_STARTS,
    PARTICLES,
    STOP_WORDS,
    find_clauses,
    find_keys,
    find_words,
    fold,
    join,
    normalise,
)
from plugins.search.lexicon import Lexicon, find_parts, find_stem

# "school~" is school as a part of a longer word; it sorts right behind school itself.
PART = "~"
# "'hoeveel" is a stop word of a title or a heading, where it tells what is asked.
ASKED = "'"
# A verb stands at most so many words before the particle that belongs to it.
MOST_BETWEEN = 6


@dataclass(frozen=True, slots=True)
class Analysis:
    """A word: its stem, and the parts of a compound with their stems. A stop word has none."""

    stem: str
    parts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Token:
    """A term and the place of its word in the text."""

    place: int
    term: str


def find_pairs(stems: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The place and the term of each number with the word beside it: 24_uur, april_2026.

    A number alone says little.
    """
    for place, (one, other) in enumerate(pairwise(stems)):
        if not {one, other} & STOP_WORDS and (one[:1].isdigit() or other[:1].isdigit()):
            yield place, join_pair(one, other)


def find_stop_pairs(text: str) -> Iterator[tuple[int, str]]:
    """The place of each two stop words side by side, and their term: "dat_niet"."""
    keys = find_keys(text)
    for place, (one, other) in enumerate(pairwise(keys)):
        if one in STOP_WORDS and other in STOP_WORDS:
            yield place, join_pair(one, other)


def join_pair(one: str, other: str) -> str:
    """The term for two words side by side."""
    return f"{one}_{other}"


@dataclass(slots=True)
class Analyser:
    """Analyses texts of one collection; remembers each word, and how often texts have it.

    `common` are the pairs of stop words that stand in too many sections to tell any apart.
    """

    lexicon: Lexicon
    concepts: Concepts
    common: frozenset[str] = frozenset()
    analyses: dict[str, Analysis] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)

    def analyse(self, word: str) -> Analysis:
        """The terms of a normalised word."""
        if word not in self.analyses:
            self.analyses[word] = _analyse(self.lexicon, word)
        return self.analyses[word]

    def find_tokens(self, text: str) -> Iterator[Token]:
        """The terms of any text, in order; a stop word has a place but no term."""
        words = find_words(normalise(text))
        self.counts.update(words)
        stems = []
        for place, word in enumerate(words):
            analysis = self.analyse(word)
            stems.append(analysis.stem or join(fold(word)))
            if analysis.stem:
                yield Token(place, analysis.stem)
            inside = dict.fromkeys(analysis.parts.values())
            yield from (Token(place, part + PART) for part in inside)
        yield from (Token(place, pair) for place, pair in find_pairs(stems))
        yield from self._find_separated(text)
        for place, pair in find_stop_pairs(text):
            if pair not in self.common:
                yield Token(place, pair)
        yield from (Token(place, key) for place, key in find_mentions(self.concepts, stems))

    def find_asked(self, text: str) -> Iterator[Token]:
        """The stop words of a title or a heading, each once."""
        for place, key in enumerate(dict.fromkeys(find_keys(text))):
            if key in STOP_WORDS:
                yield Token(place, ASKED + key)

    def count_stems(self, text: str) -> int:
        """How many different words of a title or a heading say something."""
        words = find_words(normalise(text))
        return len({stem for word in words if (stem := self.analyse(word).stem)})

    def _find_separated(self, text: str) -> Iterator[Token]:
        """The verbs whose particle ends a clause: meedoen of "scholen doen al mee"."""
        start = 0
        for clause in find_clauses(normalise(text)):
            for place in range(len(clause)):
                if ends_verb(clause, place):
                    yield from self._join_verbs(clause, place, start)
            start += len(clause)

    def _join_verbs(self, clause: Sequence[str], place: int, start: int) -> Iterator[Token]:
        particle = clause[place]
        for verb in clause[max(0, place - MOST_BETWEEN) : place]:
            word = particle + verb
            if self.lexicon.lemmas.get(word, "").startswith(particle):
                self.counts[word] += 1
                yield Token(start + place, self.analyse(word).stem)

    def find_help(self, tokens: Iterable[Token]) -> Iterator[Token]:
        """What marks the title of a page of help: the terms by which it comes first."""
        for token in tokens:
            if token.term in self.concepts.helps:
                yield Token(token.place, HELP + token.term)

    def find_glossary(self, tokens: Iterable[Token]) -> Iterator[Token]:
        """The terms of all that visitors type for the concepts that a heading names, each once."""
        keys = dict.fromkeys(token.term for token in tokens if token.term in self.concepts.by_key)
        typed = (word for key in keys for word in self.concepts.by_key[key].typed)
        words = (word for text in typed for word in find_words(normalise(text)))
        stems = dict.fromkeys(self.analyse(word).stem for word in words)
        yield from (Token(place, stem) for place, stem in enumerate(filter(None, stems)))


def _analyse(lexicon: Lexicon, word: str) -> Analysis:
    key = join(fold(word))
    if not key or key in STOP_WORDS:
        return Analysis("", {})
    stem = find_stem(lexicon, word)
    parts = {part: find_stem(lexicon, part) for part in find_parts(lexicon, word)}
    return Analysis(stem, {part: own for part, own in parts.items() if _is_part(own, stem)})


def ends_verb(words: Sequence[str], place: int) -> bool:
    """Whether the word at a place may be the particle of a verb before it."""
    last = place + 1 == len(words) or words[place + 1] in PART_STARTS
    return last and words[place] in PARTICLES


def _is_part(part: str, stem: str) -> bool:
    return part not in ("", stem) and part not in STOP_WORDS
