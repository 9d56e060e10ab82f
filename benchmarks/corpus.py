"""A seeded site of any size: real Dutch words in no sense, as often as Zipf says, and compounds.

The vocabulary grows with the number of pages, as it does in real collections (Heaps): a search that
is measured on a small vocabulary is measured on nothing.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from plugins.search.parts import read_dictionary, read_parts

SEED = 20261121
SECTIONS_A_PAGE = 6
WORDS_A_SECTION = 90
# One word in this many is a compound of two others.
COMPOUND = 8
FUNCTION_WORDS = ("de", "het", "een", "van", "en", "in", "dat", "is", "op", "voor", "met", "die")
AUDIENCES = ("raadslid", "school", "gemeente", "iedereen")
KINDS = ("uitleg", "gids", "nieuws")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words with what each weighs in a draw; `first` and `last` make compounds."""

    words: tuple[str, ...]
    weights: tuple[float, ...]
    first: tuple[str, ...]
    last: tuple[str, ...]


@lru_cache(maxsize=1)
def _read_lemmas() -> tuple[str, ...]:
    """Every lemma of the dictionary that has letters only, sorted."""
    return tuple(sorted({one for one in read_dictionary().lemmas.values() if one.isalpha()}))


def build_vocabulary(pages: int) -> Vocabulary:
    """The words of a site of this many pages."""
    rng = random.Random(SEED)
    lemmas = list(_read_lemmas())
    rng.shuffle(lemmas)
    size = min(len(lemmas), int(450 * pages**0.5))
    firsts, lasts = (sorted(word for word in part if len(word) > 3) for part in read_parts())
    # Zipf, flattened at the top: the words that every text has are FUNCTION_WORDS.
    weights = tuple(1 / (rank + 20) for rank in range(size))
    return Vocabulary(tuple(lemmas[:size]), weights, tuple(firsts), tuple(lasts))


def write_corpus(folder: Path, pages: int) -> Vocabulary:
    """Write a built site in the markup that search reads; return its words."""
    vocabulary = build_vocabulary(pages)
    rng = random.Random(SEED + pages)
    for number in range(pages):
        path = folder / f"pagina-{number:05}" / "index.html"
        path.parent.mkdir(parents=True)
        path.write_text(render_page(rng, vocabulary, number), encoding="utf-8")
    return vocabulary


def render_page(rng: random.Random, vocabulary: Vocabulary, number: int) -> str:
    """One page."""
    title = " ".join(draw_words(rng, vocabulary, 4))
    summary = " ".join(draw_text(rng, vocabulary, 14))
    sections = "".join(_render_section(rng, vocabulary, part) for part in range(SECTIONS_A_PAGE))
    facets = f'data-audience="{rng.choice(AUDIENCES)}" data-kind="{rng.choice(KINDS)}"'
    return (
        f"<!doctype html><html lang=nl><head><title>{title}</title></head><body><main>"
        f"<article data-search-document data-pagefind-body {facets}><h1>{title} {number}</h1>"
        f'<p class="inleiding">{summary}.</p><div class="tekst">{sections}</div>'
        "</article></main></body></html>"
    )


def draw_queries(vocabulary: Vocabulary, count: int) -> tuple[str, ...]:
    """Queries of one to three words, frequent words more often, as visitors ask."""
    rng = random.Random(SEED)
    return tuple(
        " ".join(draw_words(rng, vocabulary, rng.choice((1, 2, 2, 3)))) for _ in range(count)
    )


def draw_words(rng: random.Random, vocabulary: Vocabulary, count: int) -> Sequence[str]:
    """Words that say something, by how frequent they are."""
    return rng.choices(vocabulary.words, vocabulary.weights, k=count)


def draw_text(rng: random.Random, vocabulary: Vocabulary, count: int) -> Iterator[str]:
    """Running text: every other word a function word, now and then a compound."""
    for word in draw_words(rng, vocabulary, count):
        if rng.random() < 0.5:
            yield rng.choice(FUNCTION_WORDS)
        elif rng.randrange(COMPOUND) == 0:
            yield rng.choice(vocabulary.first) + rng.choice(vocabulary.last)
        else:
            yield word


def _render_section(rng: random.Random, vocabulary: Vocabulary, part: int) -> str:
    heading = " ".join(draw_words(rng, vocabulary, 3))
    text = " ".join(draw_text(rng, vocabulary, WORDS_A_SECTION))
    return f"<h2 id=deel-{part}>{heading}</h2><p>{text}.</p>"
