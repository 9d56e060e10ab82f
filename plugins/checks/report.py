"""Problems in words or for programs, in one of several formats."""

from collections.abc import Callable, Mapping

from plugins.checks.excerpt import Lines
from plugins.checks.report_github import render_github
from plugins.checks.report_gitlab import render_gitlab
from plugins.checks.report_json import render_json
from plugins.checks.report_sarif import render_sarif
from plugins.checks.report_text import render_text
from plugins.core.problem import Problem, render_problem

FORMATS: Mapping[str, Callable[[tuple[Problem, ...], Lines], str]] = {
    "text": render_text,
    "json": render_json,
    "github": render_github,
    "gitlab": render_gitlab,
    "sarif": render_sarif,
}


def stops_publish(problems: tuple[Problem, ...]) -> bool:
    """Tell whether any of the problems stops a publish."""
    return any(problem.stops for problem in problems)


def render_report(problems: tuple[Problem, ...]) -> str:
    """Return all problems in order, and a closing line; without problems only that line."""
    return "\n".join([*map(render_problem, problems), render_closing(problems)])


def render_closing(problems: tuple[Problem, ...], what: str = "De inhoud is") -> str:
    """Return a sentence that counts the problems and says what to do; `what` has been checked."""
    stopping = sum(problem.stops for problem in problems)
    advice = len(problems) - stopping
    advised = f", {advice} advies" if advice == 1 else f", {advice} adviezen" if advice else ""
    if stopping == 0:
        return f"{what} in orde{advised}."
    noun = "probleem" if stopping == 1 else "problemen"
    return f"{stopping} {noun}{advised}. Los de problemen op; tot dan wordt er niets gepubliceerd."
