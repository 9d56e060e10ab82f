"""Every declared sum of a table, computed again from the numbers that are printed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plugins.core.yaml import Scalar
from plugins.figures.span import Span
from plugins.figures.table import Line, Table, find_cell_span


@dataclass(frozen=True, slots=True)
class Sum:
    """One cell that is declared a sum: what is printed in it, and what its parts add up to.

    None stands for a cell without a value, and for a sum of nothing.
    """

    row: Line
    column: Line
    cell: Scalar
    printed: Span | None
    computed: Span | None

    @property
    def holds(self) -> bool:
        """Whether what is printed is what its parts add up to."""
        return self.printed == self.computed


def find_sums(table: Table) -> Iterator[Sum]:
    """Yield the declared sums of `table`: over rows, then over columns.

    Parts count as printed, not as computed: a source adds up its own totals. What does not exist,
    or has a cell too few or too many, is left out; the checks say so.
    """
    rows = {row.id: row for row in table.rows if len(row.cells) == len(table.columns)}
    for row in rows.values():
        if row.sum_of:
            parts = [rows[name.text] for name in row.sum_of if name.text in rows]
            for index, column in enumerate(table.columns):
                yield _sum(row, column, row.cells[index], (part.cells[index] for part in parts))
    places = {column.id: index for index, column in enumerate(table.columns)}
    for index, column in enumerate(table.columns):
        if column.sum_of:
            wanted = [places[name.text] for name in column.sum_of if name.text in places]
            for row in rows.values():
                yield _sum(row, column, row.cells[index], (row.cells[place] for place in wanted))


def _sum(row: Line, column: Line, cell: Scalar, parts: Iterable[Scalar]) -> Sum:
    total: Span | None = None
    for span in map(find_cell_span, parts):
        if span is not None:
            total = span if total is None else total + span
    return Sum(row, column, cell, find_cell_span(cell), total)
