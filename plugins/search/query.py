"""How a query becomes terms: one rule over one table, here and in js/search/query.js.

A folded word of the table gives its terms, and so does a phrase of the table. A word that the
table lacks gives the terms of its parts, where it has a hyphen, or else of the nearest words that
begin with it. Never asks the index.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plugins.search.dutch import (
    STOP_WORDS,
    analyse,
    find_keys,
    find_lemma,
    find_words,
    fold,
    join,
    normalise,
)

# A query of more words than this is pasted text; the first ones say what it is about.
MOST_WORDS = 32
# A shorter start fits too many words to mean one of them.
SHORTEST_PREFIX = 3
MOST_PREFIXED = 12

Synonyms = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class WordTable:
    """The terms of every folded word and phrase, sorted by word; a stop word has none."""

    words: Mapping[str, tuple[str, ...]]

    @property
    def longest_phrase(self) -> int:
        """The number of words in the longest phrase of the table."""
        return max((len(words.split(" ")) for words in self.words), default=1)


def build_word_table(analyses: Mapping[str, tuple[str, ...]], synonyms: Synonyms = ()) -> WordTable:
    """The table of a collection, of the terms of all its words.

    A synonym is a word or phrase and the text of the term it leads to: ("juf", "leraar").
    """
    table: dict[str, set[str]] = {word: set() for word in STOP_WORDS}
    indexed = {term for terms in analyses.values() for term in terms}
    for word, terms in analyses.items():
        for key in find_keys(word):
            table.setdefault(key, set()).update(terms)
    # People type "kind" where the pages happen to say "kinderen" only.
    lemmas = ((lemma, lemma) for lemma in map(find_lemma, analyses))
    for typed, meant in (*lemmas, *synonyms):
        key = " ".join(find_keys(typed))
        found = indexed.intersection(_analyse_text(f"{typed} {meant}"))
        if key and found and key not in STOP_WORDS:
            table.setdefault(key, set()).update(found)
    return WordTable({word: tuple(sorted(table[word])) for word in sorted(table)})


def find_terms(table: WordTable, query: str) -> tuple[str, ...]:
    """The terms that a query asks for, sorted, each once."""
    words = find_words(fold(query))[:MOST_WORDS]
    terms: set[str] = set()
    for word in words:
        terms.update(_expand(table, word))
    for phrase in _find_runs(tuple(map(join, words)), table.longest_phrase):
        terms.update(table.words.get(phrase, ()))
    return tuple(sorted(terms))


def _analyse_text(text: str) -> Iterable[str]:
    return (term for word in find_words(normalise(text)) for term in analyse(word))


def _expand(table: WordTable, word: str) -> Iterable[str]:
    key = join(word)
    if key in table.words:
        return table.words[key]
    parts = word.split("-")
    if len(parts) > 1:
        return (term for part in parts for term in _expand(table, part))
    return (term for near in _find_prefixed(table, key) for term in table.words[near])


def _find_prefixed(table: WordTable, prefix: str) -> list[str]:
    """The words that begin with `prefix`, the nearest (shortest) first; phrases do not count."""
    if len(prefix) < SHORTEST_PREFIX:
        return []
    found = (word for word in table.words if word.startswith(prefix) and " " not in word)
    return sorted(found, key=lambda word: (len(word), word))[:MOST_PREFIXED]


def _find_runs(words: tuple[str, ...], longest: int) -> Iterable[str]:
    """Every run of two or more neighbouring words."""
    for length in range(2, longest + 1):
        for start in range(len(words) - length + 1):
            yield " ".join(words[start : start + length])
