"""The reference document for Word files, written from the look: styles, A4, a footer. Pandoc fills in the rest."""

from html import escape
from io import BytesIO

from repro_zipfile import ReproducibleZipFile

from plugins.packs.look import BLANK, DEEP, FONT, HELP, INK, LINE, PALE, PARAGRAPHS, TEAL, Edge, Paragraph

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'


def build_reference_docx(footer: str) -> bytes:
    """Return the reference document with `footer` left on the second footer line, the page number right."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": _document(),
        "word/_rels/document.xml.rels": _relations(
            ("rId1", "styles", "styles.xml"), ("rId2", "footer", "footer1.xml")
        ),
        "word/styles.xml": _styles(),
        "word/footer1.xml": _footer(footer),
    }
    target = BytesIO()
    with ReproducibleZipFile(target, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return target.getvalue()


def _content_types() -> str:
    parts = (("document", "document.main"), ("styles", "styles"), ("footer1", "footer"))
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_TYPES}.{kind}+xml"/>' for part, kind in parts
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{overrides}</Types>"
    )


def _relations(*relations: tuple[str, str, str]) -> str:
    lines = "".join(
        f'<Relationship Id="{key}" Type="{_R}/{kind}" Target="{target}"/>' for key, kind, target in relations
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _document() -> str:
    return (
        f'{_HEAD}<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body><w:p/><w:sectPr>'
        '<w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1300" w:right="1360" w:bottom="1300" w:left="1360" w:header="700" w:footer="600" w:gutter="0"/>'
        "</w:sectPr></w:body></w:document>"
    )


def _footer(text: str) -> str:
    def field(code: str) -> str:
        return f'<w:fldSimple w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'

    def run(words: str) -> str:
        return f'<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'

    style = '<w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
    return (
        f'{_HEAD}<w:ftr xmlns:w="{_W}"><w:p>{style}{run(HELP)}</w:p>'
        f"<w:p>{style}{run(text)}<w:r><w:tab/></w:r>{run('pagina ')}{field('PAGE')}"
        f"{run(' van ')}{field('NUMPAGES')}</w:p></w:ftr>"
    )


def _styles() -> str:
    paragraphs = "".join(map(_paragraph, PARAGRAPHS))
    return f'{_HEAD}<w:styles xmlns:w="{_W}">{_defaults()}{paragraphs}{_characters()}{_table()}</w:styles>'


def _defaults() -> str:
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/>'
        '<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="nl-NL"/></w:rPr></w:rPrDefault></w:docDefaults>'
    )


def _paragraph(style: Paragraph) -> str:
    key = "".join(word[0].upper() + word[1:] for word in style.docx.split())
    default = ' w:default="1"' if style.docx == "Normal" else ""
    parent = "" if default else '<w:basedOn w:val="Normal"/>'
    tabs = '<w:tabs><w:tab w:val="right" w:pos="9180"/></w:tabs>' if style.docx == "footer" else ""
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{key}"><w:name w:val="{style.docx}"/>{parent}<w:qFormat/>'
        f"<w:pPr>{'<w:keepNext/>' if style.keep else ''}{'<w:pageBreakBefore/>' if style.new_page else ''}"
        f"{_borders(style.edges)}{_shade(style.fill)}{tabs}{_spacing(style)}{_outline(style.level)}</w:pPr>"
        f"<w:rPr>{'<w:b/>' if style.bold else ''}{'<w:i/>' if style.italic else ''}"
        f'<w:color w:val="{style.color}"/><w:sz w:val="{round(style.size * 2)}"/></w:rPr></w:style>'
    )


def _borders(edges: tuple[Edge, ...]) -> str:
    order = ("top", "left", "bottom", "right")
    lines = "".join(
        f'<w:{edge.side} w:val="single" w:sz="{round(edge.width * 8)}" w:space="{edge.distance}" w:color="{edge.color}"/>'
        for edge in sorted(edges, key=lambda edge: order.index(edge.side))
    )
    return f"<w:pBdr>{lines}</w:pBdr>" if lines else ""


def _shade(fill: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""


def _spacing(style: Paragraph) -> str:
    left, hanging = round(style.left * 20), round(style.hanging * 20)
    indent = f'<w:ind w:left="{left}" w:hanging="{hanging}"/>' if left else ""
    return (
        f'<w:spacing w:before="{round(style.before * 20)}" w:after="{round(style.after * 20)}" '
        f'w:line="{round(style.line * 240)}" w:lineRule="auto"/>{indent}'
    )


def _outline(level: int) -> str:
    return f'<w:outlineLvl w:val="{level - 1}"/>' if level else ""


def _characters() -> str:
    return (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>'
        f'<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="{TEAL}"/><w:u w:val="single"/></w:rPr></w:style>'
        f'<w:style w:type="character" w:customStyle="1" w:styleId="Verwijzing"><w:name w:val="Verwijzing"/><w:rPr><w:color w:val="{TEAL}"/><w:u w:val="none"/></w:rPr></w:style>'
        f'<w:style w:type="character" w:customStyle="1" w:styleId="Invulplek"><w:name w:val="Invulplek"/><w:qFormat/><w:rPr><w:color w:val="{INK}"/>{_shade(BLANK)}</w:rPr></w:style>'
    )


def _table() -> str:
    def line(side: str, color: str, size: int) -> str:
        return f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{color}"/>'

    return (
        '<w:style w:type="table" w:default="1" w:customStyle="1" w:styleId="Table"><w:name w:val="Table"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{line('bottom', LINE, 4)}{line('insideH', LINE, 4)}</w:tblBorders>"
        '<w:tblCellMar><w:top w:w="50" w:type="dxa"/><w:left w:w="100" w:type="dxa"/>'
        '<w:bottom w:w="50" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        "<w:trPr><w:cantSplit/></w:trPr>"
        f'<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="{DEEP}"/></w:rPr>'
        f"<w:tcPr><w:tcBorders>{line('bottom', TEAL, 10)}</w:tcBorders>{_shade(PALE)}</w:tcPr></w:tblStylePr></w:style>"
    )
