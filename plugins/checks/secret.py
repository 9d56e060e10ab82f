"""Reports that others read, as those of a forge, without the personal data that they tell of."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, replace

from plugins.core.problem import Problem
from plugins.core.source import Source
from plugins.hub.hub import Hub
from plugins.privacy.allowed import find_known
from plugins.privacy.datum import Datum
from plugins.privacy.secret import find_secrets, hide_repeated, hide_secrets

_LINES = 5  # that a message may quote, from the one at which its problem stands


@dataclass(frozen=True, slots=True)
class Hiding:
    """A text without what is personal in it, every sign in its place; and what that is, in its
    order, each with the line at which it ends.
    """

    text: str
    secrets: tuple[Datum, ...]
    lines: tuple[int, ...]


def find_hiding(hub: Hub, texts: Mapping[str, str]) -> Mapping[str, Hiding]:
    """Return each of `texts`, by file, without what the hub does not declare public."""
    known = find_known(hub.public, (hub.region.source.text,))
    hidden = {}
    for file, text in texts.items():
        source, secrets = Source(file, text), find_secrets(text, known)
        lines = tuple(source.position(datum.end)[0] for datum in secrets)
        hidden[file] = Hiding(hide_secrets(text, secrets), secrets, lines)
    return hidden


def hide_in_problems(
    problems: tuple[Problem, ...], hidden: Mapping[str, Hiding]
) -> tuple[Problem, ...]:
    """Return the problems, none of which repeats what is personal at its place."""
    return tuple(_hide(problem, hidden.get(problem.file)) for problem in problems)


def _hide(problem: Problem, hiding: Hiding | None) -> Problem:
    if hiding is None or not hiding.secrets:
        return problem
    first = bisect_left(hiding.lines, problem.line)
    near = hiding.secrets[first : bisect_left(hiding.lines, problem.line + _LINES)]
    message, hint = (hide_repeated(text, near) for text in (problem.message, problem.hint))
    return replace(problem, message=message, hint=hint)
