"""Dutch dates, sizes and sorting."""

from datetime import date

import pytest

from plugins.core.dutch import render_date, render_moment, render_month, render_size, sort_key


@pytest.mark.parametrize(
    ("day", "text"),
    [(date(2026, 11, 21), "21 november 2026"), (date(2018, 1, 1), "1 januari 2018")],
)
def test_a_date_is_written_in_words(day, text):
    assert render_date(day) == text


def test_the_last_month_is_december():
    assert render_month(12) == "december"


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "1 kB"), (412_300, "412 kB"), (999_499, "999 kB"),
        (999_500, "1,0 MB"), (1_240_000, "1,2 MB"),
    ],
)  # fmt: skip
def test_a_size_is_written_with_a_decimal_comma(size, text):
    assert render_size(size) == text


def test_accents_and_capitals_only_break_ties():
    words = ["zorg", "Één", "eend", "een", "Aa", "één"]

    assert sorted(words, key=sort_key) == ["Aa", "een", "Één", "één", "eend", "zorg"]


@pytest.mark.parametrize(
    ("text", "words"),
    [("2026-04-09", "9 april 2026"), ("2025-12", "december 2025"), ("2018", "2018")],
)
def test_a_moment_is_told_as_precisely_as_it_is_known(text, words):
    assert render_moment(text) == words
