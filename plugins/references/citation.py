"""Citations in Markdown: ``[@key]``, ``[@key, p. 12]``, ``[@a; @b]``. Finds them and reads them;
knows no sources.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.core.code import blank_code

# A bracketed text with an @ at its start or after a space or semicolon; an e-mail address has
# neither. No text can make the search slow: no part of it fits where the next one could begin.
CLUSTER = r"\[(?P<inside>(?:[^\[\]\\@]|(?<![\s;\[])@)*(?<=[\s;\[])@[^\[\]]*)\](?!\(|\[(?!@))"
_LOOSE = re.compile(r"(?<![\w\\@/.])@(?P<key>\w(?:[\w:./-]*\w)?)")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_CLUSTER = re.compile(CLUSTER)
_ITEM = re.compile(r"\s*@(?P<key>\w(?:[\w:./-]*\w)?)\s*(?:,\s*(?P<locator>.*\S))?\s*", re.S)


@dataclass(frozen=True, slots=True)
class Citation:
    """One cited work: its key and, if given, the place in it; `offset` counts from the text's
    start.
    """

    key: str
    locator: str
    offset: int


@dataclass(frozen=True, slots=True)
class Malformed:
    """A part of a citation that could not be read."""

    text: str
    offset: int


def find_citations(text: str) -> Iterator[Citation | Malformed]:
    """Yield every citation in a Markdown text, code left out, in the order of the text."""
    for match in _CLUSTER.finditer(blank_code(text)):
        broken = _BLANK_LINE.search(match["inside"])  # a citation may be wrapped, no more
        if not broken and not _is_escaped(text, match.start()):
            yield from parse_cluster(match["inside"], match.start("inside"))


def find_loose_keys(text: str) -> Iterator[Citation]:
    """Yield what looks like a key outside brackets: ``@key`` not after a letter or a backslash."""
    plain = _CLUSTER.sub(lambda match: " " * len(match.group()), blank_code(text))
    for match in _LOOSE.finditer(plain):
        yield Citation(match["key"], "", match.start())


def parse_cluster(inside: str, offset: int = 0) -> Iterator[Citation | Malformed]:
    """Yield the citations between one pair of brackets: works apart by semicolons."""
    start = 0
    for part in inside.split(";"):
        match = _ITEM.fullmatch(part)
        if match and "@" not in (match["locator"] or ""):
            key_offset = offset + start + match.start("key") - 1
            locator = " ".join((match["locator"] or "").split())
            yield Citation(match["key"], locator, key_offset)
        else:
            yield Malformed(part.strip(), offset + start + len(part) - len(part.lstrip()))
        start += len(part) + 1


def _is_escaped(text: str, offset: int) -> bool:
    before = text[max(0, offset - 50) : offset]
    backslashes = len(before) - len(before.rstrip("\\"))
    return backslashes % 2 == 1
