"""What pandoc leaves out of an ODT, put in afterwards."""

import re
from datetime import date
from html import escape
from io import BytesIO
from zipfile import ZipFile

from plugins.packs.conversion import ConversionError
from plugins.packs.look import BOXED_ITEM, MOST_ROWS_KEPT
from plugins.packs.markup import find_elements, find_tree
from plugins.packs.package import build_package
from plugins.packs.style_odt import CELL_STYLES, render_cell_style

_LIST_TAB = re.compile(r'(text:list-tab-stop-position=")[^"]*')
_EMPTY_CELL = re.compile(r"(<table:table-cell [^>]*>)\s*(</table:table-cell>)")
_TABLE = re.compile(r'<table:table [^>]*table:style-name="(\w+)".*?</table:table>', re.S)


def mend_odt(data: bytes, html: str, day: date) -> bytes:
    """Return an ODT with what pandoc left out: alternative texts, quiet links, lines in tables,
    tables of a few rows on one page.

    `html` is what the document was made from; raise ConversionError when an image was lost.
    """
    with ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    xml = _describe_images(parts["content.xml"].decode(), _find_alternatives(html))
    xml = _mend_tables(_tighten_boxed_lists(_mend_links(xml)))
    parts["content.xml"] = _keep_tables(xml).encode()
    return build_package(parts.items(), day)


def _find_alternatives(html: str) -> tuple[str, ...]:
    images = find_elements(find_tree(html), lambda element: element.tag == "img")
    return tuple(image.get("alt") for image in images)


def _describe_images(xml: str, alternatives: tuple[str, ...]) -> str:
    frames = re.split(r"(<draw:image\b[^>]*/>)", xml)
    if len(frames) // 2 != len(alternatives):
        raise ConversionError(f"{len(alternatives)} images went in, {len(frames) // 2} came out")
    for number, text in enumerate(alternatives):
        frames[2 * number + 1] += f"<svg:desc>{escape(text)}</svg:desc>"
    return "".join(frames)


def _mend_links(xml: str) -> str:
    # Without a style of its own, LibreOffice underlines every citation.
    return re.sub(r'(<text:a\b)([^>]* xlink:href="#)', r'\1 text:style-name="Verwijzing"\2', xml)


def _mend_tables(xml: str) -> str:
    # A cell without a paragraph gets one of the height of running text.
    xml = _EMPTY_CELL.sub(r'\1<text:p text:style-name="Table_20_Contents"/>\2', xml)
    for name in CELL_STYLES:
        style = rf'<style:style style:name="{name}".*?</style:style>'
        xml = re.sub(style, render_cell_style(name), xml, count=1, flags=re.S)
    return xml


def _keep_tables(xml: str) -> str:
    short = {
        table[1] for table in _TABLE.finditer(xml)
        if table[0].count("<table:table-row") <= MOST_ROWS_KEPT
    }  # fmt: skip

    def keep(style: re.Match[str]) -> str:
        return style[0] + ' style:may-break-between-rows="false"' * (style["name"] in short)

    pattern = r'<style:style style:name="(?P<name>\w+)" [^>]*>\s*<style:table-properties\b'
    return re.sub(pattern, keep, xml)


def _tighten_boxed_lists(xml: str) -> str:
    """Put the text of items in call-outs beside their numbers: these lists have the margin of their
    paragraphs, where the tab behind a number must lead, and not past it.
    """
    boxed = set(
        re.findall(
            r'<text:list [^>]*style-name="(\w+)">\s*<text:list-item>\s*<text:p '
            r'text:style-name="Kaderlijst[^"]*">',
            xml,
        )
    )

    def tighten(style: re.Match[str]) -> str:
        text = style.group()
        return _LIST_TAB.sub(rf"\g<1>{BOXED_ITEM}pt", text) if style["name"] in boxed else text

    pattern = r'<text:list-style style:name="(?P<name>\w+)".*?</text:list-style>'
    return re.sub(pattern, tighten, xml, flags=re.S)
