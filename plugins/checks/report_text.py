"""Problems for someone at a screen: by file, with the line that each is about."""

from collections.abc import Iterator
from itertools import groupby

from plugins.checks.excerpt import Lines, find_line, make_visible, render_excerpt
from plugins.core.problem import Problem

_MARGIN = " " * 6


def render_text(problems: tuple[Problem, ...], lines: Lines) -> str:
    """Return the problems grouped by file; the files in the order of their first problem."""
    order = {name: place for place, name in enumerate(dict.fromkeys(one.file for one in problems))}
    by_file = sorted(problems, key=lambda one: (order[one.file], one))
    groups = groupby(by_file, key=lambda one: one.file)
    return "\n".join(_render_file(name, tuple(found), lines) for name, found in groups)


def _render_file(name: str, problems: tuple[Problem, ...], lines: Lines) -> str:
    told = (line for problem in problems for line in _render_problem(problem, lines))
    return "".join(f"{line}\n" for line in (make_visible(name), *told))


def _render_problem(problem: Problem, lines: Lines) -> Iterator[str]:
    advice = "" if problem.stops else " (advies)"
    place = f"{problem.line}:{problem.column}"
    yield f"  {place} {problem.code}{advice} {make_visible(problem.message)}"
    excerpt = render_excerpt(find_line(lines, problem), problem.column)
    if excerpt:
        yield from (f"{_MARGIN}│ {line}".rstrip() for line in excerpt)
    yield f"{_MARGIN}{make_visible(problem.hint)}"
