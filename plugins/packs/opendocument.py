"""What pandoc leaves out of an ODT, put in afterwards."""

import re
from datetime import date
from html import escape
from io import BytesIO
from zipfile import ZipFile

from plugins.packs.conversion import ConversionError
from plugins.packs.markup import find_elements, find_tree
from plugins.packs.package import build_package
from plugins.packs.style_odt import CELL_STYLES, render_cell_style

_EMPTY_CELL = re.compile(r"(<table:table-cell [^>]*>)\s*(</table:table-cell>)")
_HEADING = '<text:h text:style-name="Heading_20_1"'
_FIRST_HEADING = (
    '<style:style style:name="Begin" style:family="paragraph" '
    'style:parent-style-name="Heading_20_1">'
    '<style:paragraph-properties fo:break-before="page"/></style:style>'
)
_STYLES = "</office:automatic-styles>"


def mend_odt(data: bytes, html: str, *, has_cover: bool, day: date) -> bytes:
    """Return an ODT with what pandoc left out: alternative texts, quiet links, lines in tables;
    with a cover, the first chapter starts on a page of its own.

    `html` is what the document was made from; raise ConversionError when an image was lost.
    """
    with ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    xml = _describe_images(parts["content.xml"].decode(), _find_alternatives(html))
    xml = _mend_tables(_tighten_boxed_lists(_mend_links(xml)))
    parts["content.xml"] = (_break_after_cover(xml) if has_cover else xml).encode()
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


def _break_after_cover(xml: str) -> str:
    xml = xml.replace(_HEADING, '<text:h text:style-name="Begin"', 1)
    return xml.replace(_STYLES, _FIRST_HEADING + _STYLES, 1)


def _tighten_boxed_lists(xml: str) -> str:
    """Put the text of numbered items in call-outs beside their numbers: these lists have the margin
    of their paragraphs, and a tab would lead past it.
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
        return text.replace('"listtab"', '"space"') if style["name"] in boxed else text

    pattern = r'<text:list-style style:name="(?P<name>\w+)".*?</text:list-style>'
    return re.sub(pattern, tighten, xml, flags=re.S)
