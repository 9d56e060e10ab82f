"""What is told about the tables of the register."""

import pytest

from plugins.core.problem import Problem
from plugins.figures.check import check_register
from tests.figures.sample import FILE, KEYS, place_of, register_of, spoil

VWS_2019 = '{rij: vws, kolom: "2019"'


def check(text: str) -> list[Problem]:
    return list(check_register(register_of(text), KEYS))


def problem_at(
    text: str, words: str, code: str, message: str, hint: str, number: int = 1
) -> Problem:
    return Problem(FILE, *place_of(text, words, number), code, message, hint)


@pytest.mark.parametrize(
    ("old", "new", "code", "message"),
    [
        ("    titel: Begroting\n", "", "VLD001", "het veld «titel» ontbreekt of is leeg"),
        ("naam: Samen", "nam: Samen", "VLD002", "het veld «nam» bestaat niet"),
        ("naam: b. O", "nam: b. O", "VLD002", "het veld «nam» bestaat niet"),
        ("buiten_totaal: ja", "buiten_totaal: jaa", "VLD003",
         "«jaa» kan niet bij «buiten_totaal»"),
        ("rijkop: Wie", "rijkp: Wie", "VLD002", "het veld «rijkp» bestaat niet"),
        ("    bron: plan\n    plaats: hoofdstuk 5\n", "", "VLD001",
         "het veld «bron» ontbreekt of is leeg"),
        ("uitleg: Waarom staat er niet.", "uitleg: ''", "VLD001",
         "het veld «uitleg» ontbreekt of is leeg"),
    ],
)  # fmt: skip
def test_the_fields_are_checked(old, new, code, message):
    assert (code, message) in [(found.code, found.message) for found in check(spoil(old, new))]


@pytest.mark.parametrize("entry", ["los", "[]", "{}"])
def test_a_table_has_fields(entry):
    found = check(f"bijgewerkt: 2026-11-21\ntabellen: [{entry}]\n")

    assert {problem.code for problem in found} <= {"YML004", "VLD001"}
    assert found


def test_a_cell_in_another_notation_is_told_at_its_place():
    text = spoil('["2,6", "4", "6,6"]', '["2.6", "4", "6,6"]')

    assert check(text)[0] == problem_at(
        text, '"2.6"', "CYF002", "«2.6» is geen getal in Nederlandse notatie",
        "Schrijf «2,6»: een punt tussen duizendtallen, een komma voor decimalen.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new"),
    [("id: b,", "id: a,"), ('kolommen: ["2018", "2019"', 'kolommen: ["2019", "2019"')],
)
def test_rows_and_columns_have_names_of_their_own(old, new):
    assert "CYF001" in [found.code for found in check(spoil(old, new))]


def test_a_row_has_a_cell_for_each_column():
    text = spoil('["1", "–", "1"]', '["1", "1"]')

    assert problem_at(
        text, "{id: b,", "CYF010", "deze rij heeft 2 waarden bij 3 kolommen",
        "Geef elke kolom een waarde; «–» is geen waarde.",
    ) in check(text)  # fmt: skip


@pytest.mark.parametrize(
    ("part", "message", "hint"),
    [
        ("bb", "«bb» bestaat niet in deze tabel", "Bedoelt u «b»? Kies uit: a, b, vws, buiten."),
        ("buiten", "«buiten» valt buiten het totaal", "Haal het weg uit «som_van»."),
        ("vws", "«vws» telt zo zichzelf mee", "Haal één van de twee uit «som_van»."),
    ],
)
def test_a_sum_names_rows_that_can_be_added_up(part, message, hint):
    text = spoil("som_van: [a, b]", f"som_van: [a, b, {part}]")

    assert problem_at(text, f"{part}], waarden", "CYF011", message, hint) in check(text)


def test_a_circle_of_sums_is_told_at_each_of_them():
    text = spoil("naam: a. Regio’s,", "naam: a. Regio’s, som_van: [vws],")

    found = [problem for problem in check(text) if problem.code == "CYF011"]
    assert [problem.message for problem in found] == [
        "«a» telt zo zichzelf mee", "«vws» telt zo zichzelf mee",
    ]  # fmt: skip


def test_columns_are_summed_by_name():
    text = spoil('som_van: ["2018", "2019"]', 'som_van: ["2018", "2029"]')

    assert problem_at(
        text, '"2029"', "CYF011", "«2029» bestaat niet in deze tabel",
        "Bedoelt u «2019»? Kies uit: 2018, 2019, Samen.",
    ) in check(text)  # fmt: skip


def test_a_table_of_words_has_no_sums():
    text = spoil("naam: School,", "naam: School, som_van: [school],")

    assert check(text) == [
        problem_at(
            text, "school], waarden", "CYF011", "een tabel zonder eenheid telt niets op",
            "Haal «som_van» weg, of geef een eenheid.",
        )
    ]  # fmt: skip


def test_a_sum_that_differs_is_told_at_its_cell():
    text = spoil('["3,6", "3,5", "7,1"]', '["3,7", "3,5", "7,2"]')
    found = check(text)

    assert found[0] == problem_at(
        text, '"3,7"', "CYF012", "hier staat 3,7, maar opgeteld is het 3,6",
        "Verbeter het getal, of noem het onder «afwijkingen» als de bron het zo drukt.",
    )  # fmt: skip


def test_a_sum_over_columns_that_differs_is_told_too():
    text = spoil('["2,6", "4", "6,6"]', '["2,6", "4", "6,5"]')

    assert ("CYF012", "hier staat 6,5, maar opgeteld is het 6,6") in [
        (found.code, found.message) for found in check(text)
    ]


def test_an_undeclared_discrepancy_is_told():
    text = spoil(
        '      - {rij: vws, kolom: "2019", gedrukt: "3,5", berekend: "4",'
        " uitleg: Waarom staat er niet.}\n",
        "",
    )

    assert check(text) == [
        problem_at(
            text, '"3,5"', "CYF012", "hier staat 3,5, maar opgeteld is het 4",
            "Verbeter het getal, of noem het onder «afwijkingen» als de bron het zo drukt.",
        )
    ]  # fmt: skip


def test_a_declared_discrepancy_that_is_gone_is_told():
    text = spoil('["3,6", "3,5", "7,1"]', '["3,6", "4", "7,6"]')

    assert check(text) == [
        problem_at(
            text, "{rij: vws, kolom", "CYF013", "deze afwijking is er niet meer: de som klopt",
            "Haal de afwijking weg.", number=number,
        )
        for number in (1, 2)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new"), [('gedrukt: "3,5"', 'gedrukt: "3,4"'), ('berekend: "4"', 'berekend: "5"')]
)
def test_a_declared_discrepancy_of_other_numbers_is_told_at_both_places(old, new):
    text = spoil(old, new)

    assert check(text) == [
        problem_at(
            text, '"3,5"', "CYF012", "hier staat 3,5, maar opgeteld is het 4",
            "Verbeter het getal, of noem het onder «afwijkingen» als de bron het zo drukt.",
        ),
        problem_at(
            text, VWS_2019, "CYF013", "hier staat 3,5, en opgeteld is het 4",
            "Neem die twee getallen over bij «gedrukt» en «berekend».",
        ),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("new", "message", "hint"),
    [
        (
            '{rij: vsw, kolom: "2019"', "«vsw» bestaat niet in deze tabel",
            "Bedoelt u «vws»? Kies uit: a, b, vws, buiten.",
        ),
        (
            '{rij: vws, kolom: "20199"', "«20199» bestaat niet in deze tabel",
            "Bedoelt u «2019»? Kies uit: 2018, 2019, Samen.",
        ),
        (
            '{rij: a, kolom: "2019"', "bij «a», «2019» wordt niets opgeteld",
            "Noem een rij of kolom met «som_van».",
        ),
    ],
)  # fmt: skip
def test_a_discrepancy_is_declared_for_a_sum(new, message, hint):
    text = spoil(VWS_2019, new)

    assert problem_at(text, new, "CYF013", message, hint) in check(text)
