"""Units, and numbers printed with them."""

import pytest

from plugins.figures.unit import Unit, find_unit, render_amount


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("", Unit("", False, "")),
        ("scholen", Unit("", False, "scholen")),
        ("euro", Unit("", True, "")),
        ("euro per jaar", Unit("", True, "per jaar")),
        ("miljoen euro", Unit("miljoen", True, "")),
        ("miljard euro  per jaar", Unit("miljard", True, "per jaar")),
        ("miljoen kinderen", Unit("miljoen", False, "kinderen")),
        ("duizend", Unit("duizend", False, "")),
        ("europarlementariërs", Unit("", False, "europarlementariërs")),
    ],
)
def test_a_unit_is_taken_apart(text, unit):
    assert find_unit(text) == unit


@pytest.mark.parametrize(
    ("number", "unit", "printed"),
    [
        ("700", "", "700"),
        ("700", "scholen", "700 scholen"),
        ("10.000", "euro", "€ 10.000"),
        ("10.000", "euro per jaar", "€ 10.000 per jaar"),
        ("38,6", "miljoen euro", "€ 38,6 miljoen"),
        ("38,6", "miljoen euro per jaar", "€ 38,6 miljoen per jaar"),
        ("2–3", "uur per week", "2–3 uur per week"),
        ("51", "procent van de vrouwen", "51 procent van de vrouwen"),
        ("17", "miljoen mensen", "17 miljoen mensen"),
    ],
)
def test_a_number_is_printed_with_its_unit(number, unit, printed):
    assert render_amount(number, unit).replace("\u00a0", " ") == printed


@pytest.mark.parametrize(
    ("unit", "printed"),
    [
        ("euro per jaar", "€\u00a05\u00a0per jaar"),
        ("miljoen euro", "€\u00a05\u00a0miljoen"),
        ("uur per week", "5\u00a0uur per week"),
    ],
)
def test_a_number_stays_on_one_line_with_what_it_counts(unit, printed):
    assert render_amount("5", unit) == printed


@pytest.mark.parametrize(
    ("unit", "words", "per"),
    [
        ("uur per week", {"uur"}, "week"),
        ("minderjarige kinderen per jaar", {"minderjarige", "kinderen"}, "jaar"),
        ("procent van de Nederlandse kinderen", {"procent", "nederlandse", "kinderen"}, ""),
        ("miljoen euro", set(), ""),
        ("euro per jaar", set(), "jaar"),
    ],
)
def test_the_words_behind_a_number_are_what_it_counts(unit, words, per):
    assert (find_unit(unit).words, find_unit(unit).per) == (words, per)
