"""The look of the editable documents, said once: two reference documents are written from it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

DEEP = "0D4A52"
TEAL = "2B7A80"
PALE = "EAF4F3"
SUN = "FFCF56"
INK = "1C2729"
SOFT = "48585B"
LINE = "B9C9CA"
WHITE = "FFFFFF"
BLANK = "FFF3CC"
# Ground and line of call-outs that warn, by the ending of their styles; others are PALE and TEAL.
WARNINGS = {
    "-let-op": ("FFF6DC", "A06A00"),
    "-voorbehoud": ("F3F1EC", "6B5D45"),
    "-hulp": ("FDECEB", "A3261F"),
}

# A font that every office suite has, or has the measures of.
FONT = "Arial"
# How far pandoc puts the text of a list's item behind its number, and the number from the margin,
# where the line of a box stands too.
LIST_STEP = 18
# The line left of a call-out: its width, and its distance to the text.
_BOX_LINE = (2.25, 8)
# How far from the margin the text of a list in a call-out starts, in OpenDocument.
BOXED_ITEM = 2 * LIST_STEP + sum(_BOX_LINE)
# A table with no more rows than these is not divided over two pages.
MOST_ROWS_KEPT = 12


@dataclass(frozen=True, slots=True)
class Edge:
    """A line along one side ("left") of a paragraph; width and distance to the text in points."""

    side: str
    color: str
    width: float
    distance: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph style. `docx` and `odt` are the names pandoc uses; measures in points.

    `number` is the room for the number of a list's item, where the style's own margin takes the
    place of the list's: in OpenDocument. `page` starts a new page.
    """

    docx: str
    odt: tuple[str, ...]
    size: float = 10.5
    color: str = INK
    bold: bool = False
    italic: bool = False
    before: float = 0
    after: float = 6
    line: float = 1.25
    left: float = 0
    hanging: float = 0
    number: float = 0
    fill: str = ""
    edges: tuple[Edge, ...] = ()
    level: int = 0
    keep: bool = False
    page: bool = False


_SIDES = ("top", "left", "right")
_BAND_EDGES = tuple(Edge(side, DEEP, 1, 14) for side in (*_SIDES, "bottom"))
_COVER_EDGES = (*(Edge(side, DEEP, 1, 26) for side in _SIDES), Edge("bottom", SUN, 5, 26))


def _box(ending: str, fill: str, line: str) -> tuple[Paragraph, ...]:
    """Return the styles of a call-out: its title, its text, its lists, and those at its end."""
    # Above and below stand lines in the colour of the ground, which keep the words off its edges.
    # All paragraphs have the same lines: that is what joins them to one box.
    edges = (Edge("top", fill, 5, 1), Edge("left", line, *_BOX_LINE), Edge("bottom", fill, 5, 1))
    boxed = Paragraph("", (), after=0, keep=True, fill=fill, edges=edges)
    title = replace(
        _name(boxed, f"Kadertitel{ending}"), size=11, color=line if ending else DEEP, bold=True,
        before=10, left=LIST_STEP,
    )  # fmt: skip
    text = replace(_name(boxed, f"Kader{ending}"), left=LIST_STEP)
    items = replace(_name(boxed, f"Kaderlijst{ending}"), number=LIST_STEP)
    last = (replace(_name(one, f"{one.docx}-slot"), after=10, keep=False) for one in (text, items))
    return (title, text, items, *last)


def _name(style: Paragraph, name: str) -> Paragraph:
    return replace(style, docx=name, odt=(name,))


PARAGRAPHS: tuple[Paragraph, ...] = (
    Paragraph("Normal", ("Standard",)),
    Paragraph("Body Text", ("Text body",), before=2, after=6),
    # What comes after a heading, a list or a table.
    Paragraph("First Paragraph", ("First paragraph",), before=5, after=6),
    Paragraph("Ondertabel", ("Ondertabel",), before=9, after=6),
    Paragraph("Compact", ("Table Contents",), before=1, after=2, line=1.15),
    Paragraph(
        "Table Heading", ("Table Heading",), color=DEEP, bold=True, before=2, after=2, line=1.15
    ),
    Paragraph(
        "Table Caption", ("TableCaption",), color=DEEP, bold=True, before=8, after=3, keep=True
    ),
    Paragraph("Label", ("Label",), 9, TEAL, bold=True, before=60, after=18),
    Paragraph(
        "Title", ("Title",), 34, WHITE, bold=True, before=36, after=30, line=1.05,
        fill=DEEP, edges=_COVER_EDGES,
    ),
    Paragraph("Subtitle", ("Subtitle",), 12, DEEP, before=12, after=18),
    Paragraph("Lead", ("Lead",), 12.5, after=12),
    Paragraph("Melding", ("Melding",), color=SOFT, after=12),
    Paragraph(
        "heading 1", ("Heading 1",), 22, DEEP, bold=True, before=34, after=10, line=1.1,
        edges=(Edge("bottom", SUN, 2.25, 6),), level=1, keep=True,
    ),
    Paragraph(
        "heading 2", ("Heading 2",), 14.5, DEEP, bold=True, before=18, after=3, line=1.1,
        level=2, keep=True,
    ),
    Paragraph(
        "heading 3", ("Heading 3",), 12, DEEP, bold=True, before=12, after=2, line=1.1,
        level=3, keep=True,
    ),
    Paragraph(
        "Block Text", ("Quotations",), italic=True, before=6, left=14,
        edges=(Edge("left", LINE, 1.5, 8),),
    ),
    Paragraph(
        "Definition Term", ("Definition Term", "Definition Term Tight"),
        bold=True, after=0, keep=True,
    ),
    Paragraph("Definition", ("Definition Definition", "Definition Definition Tight"), left=18),
    Paragraph("Bibliography", ("Bibliography",), 9.5, after=5, left=18, hanging=18),
    Paragraph("Tussenkop", ("Tussenkop",), color=DEEP, before=8, after=3, keep=True),
    *_box("", PALE, TEAL),
    *(style for ending, colours in WARNINGS.items() for style in _box(ending, *colours)),
    Paragraph("footer", ("Footer",), 8, SOFT, after=0, line=1.1),
)  # fmt: skip

# A title in a band, as on the PDF of a sheet.
_BAND = {
    "color": WHITE, "fill": DEEP, "edges": _BAND_EDGES, "before": 0.0, "after": 16.0,
}  # fmt: skip
# By look and style: what differs from PARAGRAPHS. A poster is read from a distance.
_CHANGES: Mapping[str, Mapping[str, Mapping[str, Any]]] = {
    # Nobody's program knows beforehand how much of a page is left, so each chapter has its own.
    "guide": {"heading 1": {"page": True, "before": 0}},
    "letter": {
        "Normal": {"size": 10},
        "heading 1": {"size": 19, "before": 0, "after": 8},
        "heading 2": {"size": 12, "before": 7, "after": 1},
        "Body Text": {"size": 10, "after": 3, "line": 1.12},
        "First Paragraph": {"size": 10, "before": 1, "after": 3, "line": 1.12},
        "Ondertabel": {"size": 10, "before": 5, "after": 3, "line": 1.12},
        "Compact": {"size": 10, "before": 0, "after": 1, "line": 1.12},
    },
    "sheet": {
        "heading 1": {**_BAND, "size": 22, "after": 12.0},
        "heading 2": {"size": 13, "before": 13, "after": 2},
        "Body Text": {"size": 10, "after": 4, "line": 1.15},
        "First Paragraph": {"size": 10, "before": 4, "after": 4, "line": 1.15},
        "Ondertabel": {"size": 10, "before": 7, "after": 4, "line": 1.15},
        "Compact": {"size": 9.5, "before": 0, "after": 1, "line": 1.1},
    },
    "card": {
        "heading 1": {**_BAND, "size": 22},
        "heading 2": {"before": 11, "after": 2},
        "Body Text": {"after": 4},
        "First Paragraph": {"before": 3, "after": 4},
        "Ondertabel": {"before": 6, "after": 4},
        "Bibliography": {"size": 9, "after": 3, "line": 1.12},
    },
    "poster": {
        "heading 1": {**_BAND, "size": 46, "after": 20},
        "heading 2": {"size": 20, "color": TEAL, "before": 16},
        "Tussenkop": {"size": 34, "before": 0, "after": 4},
        "Normal": {"size": 18},
        "Body Text": {"size": 24, "after": 7},
        "First Paragraph": {"size": 24, "after": 7},
    },
}


def find_margin(look: str) -> int:
    """Return how many points a page of this look leaves free above its text."""
    return {"letter": 46, "card": 48, "poster": 48, "sheet": 48}.get(look, 65)


def find_paragraphs(look: str) -> tuple[Paragraph, ...]:
    """Return the styles of a document with this look."""
    changes = _CHANGES.get(look, {})
    return tuple(replace(style, **changes.get(style.docx, {})) for style in PARAGRAPHS)
