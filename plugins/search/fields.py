"""What is searched: the fields of pages and of sections, and what a hit in each weighs."""

import math
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """A searched part: what a hit in it weighs, and how much its length matters."""

    name: str
    boost: float
    b: float


# The field weights: a page's fields count for each of its sections.
TITLE = Field("title", 3.2, 0.4)
HEADING = Field("heading", 2.0, 0.2)
PAGE_FIELDS = (
    TITLE,
    Field("summary", 2.4, 1.0),
    Field("glossary", 1.2, 0.0),
)
SECTION_FIELDS = (
    Field("text", 2.0, 0.7),
    HEADING,
    Field("glossary", 0.4, 0.3),
)
PAGES, SECTIONS = "pages", "sections"
LAYERS: Mapping[str, tuple[Field, ...]] = {PAGES: PAGE_FIELDS, SECTIONS: SECTION_FIELDS}
K1 = 1.2
# Python and JavaScript may differ in the last bits of a logarithm; ties must be ties in both.
SCORE_UNIT = 1_000_000
# Visitors of a page of this kind may be in danger; its words lead to it first.
HELP_KIND = "hulp"


def round_score(score: float) -> float:
    """A score as both sides compare it; js/search/score.js does the same sum."""
    return math.floor(score * SCORE_UNIT + 0.5) / SCORE_UNIT
