"""The handbook's page of every code: what is wrong, how it looks, how to mend it."""

import re
from collections.abc import Iterable, Iterator

from plugins.checks.codes import Code, Family

PAGE = "content/pages/meeschrijven/alle-meldingen.md"

_FIRST_CHAPTER = re.compile(r"^## ", re.M)
_STOPS = {"ja": "Probleem", "nee": "Advies", "soms": "Probleem of advies"}


def render_codes_page(text: str, families: Iterable[Family]) -> str:
    """Return the page `text` with its chapters made anew; what stands above them stays."""
    first = _FIRST_CHAPTER.search(text)
    head = text[: first.start()] if first else text
    return "\n".join((f"{head.rstrip()}\n", *map(_render_family, families)))


def _render_family(family: Family) -> str:
    head = f"## {family.about} (`{family.letters}`) {{#{family.letters.lower()}}}\n"
    note = (f"{family.note}\n",) if family.note else ()
    return "\n".join((head, *note, *(line for code in family.codes for line in _render_code(code))))


def _render_code(code: Code) -> Iterator[str]:
    yield f"### {code.code} {{#{code.code.lower()}}}\n"
    yield f"**{_STOPS[code.stops]}.** {code.fault}\n"
    yield f"- Bijvoorbeeld: {code.example}"
    yield f"- Herstellen: {code.mend}\n"
