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

# A font that every office suite has, or has the measures of.
FONT = "Arial"


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
    place of the list's: in OpenDocument.
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
    new_page: bool = False


_BOX_EDGE = (Edge("left", TEAL, 2.25, 8),)
_BAND_EDGES = tuple(Edge(side, DEEP, 1, 14) for side in ("top", "left", "bottom", "right"))

PARAGRAPHS: tuple[Paragraph, ...] = (
    Paragraph("Normal", ("Standard",)),
    Paragraph("Body Text", ("Text body",), before=5, after=5),
    Paragraph("First Paragraph", ("First paragraph",), before=5, after=5),
    Paragraph("Compact", ("Table Contents",), before=2, after=2, line=1.15),
    Paragraph(
        "Table Heading", ("Table Heading",), color=DEEP, bold=True, before=2, after=2, line=1.15
    ),
    Paragraph("Label", ("Label",), 9, TEAL, bold=True, after=18),
    Paragraph(
        "Title", ("Title",), 30, WHITE, bold=True, before=36, after=24, line=1.05,
        fill=DEEP, edges=_BAND_EDGES,
    ),
    Paragraph("Subtitle", ("Subtitle",), 12, DEEP, before=12, after=18),
    Paragraph("Lead", ("Lead",), 12.5, after=12),
    Paragraph("Melding", ("Melding",), color=SOFT, after=12),
    Paragraph(
        "heading 1", ("Heading 1",), 22, DEEP, bold=True, after=10, line=1.1,
        edges=(Edge("bottom", SUN, 2.25, 6),), level=1, keep=True, new_page=True,
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
    Paragraph(
        "Kadertitel", ("Kadertitel",), 11, DEEP, bold=True, before=10, after=0, left=18,
        fill=PALE, edges=_BOX_EDGE, keep=True,
    ),
    Paragraph("Kader", ("Kader",), after=0, left=18, fill=PALE, edges=_BOX_EDGE),
    Paragraph("Kaderlijst", ("Kaderlijst",), after=0, number=11, fill=PALE, edges=_BOX_EDGE),
    Paragraph("footer", ("Footer",), 8, SOFT, after=0, line=1.1),
)  # fmt: skip

# A title in a band, as on the PDF of a sheet.
_BAND = {
    "color": WHITE, "fill": DEEP, "edges": _BAND_EDGES, "before": 0.0, "after": 16.0,
    "new_page": False,
}  # fmt: skip
# By look and style: what differs from PARAGRAPHS. A poster is read from a distance.
_CHANGES: Mapping[str, Mapping[str, Mapping[str, Any]]] = {
    "letter": {"heading 1": {"new_page": False, "size": 20}},
    "sheet": {"heading 1": {**_BAND, "size": 22}},
    "card": {
        "heading 1": {**_BAND, "size": 22},
        "heading 2": {"before": 11, "after": 2},
        "Body Text": {"before": 2, "after": 3},
        "First Paragraph": {"before": 2, "after": 3},
    },
    "poster": {
        "heading 1": {**_BAND, "size": 46, "after": 20},
        "heading 2": {"size": 20, "color": TEAL, "before": 16},
        "Normal": {"size": 18},
        "Body Text": {"size": 24, "before": 3, "after": 5},
        "First Paragraph": {"size": 24, "before": 3, "after": 5},
    },
}


def find_paragraphs(look: str) -> tuple[Paragraph, ...]:
    """Return the styles of a document with this look."""
    changes = _CHANGES.get(look, {})
    return tuple(replace(style, **changes.get(style.docx, {})) for style in PARAGRAPHS)
