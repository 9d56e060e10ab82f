"""One paragraph style of the look, and the cells of tables, in the words of OpenDocument."""

from plugins.packs.look import LINE, LIST_STEP, PALE, TEAL, Edge, Paragraph

_FOOTER_TABS = (
    '<style:tab-stops><style:tab-stop style:position="459pt" style:type="right"/></style:tab-stops>'
)

# Pandoc writes these two into each document without any line; ours take their place.
CELL_STYLES = {
    "TableHeaderRowCell": (
        f'fo:background-color="#{PALE}" fo:border-bottom="1.25pt solid #{TEAL}" fo:padding="3pt"'
    ),
    "TableRowCell": f'fo:border-bottom="0.5pt solid #{LINE}" fo:padding="3pt"',
}


def render_odt_style(style: Paragraph, name: str) -> str:
    """Return the style as it stands in styles.xml, under one of its names."""
    parent = "" if name == "Standard" else ' style:parent-style-name="Standard"'
    level = f' style:default-outline-level="{style.level}"' if style.level else ""
    return (
        f'<style:style style:name="{name.replace(" ", "_20_")}" style:display-name="{name}" '
        f'style:family="paragraph"{parent}{level}>'
        f"<style:paragraph-properties {_properties(style)}>"
        f"{_FOOTER_TABS if name == 'Footer' else ''}</style:paragraph-properties>"
        f"<style:text-properties {_text(style)}/></style:style>"
    )


def render_cell_style(name: str) -> str:
    """Return one of the table cell styles as it must stand in a document."""
    return (
        f'<style:style style:name="{name}" style:family="table-cell">'
        f"<style:table-cell-properties {CELL_STYLES[name]}/></style:style>"
    )


def _properties(style: Paragraph) -> str:
    # A list starts where the box around it does.
    left = style.left + (LIST_STEP + style.number if style.number else 0)
    parts = (
        f'fo:margin-top="{style.before}pt" fo:margin-bottom="{style.after}pt"',
        f'fo:margin-left="{left}pt" fo:text-indent="{-style.hanging - style.number}pt"',
        f'fo:line-height="{round(style.line * 100)}%"',
        f'fo:background-color="#{style.fill}"' if style.fill else "",
        'fo:keep-with-next="always"' if style.keep else "",
        'fo:break-before="page"' if style.page else "",
        *map(_edge, style.edges),
    )
    return " ".join(filter(None, parts))


def _edge(edge: Edge) -> str:
    return (
        f'fo:border-{edge.side}="{edge.width}pt solid #{edge.color}" '
        f'fo:padding-{edge.side}="{edge.distance}pt"'
    )


def _text(style: Paragraph) -> str:
    return (
        f'fo:font-size="{style.size}pt" fo:color="#{style.color}" '
        f'fo:font-weight="{"bold" if style.bold else "normal"}" '
        f'fo:font-style="{"italic" if style.italic else "normal"}"'
    )
