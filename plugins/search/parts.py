"""Counts, in the dictionary, which words compounds are made of; writes parts.txt beside it.

"plan" ends 85 words whose other half is a word too, "rissen" (as in notarissen) none. The words are
simplemma’s (parts.LICENSE). Run it when simplemma changes: `python -m plugins.search.parts`.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

FILE = Path(__file__).with_name("parts.txt")
SHORTEST = 3
# In how many words of the dictionary a first and a last part must occur.
_FEWEST_FIRST = 4
_FEWEST_LAST = 6


@dataclass(frozen=True, slots=True)
class Dictionary:
    """The lemma of each word that a dictionary writes in small letters, without a sign between;
    `others` are those of names, abbreviations and words with a hyphen.
    """

    lemmas: dict[str, str]
    others: dict[str, str]


def read_dictionary() -> Dictionary:
    """The dictionary of simplemma; reading it takes a while."""
    # One that keeps nothing: what is made of it here is kept.
    dictionary = DefaultDictionaryFactory(cache_max_size=0).get_dictionary("nl")
    words = list(dictionary)
    # All at once: each by itself takes ten times as long.
    lemmas = "\n".join(map(dictionary.__getitem__, words)).lower().replace("_", "").split("\n")
    found = dict(zip(words, lemmas, strict=True))
    plain = {word: found[word] for word in words if word.isalpha() and word.islower()}
    # Nearly every lemma is a word too: one text for both takes a third less room.
    own = dict(zip(plain, plain, strict=True))
    return Dictionary(
        {word: own.get(lemma, lemma) for word, lemma in plain.items()},
        {word: lemma for word, lemma in found.items() if word not in plain},
    )


def render_parts(lemmas: Mapping[str, str]) -> str:
    """A line per word: how often it begins a compound and how often it ends one."""
    known = {word for word, lemma in lemmas.items() if word == lemma and len(word) >= SHORTEST}
    firsts: Counter[str] = Counter()
    lasts: Counter[str] = Counter()
    for word in known:
        for first, last in _find_halves(word, known):
            firsts[first] += 1
            lasts[last] += 1
    words = {word for word, count in firsts.items() if count >= _FEWEST_FIRST}
    words |= {word for word, count in lasts.items() if count >= _FEWEST_LAST}
    return "".join(f"{word} {firsts[word]} {lasts[word]}\n" for word in sorted(words))


def read_parts() -> tuple[frozenset[str], frozenset[str]]:
    """The words that begin compounds, and those that end them."""
    rows = [line.split() for line in FILE.read_text(encoding="utf-8").splitlines()]
    firsts = frozenset(word for word, first, _ in rows if int(first) >= _FEWEST_FIRST)
    return firsts, frozenset(word for word, _, last in rows if int(last) >= _FEWEST_LAST)


def _find_halves(word: str, known: set[str]) -> Iterator[tuple[str, str]]:
    for place in range(SHORTEST, len(word) - SHORTEST + 1):
        last, first = word[place:], word[:place]
        if last not in known:
            continue
        bases = (first.removesuffix(link) for link in ("", "s", "en") if first.endswith(link))
        base = next((base for base in bases if base in known), "")
        if base:
            yield base, last


if __name__ == "__main__":
    FILE.write_text(render_parts(read_dictionary().lemmas), encoding="utf-8")
