"""Problems as annotations on GitHub, which shows the first ten errors and ten warnings that a step
prints, and drops the others without a word.

Source: GitHub's documentation, "Workflow commands for GitHub Actions".
"""

from hashlib import sha256

from plugins.checks.excerpt import Lines
from plugins.checks.report_text import render_text
from plugins.core.problem import Problem

_SHOWN = 10  # of each kind

_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render_github(problems: tuple[Problem, ...], lines: Lines) -> str:
    """Return the first problems as annotations, and how many more the log tells below them."""
    errors = tuple(problem for problem in problems if problem.stops)
    warnings = tuple(problem for problem in problems if not problem.stops)
    shown = (*errors[:_SHOWN], *warnings[:_SHOWN])
    rest = (*errors[_SHOWN:], *warnings[_SHOWN:])
    told = [_render_annotation(problem) for problem in shown]
    return "\n".join(told + (_render_rest(rest, lines) if rest else []))


def _render_annotation(problem: Problem) -> str:
    values = {
        "file": problem.file,
        "line": str(problem.line),
        "col": str(problem.column),
        "title": problem.code,
    }
    where = ",".join(f"{name}={value.translate(_PROPERTY)}" for name, value in values.items())
    text = f"{problem.message}\n{problem.hint}".translate(_DATA)
    return f"::{'error' if problem.stops else 'warning'} {where}::{text}"


def _render_rest(problems: tuple[Problem, ...], lines: Lines) -> list[str]:
    """Return a notice, and the problems as text in which GitHub looks for no commands: an editor
    may write what looks like one.
    """
    count = f"nog {len(problems)}: zie het log van deze stap"
    text = render_text(problems, lines)
    token = sha256(text.encode(errors="replace")).hexdigest()
    return [f"::notice::{count}", f"::stop-commands::{token}", text, f"::{token}::"]
