"""Problems as an editor reads them: all together, closed by a sentence that says what to do."""

from plugins.core.problem import Problem, render_problem


def stops_publish(problems: tuple[Problem, ...]) -> bool:
    """Tell whether any of the problems stops a publish."""
    return any(problem.stops for problem in problems)


def render_report(problems: tuple[Problem, ...]) -> str:
    """Return all problems in order, and a closing line; without problems only that line."""
    return "\n".join([*map(render_problem, problems), _closing(problems)])


def _closing(problems: tuple[Problem, ...]) -> str:
    stopping = sum(problem.stops for problem in problems)
    advice = len(problems) - stopping
    advised = f", {advice} advies" if advice == 1 else f", {advice} adviezen" if advice else ""
    if stopping == 0:
        return f"De inhoud is in orde{advised}."
    noun = "probleem" if stopping == 1 else "problemen"
    return f"{stopping} {noun}{advised}. Los de problemen op; tot dan wordt er niets gepubliceerd."
