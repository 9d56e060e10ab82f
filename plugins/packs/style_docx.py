"""One paragraph style of the look, in the words of Word."""

from plugins.packs.look import Edge, Paragraph

# Word is strict about the order of its elements.
_SIDES = ("top", "left", "bottom", "right")
_FOOTER_TABS = '<w:tabs><w:tab w:val="right" w:pos="9180"/></w:tabs>'


def render_docx_style(style: Paragraph) -> str:
    """Return the style as it stands in word/styles.xml."""
    key = "".join(word[0].upper() + word[1:] for word in style.docx.split())
    is_normal = style.docx == "Normal"
    default = ' w:default="1"' if is_normal else ""
    parent = "" if is_normal else '<w:basedOn w:val="Normal"/>'
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{key}">'
        f'<w:name w:val="{style.docx}"/>{parent}'
        f"<w:qFormat/><w:pPr>{_properties(style)}</w:pPr><w:rPr>{_text(style)}</w:rPr></w:style>"
    )


def _properties(style: Paragraph) -> str:
    parts = (
        "<w:keepNext/>" if style.keep else "",
        "<w:pageBreakBefore/>" if style.page else "",
        _borders(style.edges),
        f'<w:shd w:val="clear" w:color="auto" w:fill="{style.fill}"/>' if style.fill else "",
        _FOOTER_TABS if style.docx == "footer" else "",
        f'<w:spacing w:before="{_twips(style.before)}" w:after="{_twips(style.after)}" '
        f'w:line="{round(style.line * 240)}" w:lineRule="auto"/>',
        _indent(style),
        f'<w:outlineLvl w:val="{style.level - 1}"/>' if style.level else "",
    )
    return "".join(parts)


def _indent(style: Paragraph) -> str:
    """Return the margins; Word draws lines around a text outside of these, so a box needs more."""
    around = max((edge.distance + edge.width for edge in style.edges), default=0)
    is_box = len(style.edges) == len(_SIDES)
    left, right = style.left + around * is_box, around * is_box
    if not left:
        return ""
    return (
        f'<w:ind w:left="{_twips(left)}" w:right="{_twips(right)}" '
        f'w:hanging="{_twips(style.hanging)}"/>'
    )


def _borders(edges: tuple[Edge, ...]) -> str:
    lines = "".join(
        f'<w:{edge.side} w:val="single" w:sz="{round(edge.width * 8)}" '
        f'w:space="{edge.distance}" w:color="{edge.color}"/>'
        for edge in sorted(edges, key=lambda edge: _SIDES.index(edge.side))
    )
    return f"<w:pBdr>{lines}</w:pBdr>" if lines else ""


def _text(style: Paragraph) -> str:
    return (
        f"{'<w:b/>' if style.bold else ''}{'<w:i/>' if style.italic else ''}"
        f'<w:color w:val="{style.color}"/><w:sz w:val="{round(style.size * 2)}"/>'
    )


def _twips(points: float) -> int:
    return round(points * 20)
