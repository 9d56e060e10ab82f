"""Numbers with a unit, however they are typed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.figures.amount import find_amounts


def found(text: str) -> list[tuple[Decimal, Decimal, str]]:
    """Return low, high and unit of each amount."""
    return [(amount.span.low, amount.span.high, amount.unit) for amount in find_amounts(text)]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("ruim 700 scholen", "700", "700", "scholen"),
        ("1500 signalen", "1500", "1500", "signalen"),
        ("1.500 Signalen", "1500", "1500", "signalen"),
        ("**700** scholen", "700", "700", "scholen"),
        ("700\nscholen", "700", "700", "scholen"),
        ("700\u00a0scholen", "700", "700", "scholen"),
        ("4,85%", "4.85", "4.85", "procent"),
        ("51 %", "51", "51", "procent"),
        ("51 procent", "51", "51", "procent"),
        ("€ 10.000.", "10000", "10000", ""),
        ("€10.000", "10000", "10000", ""),
        ("10.000 euro", "10000", "10000", "euro"),
        ("38,6 miljoen", "38600000", "38600000", ""),
        ("€ 38,6 miljoen", "38600000", "38600000", ""),
        ("2 tot 3 uur", "2", "3", "uur"),
        ("2–3 uur", "2", "3", "uur"),
        ("2 à 3 uur", "2", "3", "uur"),
        ("€ 2 tot € 3", "2", "3", ""),
        ("Vijftien gemeenten", "15", "15", "gemeenten"),
        ("10 duizend euro", "10000", "10000", "euro"),
    ],
)
def test_an_amount_is_read_however_it_is_typed(text, low, high, unit):
    assert found(text) == [(Decimal(low), Decimal(high), unit)]


@pytest.mark.parametrize(
    ("text", "money", "scaled", "per"),
    [
        ("€ 10.000 per jaar", True, False, "jaar"),
        ("10.000 euro per jaar", True, False, "jaar"),
        ("2 miljoen per jaar", False, True, "jaar"),
        ("12 uur per week", False, False, "week"),
        ("12 uur", False, False, ""),
    ],
)
def test_an_amount_knows_whether_it_is_money_and_for_what_it_is(text, money, scaled, per):
    (amount,) = find_amounts(text)

    assert (amount.money, amount.scaled, amount.per, amount.text) == (money, scaled, per, text)


@pytest.mark.parametrize(
    "text",
    [
        "drie actielijnen", "F14", "a1b", "11.30 uur", "21-11-2026", "0800-2000", "5e", "3.2.1",
        "#112", "007 scholen", "x/2", "1.50 uur",
    ],
)  # fmt: skip
def test_what_is_no_amount_is_left_out(text):
    assert found(text) == []


def test_what_is_told_ends_where_the_amount_does():
    (amount,) = find_amounts("Voor **€ 10.000** krijgt u dat")

    assert (amount.text, amount.offset) == ("€ 10.000", 7)


@given(st.text(alphabet="0123456789.,€ -–%*tot\nmiljoen"))
def test_no_text_is_too_strange(text):
    for amount in find_amounts(text):
        assert amount.span.low >= Decimal(0)
        assert 0 <= amount.offset < len(text)


@pytest.mark.parametrize("sign", ["1", "1.", "1 ", "1.000", "1-", "€ ", "* ", "1 tot ", "duizend "])
def test_a_hundred_thousand_signs_are_read_at_once(sign):
    text = sign * (100_000 // len(sign))

    assert len(list(find_amounts(text))) <= len(text)
