"""What the texts of some pages tell before any is analysed.

How words are analysed follows from those of all pages: a word of the site may be part of another.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from plugins.search.analysis import find_stop_pairs
from plugins.search.dutch import fold, join
from plugins.search.fields import HELP_KIND
from plugins.search.text import Page, Text

# Two stop words side by side that so many of the sections have tell none apart.
COMMON_PART, COMMON_COUNT = 0.05, 50


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of some pages, sorted, each once.

    `pairs` counts the sections with each two stop words side by side, of so many `sections`;
    `helps` are the titles of pages of help.
    """

    words: tuple[str, ...]
    pairs: Mapping[str, int]
    sections: int
    helps: tuple[str, ...]


def find_vocabulary(pages: Sequence[Page]) -> Vocabulary:
    """The vocabulary of some pages."""
    texts = [text for page in pages for _, _, text in page.sections]
    return Vocabulary(
        words=tuple(sorted({word for page in pages for text in page.texts for word in text.words})),
        pairs=_count_pairs(texts),
        sections=len(texts),
        helps=tuple(page.document.title for page in pages if page.document.kind == HELP_KIND),
    )


def _count_pairs(texts: Iterable[Text]) -> Mapping[str, int]:
    keys = _Keys()
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update({pair for _, pair in find_stop_pairs(keys.find(text))})
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
