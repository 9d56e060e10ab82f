"""Running text as readers see it, every offset kept: code, marks, citations, link targets and
headings are left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from plugins.core.code import blank, blank_code

# No part of these fits where the next one could begin, so that no text can make them slow.
_BRACKETS = re.compile(r"\[(?P<inside>[^\[\]]*)\]")
_UNREAD = re.compile(
    r"\]\([^()\n]*\)|<[^<>\s]*>|\{[^{}\n]*\}|^[ \t]*#{1,6}[^\n]*$|^[^\s|>#][^\n]*\n-+[ \t]*$", re.M
)
_CITATION = re.compile(r"(?<![\w\\])@\w|@\{")
_START = re.compile(r"^[ \t]*(?:[*+-][ \t]|\d+\.[ \t]|\||!!!|:[ \t]|\n)", re.M)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, list item or table row; `written` is its text with what is no running text."""

    text: str
    written: str
    offset: int

    @property
    def is_sourced(self) -> bool:
        """Whether a mark or citation stands in it."""
        marked = any(found["inside"].startswith("#") for found in _BRACKETS.finditer(self.written))
        return marked or _CITATION.search(self.written) is not None


def find_passages(text: str) -> Iterator[Passage]:
    """Yield the parts of a Markdown text, each with what is not running text as spaces."""
    coded = blank_code(text)
    plain = blank_apparatus(coded)
    starts = [0, *(match.start() for match in _START.finditer(coded)), len(coded)]
    for start, end in pairwise(starts):
        if plain[start:end].strip():
            yield Passage(plain[start:end], coded[start:end], start)


def blank_apparatus(text: str) -> str:
    """Return `text` with marks, citations, link targets and headings as spaces: same length."""
    return _UNREAD.sub(_blank, _BRACKETS.sub(_blank_reference, text))


def _blank_reference(match: re.Match[str]) -> str:
    inside = match["inside"]
    return _blank(match) if inside.startswith("#") or "@" in inside else match.group()


def _blank(match: re.Match[str]) -> str:
    return blank(match.group())
