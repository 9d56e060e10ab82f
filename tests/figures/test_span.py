"""Numbers and ranges of the register."""

from decimal import Decimal

import pytest

from plugins.core.problem import Fix
from plugins.core.yaml import Scalar
from plugins.figures.span import (
    Span,
    describe_notation,
    find_notation_fix,
    find_span,
    find_value,
    render_span,
)


def span_of(low: str, high: str = "") -> Span:
    return Span(Decimal(low), Decimal(high or low))


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("2,6", span_of("2.6")),
        ("1.500", span_of("1500")),
        ("52–78", span_of("52", "78")),
        ("52 - 78", span_of("52", "78")),
        ("1.000–1.500,5", span_of("1000", "1500.5")),
        ("-3", span_of("-3")),
        ("0,125", span_of("0.125")),
    ],
)
def test_a_number_or_range_is_read(text, span):
    assert find_span(text) == span


@pytest.mark.parametrize(
    "text", ["", "–", "38.6", "1,500", "12,345,678", "1–", "–3–4", "1–2–3", "1–38.6", "9" * 21]
)
def test_what_is_no_number_or_may_be_two_is_none(text):
    assert find_span(text) is None


def test_a_range_is_no_single_value():
    assert find_value("2–3") is None


@pytest.mark.parametrize("text", ["2,6", "1.500", "52–78", "4,0"])
def test_a_span_is_printed_as_it_was_read(text):
    assert render_span(find_span(text)) == text


def test_spans_add_up_at_both_ends():
    assert span_of("52", "78") + span_of("312") == span_of("364", "390")


def test_tenths_add_up_exactly():
    assert span_of("0.1") + span_of("0.2") == span_of("0.3")


def test_a_span_is_scaled_at_both_ends():
    assert span_of("1.5", "2").scaled(1000) == span_of("1500", "2000")


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("1,500", "«1.500»"),
        ("1500.5", "«1.500,5»"),
        ("38.6", "«38,6»"),
        ("1,234.5", "«1.234,5»"),
    ],
)
def test_a_number_in_english_notation_gets_its_dutch_one(text, suggestion):
    message, hint = describe_notation(text)

    assert message == f"«{text}» is geen getal in Nederlandse notatie"
    assert hint.startswith(f"Schrijf {suggestion}: ")


@pytest.mark.parametrize("text", ["ongeveer 5", "5 uur", "9" * 5000 + ".5"])
def test_another_text_gets_an_example(text):
    assert describe_notation(text)[1] == "Schrijf alleen het getal, zoals «1.500» of «38,6»."


@pytest.mark.parametrize(
    ("text", "quote", "fix"),
    [
        ("3.5", "", Fix("3.5", "3,5")),
        ("38.6", '"', Fix('"38.6"', '"38,6"')),
        ("1,500.25", "'", Fix("'1,500.25'", "'1.500,25'")),
        ("1,500,000", "", Fix("1,500,000", "1.500.000")),
        ("1,500", "", None),
        ("1.500", "", None),
        ("veel", "", None),
        ("", "", None),
    ],
)
def test_a_number_in_english_notation_is_mended_unless_it_may_mean_two(text, quote, fix):
    assert find_notation_fix(Scalar(text, 1, 1, quote)) == fix
