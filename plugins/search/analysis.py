"""From a text to the terms of the index: stems, parts of compounds, and terms of the glossary."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from plugins.search.concept import HELP, Concepts, find_mentions
from plugins.search.dutch import STOP_WORDS, find_words, fold, join, normalise
from plugins.search.lexicon import Lexicon, find_parts, find_stem

# "school~" is school as a part of a longer word; it sorts right behind school itself.
PART = "~"


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
            yield place, f"{one}_{other}"


@dataclass(slots=True)
class Analyser:
    """Analyses texts of one collection; remembers each word, and how often texts have it."""

    lexicon: Lexicon
    concepts: Concepts
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
        yield from (Token(place, key) for place, key in find_mentions(self.concepts, stems))

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


def _is_part(part: str, stem: str) -> bool:
    return part not in ("", stem) and part not in STOP_WORDS
