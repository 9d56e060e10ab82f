"""Declared sums are computed again, with decimals and ranges."""

import pytest

from plugins.figures.span import find_span
from plugins.figures.sums import find_sums
from tests.figures.sample import register_of


def sums_of(columns: str, rows: str) -> list[tuple[str, str, bool]]:
    text = "tabellen:\n  - id: t\n    eenheid: uren\n"
    table = register_of(f"{text}    kolommen: {columns}\n    rijen: {rows}\n").tables[0]
    return [(sum_.row.id, sum_.column.id, sum_.holds) for sum_ in find_sums(table)]


@pytest.mark.parametrize(
    ("first", "second", "total", "holds"),
    [
        ("1", "2", "3", True),
        ("1", "2", "4", False),
        ("0,1", "0,2", "0,3", True),
        ("1,50", "1", "2,5", True),
        ("312", "52–78", "364–390", True),
        ("312", "52–78", "364", False),
        ("–", "104–156", "104–156", True),
        ("–", "–", "–", True),
        ("–", "–", "0", False),
        ("1", "2", "–", False),
        ("1.000", "500", "1.500", True),
    ],
)
def test_a_row_is_the_sum_of_others(first, second, total, holds):
    rows = (
        f'[{{id: a, waarden: ["{first}"]}}, {{id: b, waarden: ["{second}"]}},'
        f' {{id: c, som_van: [a, b], waarden: ["{total}"]}}]'
    )

    assert sums_of("[x]", rows) == [("c", "x", holds)]


def test_a_column_is_the_sum_of_others_in_every_row():
    rows = '[{id: a, waarden: ["1", "2", "3"]}, {id: b, waarden: ["1", "2", "4"]}]'

    assert sums_of("[x, y, {naam: z, som_van: [x, y]}]", rows) == [
        ("a", "z", True), ("b", "z", False),
    ]  # fmt: skip


def test_a_total_of_totals_counts_what_is_printed():
    rows = (
        '[{id: a, waarden: ["2"]}, {id: b, som_van: [a], waarden: ["1"]},'
        ' {id: c, som_van: [b], waarden: ["1"]}]'
    )

    assert sums_of("[x]", rows) == [("b", "x", False), ("c", "x", True)]


def test_a_row_with_another_number_of_cells_is_left_out():
    rows = '[{id: a, waarden: ["1", "1"]}, {id: b, som_van: [a], waarden: ["1"]}]'

    assert sums_of("[x]", rows) == [("b", "x", False)]
    assert sums_of("[x, y]", rows) == []


def test_the_source_s_own_error_of_2019_is_found():
    table = register_of().tables[0]

    off = [sum_ for sum_ in find_sums(table) if not sum_.holds]

    assert [(sum_.row.id, sum_.column.id) for sum_ in off] == [("vws", "2019"), ("vws", "Samen")]
    assert (off[0].printed, off[0].computed) == (find_span("3,5"), find_span("4"))
