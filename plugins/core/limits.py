"""What the Markdown parser can carry: some of its patterns need a time that grows with the square
of a text, so that a file beyond these limits is not read at all.
"""

import re
from collections.abc import Iterator
from itertools import islice

from plugins.core.code import blank_code, blank_fences
from plugins.core.problem import Problem
from plugins.core.source import Source

_SIZE = 200_000  # characters in a file
_BLOCK = 40_000  # characters without a blank line between: a table of some hundreds of rows
_DEPTH = 20  # lists and quotes inside one another
_HEADINGS = 500  # anchors are made unique one by one
_LINES_IN_ALL = 10_000  # also those with nothing on them
_FENCES = 200  # each is sought to the end of the page
_DEFINITIONS = 100  # without a blank line between: they are parsed inside one another
# Characters from each opening bracket to the one that closes it, or to the end of its block. A
# citation takes some 30 of them, so that no page that a person writes comes near.
_REACH = 1_000_000

TOO_LARGE = (
    "BST004", "dit bestand is te groot of te diep genest om te lezen",
    "Splits het bestand, of haal hier de herhaalde haken, lijsten of citaten weg.",
)  # fmt: skip

_LINES = re.compile(r"(?:^[ \t]*\S.*(?:\n|\Z))+", re.M)
_HEADING = re.compile(r"^[ \t>*+-]*#|^[=-]+[ \t]*$", re.M)
_LINE_END = re.compile("\n")
_FENCE = re.compile(r"^(?:`{3}|~{3})", re.M)
_DEFINITION = re.compile(r"^[ \t]*:[ \t]", re.M)
_MARGIN = re.compile(r"^(?:[ \t]|>|(?:[*+-]|\d+\.)(?=[ \t]))+(?=\S)", re.M)
_LEVEL = re.compile(r" {4}|\t|>|[*+-]|\d+\.")
_DEEP_MARGIN = re.compile(rf"\n[ \t>*+.\d-]{{{_DEPTH + 1}}}")  # a level takes at least one of these
_BRACKET = re.compile(r"\\.|(?P<target>(?<=\])\()|[\[\]()]", re.S)


def find_overload(source: Source, start: int = 0) -> Problem | None:
    """Return the Problem that the text from `start` on is more than the parser carries, or None."""
    offset = next(_find_excess(source.text[start:]), None)
    if offset is None:
        return None
    return source.problem(start + offset, *TOO_LARGE)


def _find_excess(text: str) -> Iterator[int]:
    """Yield offsets at which the text passes a limit."""
    if len(text) > _SIZE:
        yield _SIZE
        return
    if _is_plain(text):
        return
    yield from _find_beyond(_FENCE, text, _FENCES)
    without_fences = blank_fences(text)
    for block in _LINES.finditer(without_fences):
        if len(block.group()) > _BLOCK:
            yield block.start()
    plain = blank_code(text)
    yield from _find_beyond(_HEADING, plain, _HEADINGS)
    for margin in _MARGIN.finditer(without_fences):
        if len(_LEVEL.findall(margin.group())) > _DEPTH:
            yield margin.start()
    blocks = tuple(_LINES.finditer(plain))
    yield from _find_far_reach(plain, blocks)
    for lines in blocks if _DEFINITION.search(plain) else ():
        for offset in _find_beyond(_DEFINITION, lines.group(), _DEFINITIONS):
            yield lines.start() + offset
    yield from _find_beyond(_LINE_END, text, _LINES_IN_ALL)


def _is_plain(text: str) -> bool:
    """Tell whether a text is surely within the limits, as nearly every page of a person is."""
    return (
        len(text) <= _BLOCK
        and text.count("\n") < min(_FENCES, _HEADINGS, _LINES_IN_ALL)
        and text.count(":") < _DEFINITIONS
        and (text.count("[") + text.count("(")) * len(text) <= _REACH
        and not _DEEP_MARGIN.search(f"\n{text}")
    )


def _find_beyond(sign: re.Pattern[str], text: str, limit: int) -> Iterator[int]:
    """Yield the offset of the first sign beyond `limit` of them."""
    yield from (match.start() for match in islice(sign.finditer(text), limit, limit + 1))


def _find_far_reach(plain: str, blocks: tuple[re.Match[str], ...]) -> Iterator[int]:
    """Yield where the blocks make the parser look ahead too far."""
    longest = max((len(lines.group()) for lines in blocks), default=0)
    if (plain.count("[") + plain.count("(")) * longest <= _REACH:
        return  # none reaches past its block: it cannot be too far, as on every page of a person
    reach = 0
    for lines in blocks:
        reach += _measure_reach(lines.group())
        if reach > _REACH:
            yield lines.start()


def _measure_reach(block: str) -> int:
    """Return how far the parser looks ahead, in all, for the brackets that close others."""
    square: list[int] = []
    targets: list[int | None] = []
    reach = 0
    for match in _BRACKET.finditer(block):
        sign, start = match.group(), match.start()
        if sign == "[":
            square.append(start)
        elif sign == "(":
            targets.append(start if match["target"] else None)
        elif sign == "]" and square:
            reach += start - square.pop()
        elif sign == ")" and targets:
            opened = targets.pop()
            reach += 0 if opened is None else start - opened
    unclosed = [*square, *(start for start in targets if start is not None)]
    return reach + sum(len(block) - start for start in unclosed)
