"""Sentences of a Markdown text, with how many words each has: a measure for advice, no verdict."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from plugins.core.code import blank, blank_code

# What is no running text: table rows, headings, heads of call-outs, definitions of links.
_APART = re.compile(r"^[ \t]*(?:\||#{1,6}[ \t]|!!!|\[[^\]\n]*\]:).*$", re.M)
# What readers do not read as words: citations, targets of links, anchors and classes.
_SIGNS = re.compile(r"\[[^\[\]]*@[^\[\]]*\]|\((?<=\]\()[^()\n]*\)|\{[^{}\n]*\}")
_MARGIN = re.compile(r"^[ \t>]*(?:(?:[-*+]|\d+\.|:)[ \t]+)?", re.M)
_BLOCK = re.compile(r"(?:^[ \t]*\S.*(?:\n|\Z))+", re.M)
_ITEM = re.compile(r"^[ \t>]*(?:[-*+]|\d+\.|:)[ \t]+", re.M)
_END = re.compile(r"[.!?:;…][\"'”’)*_]*(?=\s|\Z)")
_SHORT = re.compile(
    r"(?:^|[\s(‘“])(?:bijv|e\.a|c\.s|nr|art|p|pp|hfst|mr|dr|drs|z\.d|o\.a|t\.a\.v|m\.b\.t|i\.v\.m"
    r"|d\.w\.z|enz|max|min|ca)\.$",
    re.I,
)
_WORD = re.compile(r"\w(?:[\w’'./,-]*\w)?")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence by where it starts, in characters, and its number of words."""

    offset: int
    words: int


def find_sentences(text: str) -> Iterator[Sentence]:
    """Yield the sentences of the running text: paragraphs, list items, call-outs and definitions.

    A colon and a semicolon end a sentence too, as readers pause there.
    """
    plain = blank_code(text)
    for pattern in (_APART, _SIGNS):
        plain = pattern.sub(lambda match: blank(match.group()), plain)
    for block in _BLOCK.finditer(plain):
        starts = [match.start() for match in _ITEM.finditer(block.group())]
        bounds = [0, *starts, len(block.group())]
        for start, end in pairwise(bounds):
            yield from _split(plain, block.start() + start, block.start() + end)


def _split(plain: str, start: int, end: int) -> Iterator[Sentence]:
    start += len(_MARGIN.match(plain[start:end]).group())  # type: ignore[union-attr]
    begin = start
    for match in _END.finditer(plain, start, end):
        if not _is_short(plain[max(begin, match.start() - 12) : match.start() + 1]):
            yield from _measure(plain, begin, match.end())
            begin = match.end()
    yield from _measure(plain, begin, end)


def _is_short(text: str) -> bool:
    """Tell whether a text ends with a word that is cut short, and so ends no sentence."""
    return text.endswith(".") and _SHORT.search(text) is not None


def _measure(plain: str, start: int, end: int) -> Iterator[Sentence]:
    first = _WORD.search(plain, start, end)
    if first:
        yield Sentence(first.start(), len(_WORD.findall(plain, start, end)))
