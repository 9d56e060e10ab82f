"""Exact numbers from low to high, in Dutch notation. The browser has the same in
``theme/static/js/components/cost-number.js``; one table of cases holds both to it.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor

from plugins.core.dutch import find_number, render_number

LENGTH = 40  # signs: more is a slip of the keyboard, or something pasted
_RANGE = re.compile(r"(?P<low>[^–]+?)(?: ?[–-] ?| tot )(?P<high>[0-9][0-9.,]*)")


@dataclass(frozen=True, slots=True)
class Span:
    """What lies between two numbers, none of them below zero; for one number both are that."""

    low: Fraction
    high: Fraction

    def __add__(self, other: "Span") -> "Span":
        return Span(self.low + other.low, self.high + other.high)

    def __sub__(self, other: "Span") -> "Span":
        """Return the least and the most that can be left; never less than nothing."""
        nothing = Fraction(0)
        return Span(max(nothing, self.low - other.high), max(nothing, self.high - other.low))

    def __mul__(self, other: "Span") -> "Span":
        return Span(self.low * other.low, self.high * other.high)

    def __truediv__(self, other: "Span") -> "Span":
        return Span(self.low / other.high, self.high / other.low)


NOTHING = Span(Fraction(0), Fraction(0))


def find_span(text: str) -> Span | None:
    """Return the number or range that `text` is: ``1.500``, ``€ 85,50``, ``2–3`` or ``2 tot 3``."""
    if len(text) > LENGTH:
        return None
    plain = " ".join(text.split()).removeprefix("€").strip()
    value = find_number(plain)
    if value is not None:
        return Span(Fraction(value), Fraction(value))
    match = _RANGE.fullmatch(plain)
    low, high = (find_number(match[name]) if match else None for name in ("low", "high"))
    return None if low is None or high is None else Span(Fraction(low), Fraction(high))


def count_decimals(text: str) -> int:
    """Return the most digits behind a comma that a number in `text` has."""
    return max((len(digits) for digits in re.findall(r",([0-9]+)", text)), default=0)


def render_span(span: Span, decimals: int) -> str:
    """Return the span in Dutch notation, each end rounded, a half upwards: ``364–392,7``."""
    low, high = render_rounded(span.low, decimals), render_rounded(span.high, decimals)
    return low if low == high else f"{low}–{high}"


def render_rounded(value: Fraction, decimals: int) -> str:
    """Return a number of at most `decimals` digits behind the comma; none where all are zero."""
    scale = 10**decimals
    rounded = Decimal(floor(value * scale + Fraction(1, 2))).scaleb(-decimals)
    return render_number(rounded).removesuffix("," + "0" * decimals)
