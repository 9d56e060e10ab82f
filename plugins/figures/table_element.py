"""A table of the register as HTML elements: header cells for rows and columns, totals apart, a note
for each sum that its source got wrong.
"""

from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from plugins.core.yaml import Scalar
from plugins.figures.figure import KINDS
from plugins.figures.span import render_span
from plugins.figures.table import Discrepancy, Line, Table, find_cell_span
from plugins.figures.wording import render_year

_RIGHT = {"class": "rechts"}


def build_table(parent: Element, table: Table, number: int) -> None:
    """Add `table`, its notes and its source to `parent`.

    `number` counts how often the page shows it. Texts that are no AtomicString are still Markdown.
    """
    root = SubElement(parent, "table", {"class": "cijfertabel"})
    _add_caption(root, table)
    _add_head(root, table)
    anchor = table.id if number == 1 else f"{table.id}-{number}"
    _add_rows(root, table, anchor)
    for index, discrepancy in enumerate(table.discrepancies, 1):
        _add_note(parent, table, discrepancy, index, anchor)
    source = render_source(table)
    if source:
        SubElement(parent, "p", {"class": "tabelbron"}).text = source


def render_source(table: Table) -> str:
    """Return kind, year and source of `table` as Markdown; empty when its rows name their own."""
    kind, year = KINDS.get(table.kind, table.kind), render_year(table.year) if table.year else ""
    what = ", ".join(filter(None, (kind, year)))
    citation = ", ".join(filter(None, (f"@{table.source}" if table.source else "", table.place)))
    return " ".join(
        filter(None, (f"Soort: {what}." if what else "", f"Bron: [{citation}]." if citation else "")
    ))  # fmt: skip


def _add_caption(root: Element, table: Table) -> None:
    caption = SubElement(root, "caption")
    caption.text = AtomicString(table.title)
    if table.unit:
        caption.text = AtomicString(f"{table.title} ")
        unit = SubElement(caption, "span", {"class": "cijfertabel__eenheid"})
        unit.text = AtomicString(f"(in {table.unit})")


def _add_head(root: Element, table: Table) -> None:
    row = SubElement(SubElement(root, "thead"), "tr")
    heading = table.row_heading or ("Onderdeel" if table.holds_numbers else "Wat")
    SubElement(row, "th", {"scope": "col"}).text = AtomicString(heading)
    for column in table.columns:
        attributes = {"scope": "col", **(_RIGHT if table.holds_numbers else {})}
        SubElement(row, "th", attributes).text = AtomicString(column.name)


def _add_rows(root: Element, table: Table, anchor: str) -> None:
    inside = SubElement(root, "tbody")
    for row in table.rows:
        if not row.outside:
            _add_row(inside, table, row, anchor)
    apart = tuple(row for row in table.rows if row.outside)
    if apart:
        outside = SubElement(root, "tbody", {"class": "buiten-totaal"})
        span = {"scope": "rowgroup", "colspan": str(len(table.columns) + 1)}
        SubElement(SubElement(outside, "tr"), "th", span).text = AtomicString("Buiten het totaal")
        for row in apart:
            _add_row(outside, table, row, anchor)


def _add_row(body: Element, table: Table, row: Line, anchor: str) -> None:
    element = SubElement(body, "tr", {"class": "totaal"} if row.sum_of else {})
    SubElement(element, "th", {"scope": "row"}).text = AtomicString(row.name)
    for column, cell in zip(table.columns, row.cells, strict=False):
        if not table.holds_numbers:
            SubElement(element, "td").text = cell.text
            continue
        number = SubElement(element, "td", _RIGHT)
        number.text = AtomicString(_render_cell(cell))
        _add_signs(number, table, row, column, anchor)


def _render_cell(cell: Scalar) -> str:
    span = find_cell_span(cell)
    return cell.text if span is None else render_span(span)


def _add_signs(cell: Element, table: Table, row: Line, column: Line, anchor: str) -> None:
    """Add a sign that leads to its note, for each discrepancy declared for this cell."""
    for index, discrepancy in enumerate(table.discrepancies, 1):
        if (discrepancy.row, discrepancy.column) == (row.id, column.id):
            cell.set("data-opgeteld", discrepancy.computed)  # for who draws the table
            link = {
                "class": "afwijking", "id": f"cel-{anchor}-{index}",
                "href": f"#noot-{anchor}-{index}", "aria-label": f"{_sign(index)} naar de noot",
            }  # fmt: skip
            SubElement(cell, "a", link).text = AtomicString(_sign(index))


def _sign(index: int) -> str:
    return "*" * index


def _add_note(
    parent: Element, table: Table, discrepancy: Discrepancy, index: int, anchor: str
) -> None:
    """Add the note that says what is printed, what it should be, and why it stays as it is."""
    names = {row.id: row.name for row in table.rows}
    note = {"class": "tabelnoot", "id": f"noot-{anchor}-{index}", "tabindex": "-1"}
    paragraph = SubElement(parent, "p", note)
    place = SubElement(paragraph, "b")
    name = names.get(discrepancy.row, discrepancy.row)
    place.text = AtomicString(f"{_sign(index)} {name}, {discrepancy.column}.")
    place.tail = (
        f" Gedrukt staat {discrepancy.printed}. Opgeteld is het {discrepancy.computed}."
        f" {discrepancy.explanation} "
    )
    back = {
        "class": "tabelnoot__terug", "href": f"#cel-{anchor}-{index}",
        "aria-label": "Terug naar de tabel",
    }  # fmt: skip
    SubElement(paragraph, "a", back).text = AtomicString("↑")
