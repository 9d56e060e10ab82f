"""A text with its place: from an offset in it to a line and a column, and back to the file it came
from.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from plugins.core.problem import Fix, Problem


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one file; `path` is relative to the project, with forward slashes."""

    path: str
    text: str
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        starts = (0, *(match.end() for match in re.finditer("\n", self.text)))
        object.__setattr__(self, "_starts", starts)

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column, both from 1, of a character offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def problem(
        self,
        offset: int,
        code: str,
        message: str,
        hint: str,
        *,
        stops: bool = True,
        fix: Fix | None = None,
    ) -> Problem:
        """Return a Problem at a character offset of this text."""
        line, column = self.position(offset)
        return Problem(self.path, line, column, code, message, hint, stops, fix)
