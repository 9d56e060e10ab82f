"""Near names for hints."""

import pytest

from plugins.core.suggest import find_near_name, render_hint

KNOWN = ("augeo-brief-2026", "ghnt-2018", "GHNT-2019")


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("augeo-breif-2026", "augeo-brief-2026"),
        ("ghnt2018", "ghnt-2018"),
        ("ghnt-2019", "GHNT-2019"),
        ("AUGEO-BRIEF-2026", "augeo-brief-2026"),
        ("heel anders", None),
        ("", None),
    ],
)
def test_the_nearest_name_is_found_whatever_its_capitals(name, near):
    assert find_near_name(name, KNOWN) == near


def test_nothing_is_near_when_nothing_is_known():
    assert find_near_name("ghnt-2018", ()) is None


def test_of_names_that_differ_in_capitals_the_first_is_suggested():
    assert find_near_name("ABD", ("abc", "ABC")) == "ABC"


def test_a_hint_asks_for_the_near_name_and_then_advises():
    assert render_hint("ghnt2018", KNOWN, "Kies.") == "Bedoelt u «ghnt-2018»? Kies."
    assert render_hint("xyz", KNOWN, "Kies.") == "Kies."


def test_a_letter_of_another_alphabet_is_told_as_the_names_look_the_same():
    assert render_hint("ghnt-2018".replace("h", "һ"), KNOWN, "Kies.") == (
        "Typ «ghnt-2018» opnieuw: hier is «һ» (U+04BB) een letter van elders."
    )
    assert render_hint("äugeo-brief-2026", KNOWN, "Kies.").startswith("Bedoelt u")
