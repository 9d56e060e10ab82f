"""The register as a file for spreadsheets."""

import csv
from io import StringIO

import pytest

from plugins.core.use import Use
from plugins.figures.export import render_csv
from tests.figures.sample import TEXT, register_of, spoil


def rows_of(text: str = TEXT) -> list[dict[str, str]]:
    uses = {"scholen": (Use("Start", "index.md"), Use("Start", "index.md#b"), Use("B", "b.md"))}
    data = render_csv(register_of(text), uses)
    return list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_each_figure_is_a_row_with_all_its_fields():
    rows = rows_of()

    assert len(rows) == 8
    assert rows[0] == {
        "id": "scholen", "wat": "scholen die meedoen", "groep": "Handle with Care",
        "waarde": "700", "tot": "", "tekst": "", "aanduiding": "meer dan", "eenheid": "scholen",
        "jaar": "2026", "peil": "april 2026", "soort": "gemeten", "bron": "brief",
        "plaats": "punt 3", "opmerking": "", "bewijst_niet": "dat elke school meedoet.",
        "status": "actueel", "niet_verwarren": "", "gebruikt_op": "Start, B",
    }  # fmt: skip


def test_a_range_fills_two_cells_and_words_another():
    rows = {row["id"]: row for row in rows_of()}

    assert (rows["uren"]["waarde"], rows["uren"]["tot"]) == ("2", "3")
    assert (rows["kosten"]["waarde"], rows["kosten"]["tot"]) == ("10.000", "")
    assert (rows["seintje"]["waarde"], rows["seintje"]["tekst"]) == ("", "vóór de schooldag")


def test_look_alikes_stand_with_both():
    rows = {row["id"]: row for row in rows_of()}

    assert rows["gemeenten"]["niet_verwarren"] == "centrumgemeenten"
    assert rows["centrumgemeenten"]["niet_verwarren"] == "gemeenten"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＋", "－", "＠"])
def test_a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(sign):
    rows = rows_of(spoil("wat: scholen die meedoen", f"wat: '{sign}1+1'"))

    assert rows[0]["wat"] == f"'{sign}1+1"


def test_semicolons_and_quotes_stay_inside_their_cell():
    rows = rows_of(spoil("wat: scholen die meedoen", "wat: 'a; \"b\"'"))

    assert rows[0]["wat"] == 'a; "b"'


def test_the_file_opens_as_it_is_in_a_dutch_spreadsheet():
    data = render_csv(register_of(), {})

    assert data.startswith("\ufeffid;wat;".encode())
    assert data.count(b"\r\n") == data.count(b"\n") == 9
