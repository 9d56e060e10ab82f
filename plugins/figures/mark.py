"""Marks of figures in Markdown: ``[#id]`` and ``[#id, kaal]``. Finds them; knows no figures."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.core.code import blank_code
from plugins.core.escape import is_escaped

FORMS = ("getal", "waarde", "kaal")
# Brackets end at the next bracket of either kind, so that no text can make the search slow. What
# has a target right behind it is a link.
MARK = r"\[#(?P<inside>[^\[\]]*)\](?!\()"
_MARK = re.compile(MARK)
_INSIDE = re.compile(r"\s*(?P<id>[\w-]+)\s*(?:,\s*(?P<form>\w+)\s*)?")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_START = re.compile(r"(?:\A|\n[ \t]*\n|(?:\A|\n)[ \t]*(?:#|!!!)[^\n]*\n)[ \t]*\Z")
_END = re.compile(r"[ \t]*(?:\Z|\n[ \t]*(?:\n|\Z))")
_LOOK_BACK = 300  # the longest heading that may stand right above a table


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure named in a text; `form` is empty when the mark asks for none.

    `alone` tells whether it is a paragraph of its own, as a table must be. `offset` counts from
    the start of the text.
    """

    id: str
    form: str
    offset: int
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Malformed:
    """What looks like a mark and cannot be read."""

    text: str
    offset: int


def find_marks(text: str) -> Iterator[Mark | Malformed]:
    """Yield every mark in a Markdown text, code left out, in the order of the text."""
    plain = blank_code(text)
    for match in _MARK.finditer(plain):
        if not is_escaped(plain, match.start()) and not _BLANK_LINE.search(match["inside"]):
            before = plain[max(0, match.start() - _LOOK_BACK) : match.start()]
            first = match.start() <= _LOOK_BACK or "\n" in before
            alone = first and bool(_START.search(before)) and bool(_END.match(plain, match.end()))
            yield parse_mark(match["inside"], match.start(), alone=alone)


def parse_mark(inside: str, offset: int = 0, *, alone: bool = False) -> Mark | Malformed:
    """Return the mark that stands between ``[#`` and ``]``."""
    match = _INSIDE.fullmatch(inside)
    if match is None:
        return Malformed(f"[#{inside}]", offset)
    return Mark(match["id"], match["form"] or "", offset, alone)
