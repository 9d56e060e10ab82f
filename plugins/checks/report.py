"""Problems in words, and the sentence that closes every report."""

from plugins.core.problem import Problem, render_problem


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
