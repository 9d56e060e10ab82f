"""Quotes and apostrophes as keyboards have them, and as they should be printed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.core.code import blank_code

OPENING, CLOSING = "‘", "’"

# What no reader sees, or what Markdown reads itself: targets of links with their titles, braces,
# addresses, definitions of links, heads of call-outs.
_UNREAD = re.compile(
    r"\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\{[^{}\n]*\}|<[^<>\n]*>|^ {0,3}\[[^\[\]\n]*\]:.*$"
    r"|^[ \t]*!!!.*$",
    re.M,
)
# Between quotes stands at least a sign that is no space, and no other quote of the kind. What comes
# after a word, or before one, does not open or close.
_PAIR = re.compile(r"(?<![\w\\])(?P<sign>[\"'])(?=\S)(?P<inside>[^\"'\n]+)(?<=\S)(?P=sign)(?!\w)")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)|(?<![\w\\])'(?=(?:[stnk]|er|em|ie|r)\b)", re.I)
_STRAIGHT = re.compile(r"[\"']")


@dataclass(frozen=True, slots=True)
class Quote:
    """A straight sign at `offset`; `printed` is what it should be, or empty where that is not
    certain.
    """

    offset: int
    sign: str
    printed: str


def find_straight_quotes(text: str) -> Iterator[Quote]:
    """Yield the straight quotes and apostrophes in the running text of Markdown, in its order."""
    plain = _UNREAD.sub(lambda match: " " * len(match.group()), blank_code(text))
    if '"' not in plain and "'" not in plain:
        return  # as in most texts, and what follows takes its time
    known = {match.start(): CLOSING for match in _APOSTROPHE.finditer(plain)}
    rest = _APOSTROPHE.sub(CLOSING, plain)
    for match in _PAIR.finditer(rest):
        known |= {match.start(): OPENING, match.end() - 1: CLOSING}
    for match in _STRAIGHT.finditer(plain):
        yield Quote(match.start(), match.group(), known.get(match.start(), ""))
