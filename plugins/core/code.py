"""Code in Markdown text, left out with every offset kept; the same code that the page shows as
code.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

_HINT = re.compile(r"[`~\t]| {4}")  # without one of these there is no code
# A fence starts at the margin and must close, as in Python-Markdown.
_FENCE = re.compile(r"^(?P<fence>`{3,}|~{3,}) *(?:\{.*\}|\.?[\w#.+-]* *(?:hl_lines=.*)?)$", re.M)
_FENCE_END = re.compile(r"^(?P<fence>`{3,}|~{3,}) *$", re.M)
# Lines up to a blank one: a code span never reaches past them.
_BLOCK = re.compile(r"(?:^[ \t]*\S.*(?:\n|\Z))+", re.M)
_INDENTED = re.compile(r"(?:^(?: {4}| {0,3}\t).*(?:\n|\Z))+", re.M)
# Below these, indented lines belong to a list item, a definition or a call-out: they are no code.
_CONTAINER = re.compile(r"^ {0,3}(?:[*+-][ \t]|\d+\.[ \t]|:[ \t]|!!!)", re.M)
_SIGN = re.compile(r"[^\n]")
_ESCAPE_OR_TICKS = re.compile(r"\\.|(?P<ticks>`+)", re.S)


@lru_cache(maxsize=256)  # every check of a page asks for the same text
def blank_code(text: str) -> str:
    """Return `text` with code blocks and code spans as spaces: same length, same lines.

    Code that is indented inside a list, a definition or a call-out is not recognised.
    """
    if not _HINT.search(text):
        return text
    without_fences = blank_fences(text)
    return _blank(without_fences, _find_inside_blocks(without_fences))


def blank_fences(text: str) -> str:
    """Return `text` with fenced code blocks as spaces: same length, same lines."""
    return _blank(text, _find_fences(text)) if "```" in text or "~~~" in text else text


def _find_fences(text: str) -> Iterator[tuple[int, int]]:
    closers: dict[str, list[re.Match[str]]] = defaultdict(list)
    for closer in _FENCE_END.finditer(text):
        closers[closer["fence"]].append(closer)
    position = 0
    while opener := _FENCE.search(text, position):
        position = opener.end()
        same = closers.get(opener["fence"], [])
        index = bisect_left(same, position, key=re.Match.start)
        if index < len(same):
            position = same[index].end()
            yield opener.start(), position


def _find_inside_blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of the code in each block of lines: indented lines, and code spans."""
    above = ""  # the last block at the margin
    for match in _BLOCK.finditer(text):
        start, block = match.start(), match.group()
        indented = None
        if not block.startswith((" ", "\t")):
            above = block
        elif not _CONTAINER.search(above):
            indented = _INDENTED.match(block)
        code = indented.end() if indented else 0
        if code:
            yield start, start + code
        for span_start, span_end in _find_spans(block[code:]):
            yield start + code + span_start, start + code + span_end


def _find_spans(block: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of the code spans of one block, as Python-Markdown pairs backticks."""
    if "`" not in block:
        return
    closers: dict[int, list[int]] = defaultdict(list)
    for run in re.finditer("`+", block):
        closers[len(run.group())].append(run.start())
    position = 0
    while found := _ESCAPE_OR_TICKS.search(block, position):
        position = found.end()
        closed = _find_end(len(found["ticks"] or ""), position, closers)
        if closed:
            yield found.start(), closed
            position = closed


def _find_end(ticks: int, after: int, closers: dict[int, list[int]]) -> int | None:
    """Return the end of the span that `ticks` backticks open; an unclosed run opens a shorter
    one.
    """
    for length in range(ticks, 0, -1):
        starts = closers.get(length, [])
        index = bisect_left(starts, after)
        if index < len(starts):
            return starts[index] + length
    return None


def blank(text: str) -> str:
    """Return as many spaces as `text` has signs; line ends stay."""
    return " " * len(text) if "\n" not in text else _SIGN.sub(" ", text)


def _blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    pieces: list[str] = []
    kept = 0
    for start, end in spans:
        pieces += text[kept:start], blank(text[start:end])
        kept = end
    return "".join((*pieces, text[kept:]))
