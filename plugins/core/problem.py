"""The diagnostic: one fault in the content, with its place and how to mend it. Never raised, only
collected.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Fix:
    """A mend that is always right: at the problem's place stands `old`, and should stand `new`."""

    old: str
    new: str


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A fault in the content, ordered by place.

    `file` is relative to the project (``content/pages/a.md``); `line` and `column` count from 1.
    `hint` starts with a verb. `stops` tells whether a publish must stop, or this is advice.
    `fix` is there when a program may mend it; `clean` makes of the bytes of a file that is no text
    what they should be.
    """

    file: str
    line: int
    column: int
    code: str
    message: str
    hint: str
    stops: bool = True
    fix: Fix | None = field(default=None, compare=False)
    clean: Callable[[bytes], bytes] | None = field(default=None, compare=False)


def render_problem(problem: Problem) -> str:
    """Return the problem as two lines: place, code and message; then the hint."""
    place = f"{problem.file}:{problem.line}:{problem.column}"
    advice = "" if problem.stops else " (advies)"
    text = f"{place}: {problem.code}{advice} {problem.message}\n    {problem.hint}"
    return text.encode(errors="replace").decode()  # a file name may hold what is no text


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems once each, those that stop a publish first, then by place."""
    return tuple(sorted(set(problems), key=lambda problem: (not problem.stops, problem)))
