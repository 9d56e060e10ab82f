"""The word table: what each word stands for that somebody may type. The browser has it in files."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from plugins.search.concept import CONCEPT, HELP

# What a word is: says nothing, says little, is a word of the site, is a word but not of the site.
STOP, FILLER, WORD, ABSENT = range(4)
# A shorter start fits too many words to mean one of them.
SHORTEST_PREFIX = 3
MOST_COMPLETED = 8
# A misspelled word is looked for among those that begin, or end, with the same letters.
SAME_START, SAME_END = 2, 3
# In a table of more words so many begin with the same two letters that three must do.
_LARGE = 100_000


class Entry(NamedTuple):
    """A word or phrase of the table.

    `rank` grows with how often the site says it (0 to 9); `parts` are the stems of a compound's
    parts, `concepts` the keys of terms of the glossary.
    """

    kind: int
    rank: int
    stem: str
    parts: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()


def render_entry(key: str, entry: Entry) -> str:
    """Kind and rank, a digit each; the stem ("=" for the word itself), parts and concepts."""
    stem = "=" if entry.stem == key else entry.stem
    return " ".join((f"{entry.kind}{entry.rank}{stem}", *entry.parts, *entry.concepts))


def find_entry(key: str, row: str) -> Entry:
    """The entry that was rendered so."""
    first, *terms = row.split(" ")
    stem = key if first[2:] == "=" else first[2:]
    parts = tuple(term for term in terms if term[0] not in (CONCEPT, HELP))
    return Entry(int(first[0]), int(first[1]), stem, parts, tuple(terms[len(parts) :]))


@dataclass(frozen=True)
class WordTable:
    """The entries by folded word or phrase, sorted; `names` tells what concepts are called.

    `common` are the pairs of stop words that are no terms, because they stand everywhere.
    """

    entries: Mapping[str, Entry]
    names: Mapping[str, str]
    common: frozenset[str] = frozenset()

    @cached_property
    def words(self) -> list[str]:
        """All words and phrases, sorted."""
        return list(self.entries)

    @cached_property
    def rows(self) -> Mapping[str, str]:
        """The entries, written out."""
        return {key: render_entry(key, entry) for key, entry in self.entries.items()}

    @cached_property
    def longest_phrase(self) -> int:
        """The number of words in the longest phrase."""
        return max((key.count(" ") + 1 for key in self.entries), default=1)

    @cached_property
    def helps(self) -> tuple[str, ...]:
        """The terms that words of somebody in danger lead to."""
        concepts = {term for entry in self.entries.values() for term in entry.concepts}
        helps = {term for term in concepts if term.startswith(HELP)}
        return tuple(sorted(helps | {term.removeprefix(HELP) for term in helps}))

    @property
    def same_start(self) -> int:
        """How many first letters a misspelled word shares with the right one."""
        return SAME_START + (len(self.entries) > _LARGE)

    def find_completions(self, prefix: str) -> tuple[str, ...]:
        """The stems of the words that begin with `prefix`, those of frequent words first."""
        if len(prefix) < SHORTEST_PREFIX:
            return ()
        found = sorted(self._find_prefixed(prefix))
        return tuple(dict.fromkeys(stem for _, _, _, stem in found))[:MOST_COMPLETED]

    def find_similar(self, word: str) -> Iterable[str]:
        """The words of the site that begin or end like `word`; the right one may be among them."""
        starts, ends = self._by_ends
        return {*starts.get(word[: self.same_start], ()), *ends.get(word[-SAME_END:], ())}

    def _find_prefixed(self, prefix: str) -> Iterator[tuple[int, int, str, str]]:
        for place in range(bisect_left(self.words, prefix), len(self.words)):
            word = self.words[place]
            if not word.startswith(prefix):
                return
            entry = self.entries[word]
            if entry.kind == WORD and entry.stem and word != prefix:
                yield -entry.rank, len(word), word, entry.stem

    @cached_property
    def _by_ends(self) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
        starts: dict[str, list[str]] = {}
        ends: dict[str, list[str]] = {}
        for word, entry in self.entries.items():
            if is_said(word, entry):
                starts.setdefault(word[: self.same_start], []).append(word)
                ends.setdefault(word[-SAME_END:], []).append(word)
        return starts, ends


def is_said(word: str, entry: Entry) -> bool:
    """Whether the site, or its glossary, says this word itself: only such a word can be meant."""
    return entry.kind == WORD and entry.rank > 0 and entry.stem != "" and " " not in word
