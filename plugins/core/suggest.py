"""Near names for hints: "bedoelt u …?"."""

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches


def find_near_name(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that looks most like `name`, or None when none comes near."""
    candidates = sorted(set(known))
    folded = {candidate.casefold(): candidate for candidate in reversed(candidates)}
    matches = get_close_matches(name.casefold(), sorted(folded), n=1, cutoff=0.6)
    return folded[matches[0]] if matches else None


def render_hint(name: str, known: Iterable[str], otherwise: str) -> str:
    """Return "Bedoelt u «near»?" followed by `otherwise`, or `otherwise` alone.

    A name with a letter of another alphabet may look the same as the one that is meant.
    """
    near = find_near_name(name, known)
    foreign = next((sign for sign in name if sign.isalpha() and not _is_latin(sign)), "")
    if near and foreign:
        code = f"U+{ord(foreign):04X}"
        return f"Typ «{near}» opnieuw: hier is «{foreign}» ({code}) een letter van elders."
    return f"Bedoelt u «{near}»? {otherwise}" if near else otherwise


def _is_latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("LATIN")
