"""Near names for hints: "bedoelt u …?"."""

from collections.abc import Iterable
from difflib import get_close_matches


def find_near_name(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that looks most like `name`, or None when none comes near."""
    candidates = sorted(set(known))
    folded = {candidate.casefold(): candidate for candidate in reversed(candidates)}
    matches = get_close_matches(name.casefold(), sorted(folded), n=1, cutoff=0.6)
    return folded[matches[0]] if matches else None


def render_hint(name: str, known: Iterable[str], otherwise: str) -> str:
    """Return "Bedoelt u «near»?" followed by `otherwise`, or `otherwise` alone."""
    near = find_near_name(name, known)
    return f"Bedoelt u «{near}»? {otherwise}" if near else otherwise
