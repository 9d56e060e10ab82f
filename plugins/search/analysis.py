"""From a text to the terms of the index: stems, parts of compounds, and terms of the glossary."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain
from typing import NamedTuple

from plugins.search.concept import HELP, Concepts, find_mentions
from plugins.search.dutch import PART_STARTS, PARTICLES, STOP_WORDS, fold, join
from plugins.search.lexicon import Lexicon, find_parts, find_stem
from plugins.search.text import Text, find_text

# "school~" is school as a part of a longer word; it sorts right behind school itself.
PART = "~"
# "'hoeveel" is a stop word of a title or a heading, where it tells what is asked.
ASKED = "'"
# A verb stands at most so many words before the particle that belongs to it.
MOST_BETWEEN = 6
_NO_PARTS: Mapping[str, str] = {}  # one for all: most words have none
# The places of each term in a text; a stop word has a place but no term.
Places = Mapping[str, Sequence[int]]


class Analysis(NamedTuple):
    """A word: its stem, and the parts of a compound with their stems. A stop word has none.

    `key` is how the word table spells it, `terms` what it stands for in a text, `shown` its stem,
    or a stop word as it is. `is_special` tells a number, and a word that begins a term of the
    glossary: those mean something together with their neighbours.
    """

    stem: str
    parts: Mapping[str, str]
    key: str
    shown: str
    terms: tuple[str, ...]
    is_special: bool


def find_pairs(stems: Sequence[str], places: Iterable[int]) -> Iterator[tuple[int, str]]:
    """The place and the term of each number with the word beside it: 24_uur, april_2026.

    `places` are those of words that may be numbers. A number alone says little.
    """
    numbers = [place for place in places if stems[place][:1].isdigit()]
    firsts = {first for place in numbers for first in (place - 1, place)}
    for place in sorted(firsts & set(range(len(stems) - 1))):
        one, other = stems[place], stems[place + 1]
        if one not in STOP_WORDS and other not in STOP_WORDS:
            yield place, join_pair(one, other)


def find_stop_pairs(keys: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The place of each two stop words side by side, and their term: "dat_niet"."""
    last = ""
    for place, key in enumerate(keys):
        if key not in STOP_WORDS:
            last = ""
            continue
        if last:
            yield place - 1, join_pair(last, key)
        last = key


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
            self.analyses[word] = _analyse(self.lexicon, self.concepts, word)
        return self.analyses[word]

    def find_places(self, text: Text) -> Places:
        """The terms of a text and where they stand; terms of the glossary come last, in order."""
        words = text.words
        if not words:
            return {}
        self.counts.update(words)
        analyses = self._analyse_all(words)
        places: defaultdict[str, list[int]] = defaultdict(list)
        for place, analysis in enumerate(analyses):
            for term in analysis.terms:
                places[term].append(place)
        special = [place for place, analysis in enumerate(analyses) if analysis.is_special]
        stems = [analysis.shown for analysis in analyses]
        for place, term in chain(
            find_pairs(stems, special) if special else (),
            self._find_separated(words, text.clauses),
            self._find_rare_pairs(text, analyses),
            find_mentions(self.concepts, stems, special) if special else (),
        ):
            places[term].append(place)
        return places

    def find_asked(self, text: Text) -> list[str]:
        """The stop words of a title or a heading, each once, as terms."""
        keys = dict.fromkeys(find_text_keys(text, self._analyse_all(text.words)))
        return [ASKED + key for key in keys if key in STOP_WORDS]

    def count_stems(self, text: Text) -> int:
        """How many different words of a title or a heading say something."""
        return len({word.stem for word in self._analyse_all(text.words) if word.stem})

    def _analyse_all(self, words: Sequence[str]) -> list[Analysis]:
        known = self.analyses
        return [known[word] if word in known else self.analyse(word) for word in words]

    def _find_rare_pairs(
        self, text: Text, analyses: Sequence[Analysis]
    ) -> Iterator[tuple[int, str]]:
        for place, pair in find_stop_pairs(find_text_keys(text, analyses)):
            if pair not in self.common:
                yield place, pair

    def _find_separated(
        self, words: Sequence[str], clauses: Sequence[int]
    ) -> Iterator[tuple[int, str]]:
        """The verbs whose particle ends a clause: meedoen of "scholen doen al mee"."""
        particles = [place for place, word in enumerate(words) if word in PARTICLES]
        ends = tuple(accumulate(clauses)) if particles else ()
        for place in particles:
            number = bisect_right(ends, place)
            if ends_verb(words[: ends[number]], place):
                start = max(ends[number - 1] if number else 0, place - MOST_BETWEEN)
                for term in self._join_verbs(words[start:place], words[place]):
                    yield place, term

    def _join_verbs(self, verbs: Iterable[str], particle: str) -> Iterator[str]:
        for verb in verbs:
            word = particle + verb
            if self.lexicon.lemmas.get(word, "").startswith(particle):
                self.counts[word] += 1
                if stem := self.analyse(word).stem:
                    yield stem

    def find_help(self, places: Places) -> Places:
        """What marks the title of a page of help: the terms by which it comes first."""
        return {HELP + term: places[term] for term in places if term in self.concepts.helps}

    def find_glossary(self, places: Places) -> list[str]:
        """The terms of all that visitors type for the concepts that a heading names, each once."""
        keys = (term for term in places if term in self.concepts.by_key)
        typed = (text for key in keys for text in self.concepts.by_key[key].typed)
        words = (word for text in typed for word in find_text(text).words)
        return [stem for stem in dict.fromkeys(self.analyse(word).stem for word in words) if stem]


def find_text_keys(text: Text, analyses: Sequence[Analysis]) -> Sequence[str]:
    """The words of a text as the word table spells them; `analyses` are those of its words."""
    return [word.key for word in analyses] if text.folded is None else text.folded


def _analyse(lexicon: Lexicon, concepts: Concepts, word: str) -> Analysis:
    key = join(fold(word))
    if not key or key in STOP_WORDS:
        return Analysis("", _NO_PARTS, key, key, (), key in concepts.by_stem)
    stem = find_stem(lexicon, word)
    found = {part: find_stem(lexicon, part) for part in find_parts(lexicon, word)}
    parts = {part: own for part, own in found.items() if _is_part(own, stem)}
    inside = (part + PART for part in dict.fromkeys(parts.values()))
    terms = tuple(filter(None, (stem, *inside)))
    shown = stem or key
    is_special = shown[0].isdigit() or shown in concepts.by_stem
    return Analysis(stem, parts or _NO_PARTS, key, shown, terms, is_special)


def ends_verb(words: Sequence[str], place: int) -> bool:
    """Whether the word at a place may be the particle of a verb before it."""
    last = place + 1 == len(words) or words[place + 1] in PART_STARTS
    return last and words[place] in PARTICLES


def _is_part(part: str, stem: str) -> bool:
    return part not in ("", stem) and part not in STOP_WORDS
