"""The register is read from its file with its places."""

from datetime import date
from decimal import Decimal

import pytest

from plugins.core.problem import Problem
from plugins.figures.figure import Figure, find_last_year
from plugins.figures.register import find_look_alikes, read_register
from plugins.figures.span import Span
from plugins.figures.table import Discrepancy
from tests.figures.sample import FILE, TEXT, figure_of, place_of, register_of, spoil


@pytest.fixture
def content(tmp_path):
    folder = tmp_path / "content"
    folder.mkdir()
    return folder


def test_figures_and_tables_are_read_in_the_order_of_the_file(content):
    (content / "cijfers.yaml").write_text(TEXT, encoding="utf-8")

    register = read_register(content)

    assert register.problems == ()
    assert register.source.path == FILE
    assert register.updated == date(2026, 11, 21)
    assert [entry.id for entry in register.all] == [
        "scholen", "gemeenten", "centrumgemeenten", "kosten", "radar", "uren", "signaal",
        "seintje", "begroting", "beloften",
    ]  # fmt: skip


def test_a_figure_has_its_value_and_provenance():
    figure = figure_of("scholen")

    assert figure == Figure(
        "scholen", "scholen die meedoen", "Handle with Care", Span(Decimal(700), Decimal(700)), "",
        "meer dan", "scholen", "2026", "april 2026", "gemeten", "brief", "punt 3", "",
        "dat elke school meedoet.", "actueel", (), figure.fields,
    )  # fmt: skip
    assert (figure.fields.line, figure.fields.column) == place_of(TEXT, "id: scholen")


@pytest.mark.parametrize(
    ("id_", "span"),
    [
        ("kosten", Span(Decimal(10000), Decimal(10000))),
        ("radar", Span(Decimal("38.6"), Decimal("38.6"))),
        ("uren", Span(Decimal(2), Decimal(3))),
        ("seintje", None),
    ],
)
def test_values_are_decimals(id_, span):
    assert figure_of(id_).span == span


@pytest.mark.parametrize(
    ("year", "last"), [("2026", 2026), ("2007-2010", 2010), ("2007–2010", 2010), ("onbekend", None)]
)
def test_the_last_year_counts(year, last):
    assert find_last_year(year) == last


def test_a_table_has_rows_columns_and_declared_discrepancies():
    table = register_of().tables[0]

    assert [(column.id, [part.text for part in column.sum_of]) for column in table.columns] == [
        ("2018", []), ("2019", []), ("Samen", ["2018", "2019"]),
    ]  # fmt: skip
    assert [(row.id, row.outside) for row in table.rows] == [
        ("a", False), ("b", False), ("vws", False), ("buiten", True),
    ]  # fmt: skip
    assert [cell.text for cell in table.rows[1].cells] == ["1", "–", "1"]
    first = table.discrepancies[0]
    assert first == Discrepancy("vws", "2019", "3,5", "4", "Waarom staat er niet.", first.fields)


def test_a_table_without_a_unit_holds_words():
    assert [table.holds_numbers for table in register_of().tables] == [True, False]


def test_of_an_id_that_stands_twice_the_first_counts():
    register = register_of(spoil("id: gemeenten", "id: scholen"))

    assert register.entries["scholen"] is register.figures[0]


def test_look_alikes_count_for_both_sides():
    found = find_look_alikes(register_of().figures)

    assert {id_: others for id_, others in found.items() if others} == {
        "gemeenten": ("centrumgemeenten",), "centrumgemeenten": ("gemeenten",),
    }  # fmt: skip


def test_a_look_alike_that_does_not_exist_is_left_out():
    register = register_of(spoil("[gemeenten]", "[gemeente]"))

    assert not any(find_look_alikes(register.figures).values())


@pytest.mark.parametrize("text", ["", "# nog leeg\n"])
def test_an_empty_file_holds_nothing(text):
    register = register_of(text)

    assert (register.all, register.updated, register.problems) == ((), None, ())


def test_a_file_that_holds_no_fields_is_reported_where_it_starts():
    assert register_of("# lijst\n- id: a\n").problems == (
        Problem(
            FILE, 2, 1, "YML004", "hier horen velden te staan («naam: waarde»)",
            "Begin met «bijgewerkt: 2026-11-21», en dan «cijfers:».",
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    "text", ["cijfers: los\n", "cijfers: [los]\n", "tabellen: {a: b}\n", "bijgewerkt: gisteren\n"]
)
def test_what_has_another_form_is_left_to_the_checks(text):
    register = register_of(text)

    assert (register.all, register.updated, register.problems) == ((), None, ())


@pytest.mark.parametrize("field", ["kolommen", "rijen", "afwijkingen"])
def test_a_table_of_another_form_is_read_as_far_as_it_goes(field):
    register = register_of(f"tabellen:\n  - id: a\n    {field}: [[], {{}}, los]\n")

    assert register.tables[0].id == "a"


def test_yaml_that_cannot_be_read_is_reported_at_its_line():
    problems = register_of("cijfers:\n  - id: a: b\n").problems

    assert [(problem.line, problem.code) for problem in problems] == [(2, "YML001")]


def test_a_missing_file_is_a_problem(content):
    register = read_register(content)

    assert register.source.path == FILE
    assert [(problem.file, problem.code) for problem in register.problems] == [(FILE, "BST003")]


def test_a_file_too_large_to_render_is_not_read(content):
    (content / "cijfers.yaml").write_text("# " + "a" * 200_000, encoding="utf-8")

    assert [problem.code for problem in read_register(content).problems] == ["BST004"]
