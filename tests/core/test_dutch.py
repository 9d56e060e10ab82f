"""Dutch dates, numbers, sizes and sorting."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.dutch import (
    find_number,
    render_date,
    render_moment,
    render_month,
    render_number,
    render_size,
    sort_key,
)


@pytest.mark.parametrize(
    ("day", "text"),
    [(date(2026, 11, 21), "21 november 2026"), (date(2018, 1, 1), "1 januari 2018")],
)
def test_a_date_is_written_in_words(day, text):
    assert render_date(day) == text


def test_the_last_month_is_december():
    assert render_month(12) == "december"


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("0", "0"), ("999", "999"), ("1500", "1.500"), ("1E+4", "10.000"),
        ("1234567.5", "1.234.567,5"), ("4.85", "4,85"), ("4.0", "4,0"), ("-3.5", "−3,5"),
        ("12345678901234567890123456789012", "12.345.678.901.234.567.890.123.456.789.012"),
    ],
)  # fmt: skip
def test_a_number_has_stops_between_thousands_and_all_its_decimals(number, text):
    assert render_number(Decimal(number)) == text


@pytest.mark.parametrize(
    ("text", "number"),
    [("1.500", "1500"), ("1500", "1500"), ("38,6", "38.6"), ("0,125", "0.125"), ("-3", "-3")],
)
def test_a_number_is_read_with_or_without_stops(text, number):
    assert find_number(text) == Decimal(number)


@pytest.mark.parametrize(
    "text",
    [
        "", "38.6", "1500.5", "1.50", "0.500", "1.5000", "1.000.00", "007", "1,", ",5", "1e3",
        "٣", "1 500", "1.500 ", "€ 5", "NaN",
    ],
)  # fmt: skip
def test_what_is_not_written_the_dutch_way_is_no_number(text):
    assert find_number(text) is None


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_what_is_printed_reads_back_as_the_same_number(number):
    assert find_number(render_number(number)) == number


@given(st.text(alphabet="0123456789.,-−"))
def test_what_reads_as_a_number_prints_as_one_that_reads_the_same(text):
    number = find_number(text)

    assert number is None or find_number(render_number(number)) == number


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
