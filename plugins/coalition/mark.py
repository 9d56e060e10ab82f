"""Marks of the councillor's text in Markdown, each a paragraph of its own: ``[=ambitie]`` is a
clause with all its variants, ``[=ambitie, kort]`` one variant, ``[=motie]`` a whole text. Finds
them, and tells which can be; renders nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.coalition.clause import VARIANTS
from plugins.coalition.coalition import Coalition
from plugins.core.code import blank_code
from plugins.core.escape import is_escaped

# Brackets end at the next bracket of either kind, so that no text can make the search slow.
LINE = re.compile(r"\[=(?P<inside>[^\[\]\n]*)\][ \t]*")
_MARK = re.compile(r"\[=(?P<inside>[^\[\]\n]*)\]")
DEADLINES = "termijnen"
CHECKLIST = "nalooplijst"
BUILDER = "bouwer"
TEST = "toets"
TEMPLATES = {BUILDER: "coalitie", TEST: "toets"}  # those that have a form to put there
_PLACES = (DEADLINES, CHECKLIST, BUILDER, TEST)


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark: a name, and a variant, which may be empty. `offset` counts from the start of the
    text; `alone` tells whether nothing else stands on its line.
    """

    name: str
    variant: str
    offset: int = 0
    alone: bool = True


def find_marks(text: str) -> Iterator[Mark]:
    """Yield every mark in a Markdown text, code left out, in the order of the text."""
    plain = blank_code(text)
    for match in _MARK.finditer(plain):
        if not is_escaped(plain, match.start()):
            start = plain.rfind("\n", 0, match.start()) + 1
            end = (plain.find("\n", match.end()) + 1 or len(plain) + 1) - 1
            alone = not plain[start : match.start()] and not plain[match.end() : end].strip()
            yield parse_mark(match["inside"], match.start(), alone=alone)


def parse_mark(inside: str, offset: int = 0, *, alone: bool = True) -> Mark:
    """Return the mark that stands between ``[=`` and ``]``."""
    name, _, variant = (part.strip() for part in inside.partition(","))
    return Mark(name, variant, offset, alone)


def find_names(coalition: Coalition) -> tuple[str, ...]:
    """Return every name that a mark may have."""
    clauses = (clause.id for clause in coalition.clauses)
    return (*clauses, *(form.id for form in coalition.forms), *_PLACES)


def can_vary(mark: Mark, coalition: Coalition) -> bool:
    """Tell whether the variant of a mark, or its absence, fits its name."""
    is_clause = any(clause.id == mark.name for clause in coalition.clauses)
    return not mark.variant or (is_clause and mark.variant in VARIANTS)
