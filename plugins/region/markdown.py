"""Marks in Markdown become the region's own words, a visible blank where nobody filled one in, or
the table of its municipalities.
"""

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from plugins.region.mark import BLANKS, MARK, TABLE, find_value, render_blank
from plugins.region.region import Municipality, Region

_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_COLUMNS = ("Gemeente", "Wat bekend is", "Route", "Wie het signaal stuurt", "Contact")
_UNKNOWN = "In geen bron van deze hub genoemd."
_BLANK = "[nog in te vullen]"  # the column says what


class RegionExtension(Extension):
    """Renders the marks of `region`; a name that does not exist stays as typed."""

    def __init__(self, region: Region) -> None:
        super().__init__()
        self.region = region

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        # After figures (174), before references and links (170, 160).
        md.inlinePatterns.register(_MarkProcessor(self.region, md), "region", 173)
        # After all that makes blocks of its own, before paragraphs (10).
        md.parser.blockprocessors.register(_TableProcessor(self.region, md), "municipalities", 11)


class _MarkProcessor(InlineProcessor):
    """Replaces one mark."""

    def __init__(self, region: Region, md: Markdown) -> None:
        super().__init__(MARK, md)
        self.region = region

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Markdown's name
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        name = m["name"]
        if name not in BLANKS:
            return None, None, None  # the checks say what is wrong; a preview shows what was typed
        return _render(find_value(self.region, name) or render_blank(BLANKS[name])), *m.span()


def _render(text: str) -> Element | str:
    """Return a text; a web address or mailbox as a link to it."""
    is_mail = _MAIL.fullmatch(text) is not None
    if not is_mail and not text.startswith("https://"):
        return text
    link = Element("a", {"href": f"mailto:{text}" if is_mail else text})
    link.text = AtomicString(text)
    return link


class _TableProcessor(BlockProcessor):
    """Replaces a paragraph that is the mark of the table."""

    def __init__(self, region: Region, md: Markdown) -> None:
        super().__init__(md.parser)
        self.region = region

    def test(self, parent: Element, block: str) -> bool:
        return block.strip() == f"[%{TABLE}]"

    def run(self, parent: Element, blocks: list[str]) -> None:
        blocks.pop(0)
        frame = SubElement(parent, "div", {"class": "gemeenten"})
        if self.region.plaatsen:
            _add_table(frame, self.region)
        else:
            SubElement(frame, "p").text = AtomicString(render_blank(TABLE))


def _add_table(frame: Element, region: Region) -> None:
    """Add the table, and where its list comes from; cells are still Markdown."""
    table = SubElement(frame, "table")
    SubElement(table, "caption").text = AtomicString(f"Gemeenten in {region.naam}")
    head = SubElement(SubElement(table, "thead"), "tr")
    for column in _COLUMNS:
        SubElement(head, "th", {"scope": "col"}).text = AtomicString(column)
    body = SubElement(table, "tbody")
    for place in region.plaatsen:
        _add_row(body, place)
    source = f" Bron van de lijst: [@{region.bron}]." if region.bron else ""
    SubElement(frame, "p").text = f"{region.toelichting}{source}".strip()


def _add_row(body: Element, place: Municipality) -> None:
    row = SubElement(body, "tr")
    SubElement(row, "th", {"scope": "row"}).text = AtomicString(place.naam)
    signal = place.signaal
    cells = (
        place.bekend or _UNKNOWN,
        signal.route or _BLANK,
        signal.afzender or _BLANK,
        signal.contact or _BLANK,
    )
    for column, cell in zip(_COLUMNS[1:], cells, strict=True):
        # On a phone the cells stand below one another, each behind the name of its column.
        SubElement(row, "td", {"data-label": column}).text = " ".join(cell.split())
