"""The line that a problem is about, cut to what fits a screen, with a sign below its place."""

import unicodedata
from collections.abc import Mapping, Sequence

from plugins.core.hidden import HIDDEN
from plugins.core.problem import Problem

Lines = Mapping[str, Sequence[str]]  # the lines of each file, by the name that problems give it

_WIDTH = 76  # characters of an excerpt
_BEFORE = 40  # of these, at most so many before the place
_NO_BREAK = str.maketrans({"\t": " ", "\r": "", "\n": " "})


def find_line(lines: Lines, problem: Problem) -> str:
    """Return the line at which `problem` stands; empty when its file could not be read."""
    found = lines.get(problem.file, ())
    return found[problem.line - 1] if problem.line <= len(found) else ""


def render_excerpt(line: str, column: int) -> tuple[str, str] | None:
    """Return the part of `line` around `column`, and a line with a caret below that column.

    A line without anything to see has no excerpt.
    """
    if not line.strip() or column > len(line) + 1:
        return None
    start = max(0, min(column - 1 - _BEFORE, len(line) - _WIDTH))
    shown = make_visible(line[start : start + _WIDTH])
    before, cut = ("…" if start else ""), len(line) > start + _WIDTH
    left = before + shown[: column - 1 - start]
    return f"{before}{shown}{'…' if cut else ''}", " " * _measure(left) + "^"


def make_visible(text: str) -> str:
    """Return `text` on one line, a sign in the place of each that a screen would not show."""
    return HIDDEN.sub("\ufffd", text.translate(_NO_BREAK))


def _measure(text: str) -> int:
    """Return how many cells of a screen a text fills."""
    return sum(map(_measure_sign, text))


def _measure_sign(sign: str) -> int:
    if unicodedata.combining(sign) or unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
