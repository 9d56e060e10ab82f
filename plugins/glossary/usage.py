"""Where terms stand in a text: their names in the forms that sentences give them, and their
abbreviations. Knows no page.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from plugins.core.code import blank, blank_code
from plugins.glossary.term import Term

# What is no running text in Markdown: link targets, citations, figures, attributes, addresses.
# Each part begins where no other could, so that no text makes the search slow.
_APART = r"""
    \]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)     # the target of a link; its text stays
    |\[[^\[\]@]*@[^\[\]]*\]                        # a citation in brackets
    |\[\#[^\[\]]*\]                                # a figure
    |\{[^{}\n]*\}                                  # an anchor or a class
    |https?://[^\s<>]+
    |"""
_KEY = r"@\{?\w[\w:./-]*"
_MARKS = re.compile(_APART + _KEY, re.X)
# An e-mail address ends as a citation does; its name may begin at every word.
_BEHIND_NAME = re.compile(r"@(?<=[\w.+-]@)")
_MARKS_AND_MAIL = re.compile(rf"{_APART}(?<![\w.+-])[\w.+-]*{_KEY}", re.X)
_LONG_VOWEL = re.compile(r"(.*)([aeou])\2([b-df-hj-np-tv-z])", re.I)
_DOUBLED = re.compile(r".*[^aeiou][aeiou][bdfgklmnprst]", re.I)
_LETTERS = re.compile(r"[^\W\d_]*")
_SPOKEN = {"f": "v", "s": "z"}  # brief, brieven; huis, huizen

Spell = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Spellings:
    """All terms as one pattern; `by_group` tells which term a group of it stands for."""

    pattern: re.Pattern[str]
    by_group: Mapping[str, Term]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A term in a text, from offset `start` up to `end`."""

    term: Term
    start: int
    end: int


def build_spellings(terms: Iterable[Term]) -> Spellings:
    """Return the terms ready to be found. Build this once: it takes longer than a page does."""
    named = tuple(term for term in terms if term.id)
    names = {f"n{number}": term for number, term in enumerate(named)}
    short = {f"a{number}": term for number, term in enumerate(named) if term.abbreviation}
    branches = [
        *_join(((term.term, group) for group, term in names.items()), _either_case, _spell_name),
        *_join(((term.abbreviation, group) for group, term in short.items()), re.escape, _spell),
    ]
    choice = "|".join(branches) or "(?!)"
    return Spellings(re.compile(rf"(?<![\w-])(?:{choice})(?![\w-]|['’]\w)"), names | short)


def find_terms(text: str, spellings: Spellings) -> Iterator[Occurrence]:
    """Yield the terms in a plain text, in order; the longest where several begin."""
    for match in spellings.pattern.finditer(text):
        yield Occurrence(spellings.by_group[match.lastgroup or ""], match.start(), match.end())


def find_used_terms(text: str, spellings: Spellings) -> frozenset[str]:
    """Return the anchors of all terms in the running text of Markdown."""
    return frozenset(found.term.id for found in find_terms(blank_marks(text), spellings))


@lru_cache(maxsize=256)  # who seeks terms and who seeks abbreviations read the same text
def blank_marks(text: str) -> str:
    """Return Markdown with code and all that is no running text as spaces: same length and lines.

    The text of a link stays; its target, citations, figures, anchors and addresses go.
    """
    plain = blank_code(text)
    marks = _MARKS_AND_MAIL if _BEHIND_NAME.search(plain) else _MARKS
    return marks.sub(lambda mark: blank(mark.group()), plain)


def _join(names: Iterable[tuple[str, str]], begin: Spell, go_on: Spell) -> Iterator[str]:
    """Yield a branch for each first letter: most words in a text begin with none of them."""
    ordered = sorted((begin(name[0]), -len(name), name[1:], group) for name, group in names)
    for first, members in groupby(ordered, key=lambda member: member[0]):
        rests = "|".join(_go_on(group, rest, begin, go_on) for _, _, rest, group in members)
        yield f"{first}(?:{rests})"


def _go_on(group: str, rest: str, begin: Spell, go_on: Spell) -> str:
    """Return the group of a name behind its first letter. Before it come two more that no ending
    changes, as it does the last three of a word: what stands in no group is looked at soonest.
    """
    apart = min(2, max(0, len(_LETTERS.match(rest).group()) - 3))  # type: ignore[union-attr]
    return f"{''.join(map(begin, rest[:apart]))}(?P<{group}>{go_on(rest[apart:])})"


def _either_case(letter: str) -> str:
    return f"[{re.escape(letter.lower() + letter.upper())}]"


def _spell(text: str) -> str:
    """Return a pattern of `text` with an ending that an abbreviation may have."""
    return _quote(text) + "(?:['’]s)?"


def _quote(text: str) -> str:
    return re.sub("['’]", "['’]", re.escape(text))


def _spell_name(name: str) -> str:
    """Return a pattern of a name in any case, wrapped or not, with the endings of its last word."""
    *words, last = re.split(r"\s+", name)
    endings = "(?:en|n|s|e|['’]s)?"
    forms = "|".join([_quote(last) + endings, *(_quote(form) for form in _find_changed(last))])
    pattern = r"\s+".join([*map(_quote, words), f"(?:{forms})"])
    return f"(?i:{pattern})"


def _find_changed(word: str) -> Iterator[str]:
    """Yield the forms in which an ending changes the word: ambtenaren, plannen, sensitieve."""
    long_vowel = _LONG_VOWEL.fullmatch(word)
    if long_vowel:
        yield "".join(long_vowel.groups()) + "en"
    if _DOUBLED.fullmatch(word):
        yield f"{word}{word[-1]}en"
    if word[-1:] in _SPOKEN:
        yield f"{word[:-1]}{_SPOKEN[word[-1]]}e"
        yield f"{word[:-1]}{_SPOKEN[word[-1]]}en"
