"""The diagnostic: one fault in the content, with its place and how to mend it. Never raised, only
collected.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A fault in the content, ordered by place.

    `file` is relative to the project (``content/pages/a.md``); `line` and `column` count from 1.
    `hint` starts with a verb. `stops` tells whether a publish must stop, or this is advice.
    """

    file: str
    line: int
    column: int
    code: str
    message: str
    hint: str
    stops: bool = True


def render_problem(problem: Problem) -> str:
    """Return the problem as two lines: place, code and message; then the hint."""
    place = f"{problem.file}:{problem.line}:{problem.column}"
    advice = "" if problem.stops else " (advies)"
    text = f"{place}: {problem.code}{advice} {problem.message}\n    {problem.hint}"
    return text.encode(errors="replace").decode()  # a file name may hold what is no text


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems once each, those that stop a publish first, then by place."""
    return tuple(sorted(set(problems), key=lambda problem: (not problem.stops, problem)))
