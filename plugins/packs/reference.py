"""Reference documents for Word and OpenDocument, written from one look: styles, A4, a footer.

Pandoc takes the styles from them; their text does not matter.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from html import escape
from pathlib import Path
from string import Template

from plugins.packs.help import HELP_NUMBERS
from plugins.packs.look import (
    BLANK,
    DEEP,
    FONT,
    INK,
    LINE,
    PALE,
    TEAL,
    Paragraph,
    find_margin,
    find_paragraphs,
)
from plugins.packs.package import build_package
from plugins.packs.style_docx import render_docx_style
from plugins.packs.style_odt import render_odt_style

# Pandoc dates what it writes itself.
_ANY_DAY = date(2000, 1, 1)
_TEMPLATES = Path(__file__).parent / "templates"
# Name in the document, name of the template. OpenDocument wants "mimetype" first.
_DOCX_PARTS = {
    "[Content_Types].xml": "docx/content-types.xml",
    "_rels/.rels": "docx/package.rels",
    "word/document.xml": "docx/document.xml",
    "word/_rels/document.xml.rels": "docx/document.rels",
    "word/styles.xml": "docx/styles.xml",
    "word/footer1.xml": "docx/footer.xml",
}
# Pandoc lists in its manifest what stands here; LibreOffice refuses a file that is not listed,
# so an empty meta.xml has to be here too.
_ODT_PARTS = {
    "mimetype": "odt/mimetype",
    "styles.xml": "odt/styles.xml",
    "content.xml": "odt/content.xml",
    "meta.xml": "odt/meta.xml",
    "META-INF/manifest.xml": "odt/manifest.xml",
}


def build_reference_docx(look: str, footer: str) -> bytes:
    """Return the reference document for Word; `footer` stands left of the page number."""
    styles = "".join(map(render_docx_style, find_paragraphs(look)))
    return _build(_DOCX_PARTS, look, footer, styles)


def build_reference_odt(look: str, footer: str) -> bytes:
    """Return the reference document for OpenDocument; `footer` stands left of the page number."""
    styles = "".join(
        render_odt_style(style, name)
        for style in _add_distances(find_paragraphs(look))
        for name in style.odt
    )
    return _build(_ODT_PARTS, look, footer, styles)


def _add_distances(paragraphs: tuple[Paragraph, ...]) -> Iterator[Paragraph]:
    """Yield the styles with distances that look in OpenDocument as they do in Word.

    Of what two paragraphs ask for between them, Word leaves the larger; OpenDocument adds them up.
    """
    text = next(style for style in paragraphs if style.docx == "Body Text")
    for style in paragraphs:
        follows_text = style.docx not in ("First Paragraph", "Ondertabel")
        yield replace(style, before=max(style.before - text.after * follows_text, 0))


def _build(parts: Mapping[str, str], look: str, footer: str, paragraphs: str) -> bytes:
    top = find_margin(look)
    values = {
        "top": f"{top * 20}",
        "top_points": f"{top}",
        "paragraphs": paragraphs,
        "footer": escape(footer),
        "help": " · ".join(f"{help.name}: {help.number}" for help in HELP_NUMBERS),
        "font": FONT,
        "deep": DEEP,
        "teal": TEAL,
        "pale": PALE,
        "line": LINE,
        "ink": INK,
        "blank": BLANK,
    }
    filled = ((name, _fill(template, values)) for name, template in parts.items())
    return build_package(filled, _ANY_DAY)


def _fill(template: str, values: Mapping[str, str]) -> bytes:
    # Without the line end that editors add: "mimetype" may not have one.
    text = (_TEMPLATES / template).read_text("utf-8").strip()
    return Template(text).substitute(values).encode()
