"""Judged queries as other people would type them: seeded, so the same each time.

Each kind of change is made to one word (or two neighbours) of a query. Quoted phrases are left out:
who quotes wants these words.
"""

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from plugins.search.dutch import STOP_WORDS
from plugins.search.lexicon import Lexicon, find_parts

SEED = 20261122
LONG = 6
LETTERS = "aeioudtknrsl"
ACCENTS = {"e": "éë", "o": "óö", "i": "ï", "u": "ü", "a": "á"}
WORD = re.compile(r"[a-z]+")
# Of one query; there are vowels in every word.
MOST = {"plural": 2, "typo": 2, "diacritic": 1, "split": 2, "hyphen": 2}


@dataclass(frozen=True, slots=True)
class Variant:
    """A query typed otherwise, and what was done to it."""

    query: str
    original: str
    change: str


def make_variants(queries: Sequence[str], lexicon: Lexicon) -> tuple[Variant, ...]:
    """Variants of every kind of all queries."""
    rng = random.Random(SEED)
    forms: dict[str, list[str]] = {}
    for form, lemma in lexicon.lemmas.items():
        forms.setdefault(lemma, []).append(form)
    changes: Mapping[str, Callable[[str], Iterator[str]]] = {
        "plural": lambda word: find_plurals(word, forms),
        "typo": lambda word: iter([make_typo(rng, word)] if len(word) >= LONG else []),
        "diacritic": lambda word: find_accented(rng, word),
        "split": lambda word: find_split(word, lexicon, " "),
        "hyphen": lambda word: find_split(word, lexicon, "-"),
    }
    made = []
    for query in queries:
        for change, find in changes.items():
            found = list(dict.fromkeys(change_words(query, find)))
            chosen = rng.sample(found, min(MOST[change], len(found)))
            made += [Variant(other, query, change) for other in chosen if other != query]
        made += [Variant(other, query, "joined") for other in find_joined(query, lexicon)]
    return tuple(made)


def change_words(query: str, find: Callable[[str], Iterator[str]]) -> Iterator[str]:
    """The query with one of its words changed."""
    for match in WORD.finditer(query):
        if match.group() not in STOP_WORDS:
            for other in find(match.group()):
                yield query[: match.start()] + other + query[match.end() :]


def find_plurals(word: str, forms: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The plural of a noun that stands as the dictionary lists it; verbs have other forms too."""
    own = forms.get(word, ())
    ends = (f"{word}en", f"{word}s", f"{word}{word[-1]}en", f"{word}'s")
    if not any(form.startswith("ge") and not word.startswith("ge") for form in own):
        yield from (end for end in ends if end in own)


def make_typo(rng: random.Random, word: str) -> str:
    """One slip behind the first letter: a letter lost, doubled, changed or swapped."""
    place = rng.randrange(1, len(word) - 1)
    head, letter, tail = word[:place], word[place], word[place + 1 :]
    other = rng.choice([sign for sign in LETTERS if sign != letter])
    return rng.choice(
        (
            head + tail,
            head + 2 * letter + tail,
            head + other + tail,
            head + tail[0] + letter + tail[1:],
        )
    )


def find_accented(rng: random.Random, word: str) -> Iterator[str]:
    """A vowel with a sign on it that may belong there or not."""
    places = [place for place, letter in enumerate(word) if letter in ACCENTS]
    if places:
        place = rng.choice(places)
        yield word[:place] + rng.choice(ACCENTS[word[place]]) + word[place + 1 :]


def find_split(word: str, lexicon: Lexicon, between: str) -> Iterator[str]:
    """A compound written apart at its first joint; the link stays with the first part."""
    parts = find_parts(lexicon, word)
    last = max((part for part in parts if word.endswith(part)), key=len, default="")
    if last and last != word:
        yield f"{word.removesuffix(last)}{between}{last}"


def find_joined(query: str, lexicon: Lexicon) -> Iterator[str]:
    """Two neighbours written as one, where they make a word that the dictionary knows."""
    for match in re.finditer(r"([a-z]{3,}) ([a-z]{3,})", query):
        word = match.group(1) + match.group(2)
        if word in lexicon.lemmas:
            yield query[: match.start()] + word + query[match.end() :]
