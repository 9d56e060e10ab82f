"""The reference document for OpenDocument files, written from the same look: styles, A4, a footer."""

from html import escape
from io import BytesIO

from repro_zipfile import ReproducibleZipFile

from plugins.packs.look import BLANK, DEEP, FONT, HELP, INK, LINE, PALE, PARAGRAPHS, TEAL, Edge, Paragraph

_NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
}
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_MIMETYPE = "application/vnd.oasis.opendocument.text"

# Pandoc writes these two into each document without any line; ours take their place.
CELL_STYLES = {
    "TableHeaderRowCell": f'fo:background-color="#{PALE}" fo:border-bottom="1.25pt solid #{TEAL}" fo:padding="3pt"',
    "TableRowCell": f'fo:border-bottom="0.5pt solid #{LINE}" fo:padding="3pt"',
}


def build_reference_odt(footer: str) -> bytes:
    """Return the reference document with `footer` left on the second footer line, the page number right."""
    target = BytesIO()
    with ReproducibleZipFile(target, "w") as archive:
        archive.writestr("mimetype", _MIMETYPE)
        archive.writestr("styles.xml", _document("styles", _styles(), _page(footer)))
        archive.writestr("content.xml", _document("content", "<office:body><office:text/></office:body>"))
        # Pandoc lists in its manifest what stood here; LibreOffice refuses a file that is not listed.
        archive.writestr("meta.xml", _document("meta", "<office:meta/>"))
        archive.writestr("META-INF/manifest.xml", _manifest())
    return target.getvalue()


def render_cell_style(name: str) -> str:
    """Return one of the table cell styles as it must stand in a document."""
    return (
        f'<style:style style:name="{name}" style:family="table-cell">'
        f"<style:table-cell-properties {CELL_STYLES[name]}/></style:style>"
    )


def _document(kind: str, *parts: str) -> str:
    names = "".join(f' xmlns:{prefix}="{address}"' for prefix, address in _NAMES.items())
    root = f"office:document-{kind}"
    return f'{_HEAD}<{root}{names} office:version="1.3">{"".join(parts)}</{root}>'


def _manifest() -> str:
    entries = (("/", _MIMETYPE), *((f"{name}.xml", "text/xml") for name in ("styles", "content", "meta")))
    lines = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in entries
    )
    names = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    return f'{_HEAD}<manifest:manifest xmlns:manifest="{names}" manifest:version="1.3">{lines}</manifest:manifest>'


def _styles() -> str:
    paragraphs = "".join(_paragraph(style, name) for style in PARAGRAPHS for name in style.odt)
    return f"<office:styles>{_defaults()}{paragraphs}{_characters()}</office:styles>"


def _defaults() -> str:
    return (
        '<style:default-style style:family="paragraph"><style:paragraph-properties fo:orphans="2" fo:widows="2" '
        'style:writing-mode="lr-tb"/>'
        f'<style:text-properties fo:font-family="{FONT}" fo:font-size="10.5pt" fo:language="nl" fo:country="NL" '
        'fo:hyphenate="false"/></style:default-style>'
        '<style:default-style style:family="table"><style:table-properties table:border-model="collapsing"/></style:default-style>'
        '<style:default-style style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:default-style>'
    )


def _paragraph(style: Paragraph, name: str) -> str:
    parent = "" if name == "Standard" else ' style:parent-style-name="Standard"'
    level = f' style:default-outline-level="{style.level}"' if style.level else ""
    tabs = '<style:tab-stops><style:tab-stop style:position="459pt" style:type="right"/></style:tab-stops>'
    return (
        f'<style:style style:name="{name.replace(" ", "_20_")}" style:display-name="{name}" '
        f'style:family="paragraph"{parent}{level}>'
        f"<style:paragraph-properties {_measures(style)}{''.join(map(_edge, style.edges))}>"
        f"{tabs if name == 'Footer' else ''}</style:paragraph-properties>"
        f'<style:text-properties fo:font-size="{style.size}pt" fo:color="#{style.color}" '
        f'fo:font-weight="{"bold" if style.bold else "normal"}" '
        f'fo:font-style="{"italic" if style.italic else "normal"}"/></style:style>'
    )


def _measures(style: Paragraph) -> str:
    values = [
        f'fo:margin-top="{style.before}pt" fo:margin-bottom="{style.after}pt" fo:margin-left="{style.left}pt"',
        f'fo:text-indent="{-style.hanging}pt" fo:line-height="{round(style.line * 100)}%"',
    ]
    if style.fill:
        values.append(f'fo:background-color="#{style.fill}"')
    if style.keep:
        values.append('fo:keep-with-next="always"')
    if style.new_page:
        values.append('fo:break-before="page"')
    return " ".join(values)


def _edge(edge: Edge) -> str:
    return f' fo:border-{edge.side}="{edge.width}pt solid #{edge.color}" fo:padding-{edge.side}="{edge.distance}pt"'


def _characters() -> str:
    def style(name: str, properties: str) -> str:
        encoded = name.replace(" ", "_20_")
        return (
            f'<style:style style:name="{encoded}" style:display-name="{name}" style:family="text">'
            f"<style:text-properties {properties}/></style:style>"
        )

    link = f'fo:color="#{TEAL}" style:text-underline-style="solid" style:text-underline-width="auto"'
    return (
        # Pandoc gives the text of each link the style "Definition".
        style("Definition", link)
        + style("Internet link", link)
        + style("Invulplek", f'fo:color="#{INK}" fo:background-color="#{BLANK}"')
        + style("Bullet Symbols", f'fo:color="#{DEEP}"')
        + style("Verwijzing", f'fo:color="#{TEAL}" style:text-underline-style="none"')
        + style("Strong Emphasis", 'fo:font-weight="bold"')
        + style("Emphasis", 'fo:font-style="italic"')
    )


def _page(footer: str) -> str:
    number = '<text:page-number text:select-page="current">1</text:page-number>'
    count = "<text:page-count>1</text:page-count>"
    return (
        '<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties '
        'fo:page-width="210mm" fo:page-height="297mm" style:print-orientation="portrait" '
        'fo:margin-top="23mm" fo:margin-bottom="12mm" fo:margin-left="24mm" fo:margin-right="24mm"/>'
        '<style:footer-style><style:header-footer-properties fo:min-height="11mm" fo:margin-top="5mm"/></style:footer-style>'
        "</style:page-layout></office:automatic-styles>"
        '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:footer>'
        f'<text:p text:style-name="Footer">{escape(HELP)}</text:p>'
        f'<text:p text:style-name="Footer">{escape(footer)}<text:tab/>pagina {number} van {count}</text:p>'
        "</style:footer></style:master-page></office:master-styles>"
    )
