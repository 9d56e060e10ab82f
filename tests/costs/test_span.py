"""Exact numbers from low to high: read, judged, rounded."""

from fractions import Fraction

import pytest

from plugins.costs.default import find_fault
from plugins.costs.span import Span, find_span, render_span
from tests.costs.sample import CASES, costs_of, span_of


@pytest.mark.parametrize(("text", "expected"), CASES["numbers"])
def test_a_number_or_range_is_read_in_dutch_notation_or_not_at_all(text, expected):
    assert find_span(text) == span_of(expected)


@pytest.mark.parametrize(("pair", "decimals", "text"), CASES["rendered"])
def test_both_ends_are_rounded_a_half_upwards(pair, decimals, text):
    assert render_span(span_of(pair), decimals) == text


@pytest.mark.parametrize(("text", "limits", "fault"), CASES["faults"])
def test_what_is_wrong_with_a_text_is_told_in_a_word(text, limits, fault):
    line = f'minste: "{limits["least"]}", meeste: "{limits["most"]}", decimalen: "{{}}"'
    file = costs_of(f"velden:\n  - {{id: a, {line.format(limits['decimals'])}}}\n")
    assert find_fault(text, file.model.quantities[0]) == fault


def test_nothing_is_taken_below_zero():
    one, two = Span(Fraction(1), Fraction(2)), Span(Fraction(2), Fraction(3))
    assert one - two == Span(Fraction(0), Fraction(0))


def test_thirds_stay_exact():
    third = Span(Fraction(1), Fraction(1)) / Span(Fraction(3), Fraction(3))
    assert third + third + third == Span(Fraction(1), Fraction(1))
