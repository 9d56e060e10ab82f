"""A figure in words."""

from dataclasses import replace
from datetime import date

import pytest

from plugins.figures.wording import (
    capitalise,
    render_figure,
    render_shown_year,
    render_year,
    starts_sentence,
)
from tests.figures.sample import figure_of

UPDATED = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("id_", "form", "text"),
    [
        ("scholen", "", "meer dan 700 scholen"),
        ("scholen", "getal", "meer dan 700"),
        ("scholen", "waarde", "700 scholen"),
        ("scholen", "kaal", "700"),
        ("uren", "", "2–3 uur per week"),
        ("uren", "kaal", "2–3"),
        ("kosten", "", "€ 10.000 per jaar"),
        ("kosten", "kaal", "10.000"),
        ("radar", "", "€ 38,6 miljoen"),
        ("seintje", "", "vóór de schooldag"),
        ("seintje", "kaal", "vóór de schooldag"),
    ],
)
def test_a_figure_is_written_in_the_form_that_is_asked(id_, form, text):
    assert render_figure(figure_of(id_), form).replace("\u00a0", " ") == text


@pytest.mark.parametrize(
    ("year", "status", "form", "shown"),
    [
        ("2023", "actueel", "", ""),
        ("2022", "actueel", "", "2022"),
        ("2019-2023", "actueel", "", ""),
        ("2019-2022", "actueel", "getal", "2019–2022"),
        ("2022", "actueel", "kaal", ""),
        ("2026", "historisch", "", "2026"),
        ("onbekend", "actueel", "", ""),
        ("onbekend", "historisch", "waarde", ""),
        ("onbekend", "historisch", "kaal", ""),
    ],
)
def test_a_year_stands_beside_what_is_older_than_three_years_or_no_longer_holds(
    year, status, form, shown
):
    figure = replace(figure_of("scholen"), year=year, status=status)

    assert render_shown_year(figure, form, UPDATED) == shown


@pytest.mark.parametrize(
    ("moment", "shown"),
    [("genoemd in april 2018", "genoemd in 2018"), ("genoemd in april 2026", ""), ("", "")],
)
def test_without_a_year_the_source_says_when_it_named_the_figure(moment, shown):
    figure = replace(figure_of("scholen"), year="onbekend", moment=moment, status="historisch")

    assert render_shown_year(figure, "", UPDATED) == shown


def test_a_year_that_the_words_hold_already_is_not_told_twice():
    figure = replace(figure_of("scholen"), span=None, words="1 juli 2013", year="2013")

    assert render_shown_year(figure, "", UPDATED) == ""


def test_a_colon_starts_no_sentence():
    assert not starts_sentence("Het signaal: ")


def test_without_a_day_of_review_nothing_is_old():
    figure = replace(figure_of("scholen"), year="1996")

    assert render_shown_year(figure, "", None) == ""


@pytest.mark.parametrize(
    ("year", "text"),
    [("2010", "2010"), ("2007-2010", "2007–2010"), ("onbekend", "jaar onbekend")],
)
def test_a_year_is_printed_with_a_dash(year, text):
    assert render_year(year) == text


@pytest.mark.parametrize(
    "before",
    ["", " ", "**", "“", "(", "Zo is het. ", "Zo?\n", "Zo! *", "(Zo.) ", "‘Zo.’ "],
)
def test_a_sentence_starts_at_the_start_and_after_its_last_sign(before):
    assert starts_sentence(before)


@pytest.mark.parametrize(
    "before", ["Er zijn ", "een, ", "Zo; ", "bijv. ", "zie o.a. ", "Ca. ", "– "]
)
def test_elsewhere_it_goes_on(before):
    assert not starts_sentence(before)


def test_a_word_that_only_ends_like_an_abbreviation_ends_its_sentence():
    assert starts_sentence("Het werd een kanaal en een onl. ") is True


@pytest.mark.parametrize(
    ("text", "result"), [("meer dan", "Meer dan"), ("één", "Één"), ("5 uur", "5 uur"), ("", "")]
)
def test_a_capital_is_put_on_a_letter(text, result):
    assert capitalise(text) == result
