"""What the texts of some pages tell before any is analysed.

How words are analysed follows from those of all pages: a word of the site may be part of another.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from plugins.search.analysis import find_stop_pairs
from plugins.search.dutch import fold, join
from plugins.search.fields import HELP_KIND
from plugins.search.lexicon import LEMMAS, SHORTEST_PART, Lexicon
from plugins.search.text import Page, Text

# Two stop words side by side that so many of the sections have tell none apart.
COMMON_PART, COMMON_COUNT = 0.05, 50


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of the dictionary that some pages use, and those that stand inside their words.

    `pairs` counts the sections with each two stop words side by side, of so many `sections`;
    `helps` are the titles of pages of help.
    """

    own: frozenset[str]
    inside: frozenset[str]
    pairs: Mapping[str, int]
    sections: int
    helps: tuple[str, ...]


class VocabularyFinder:
    """Finds vocabularies; looks at each word once, however many pages have it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._dictionary = lexicon.lemmas.keys() | LEMMAS.keys()
        self._inside: dict[str, tuple[str, ...]] = {}
        self._keys = _Keys()

    def find(self, pages: Sequence[Page]) -> Vocabulary:
        """The vocabulary of some pages."""
        texts = [text for page in pages for _, _, text in page.sections]
        words = {word for page in pages for text in page.texts for word in text.words}
        inside = frozenset[str]().union(*map(self._find_inside, words))
        return Vocabulary(
            own=inside & words,
            inside=inside,
            pairs=self._count_pairs(texts),
            sections=len(texts),
            helps=tuple(page.document.title for page in pages if page.document.kind == HELP_KIND),
        )

    def _find_inside(self, word: str) -> tuple[str, ...]:
        """The words of the dictionary within a word, itself too: only these can be its parts."""
        if word not in self._inside:
            size, found = len(word), self._dictionary
            self._inside[word] = tuple(
                part
                for start in range(size - SHORTEST_PART + 1)
                for end in range(start + SHORTEST_PART, size + 1)
                if (part := word[start:end]) in found
            )
        return self._inside[word]

    def _count_pairs(self, texts: Sequence[Text]) -> Mapping[str, int]:
        counts: Counter[str] = Counter()
        for text in texts:
            counts.update({pair for _, pair in find_stop_pairs(self._keys.find(text))})
        return dict(counts)


class _Keys(dict[str, str]):
    """Words as the word table spells them, each folded once."""

    def __missing__(self, word: str) -> str:
        self[word] = key = join(fold(word))
        return key

    def find(self, text: Text) -> Sequence[str]:
        """The words of a text."""
        return [self[word] for word in text.words] if text.folded is None else text.folded


def find_common_pairs(vocabularies: Iterable[Vocabulary]) -> frozenset[str]:
    """The pairs of stop words that stand in too many sections to find one by."""
    counts: Counter[str] = Counter()
    sections = 0
    for vocabulary in vocabularies:
        counts.update(vocabulary.pairs)
        sections += vocabulary.sections
    most = max(COMMON_PART * sections, COMMON_COUNT)
    return frozenset(pair for pair, count in counts.items() if count > most)
