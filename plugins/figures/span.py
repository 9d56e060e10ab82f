"""Numbers and ranges of numbers in Dutch notation; never a float."""

import re
from dataclasses import dataclass
from decimal import Decimal

from plugins.core.dutch import find_number, render_number
from plugins.core.problem import Fix
from plugins.core.yaml import Scalar

_LENGTH = 20  # signs of one number: more is a slip of the keyboard
_RANGE = re.compile(r"(?P<low>[0-9.,]+)[ \u00a0]?[–-][ \u00a0]?(?P<high>[0-9.,]+)")
# Three decimals after one to three digits: more likely thousands in English notation.
_ENGLISH_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+")
_TWO_NUMBERS = re.compile(r"[0-9]+,[0-9]+")
_ENGLISH = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+\.[0-9]+")


@dataclass(frozen=True, slots=True)
class Span:
    """A number, or what lies between two: `low` and `high` are equal for a number."""

    low: Decimal
    high: Decimal

    def __add__(self, other: "Span") -> "Span":
        return Span(self.low + other.low, self.high + other.high)

    def scaled(self, factor: int) -> "Span":
        """Return the span so many times as large."""
        return Span(self.low * factor, self.high * factor)


def find_value(text: str) -> Decimal | None:
    """Return the number that `text` is, or None when it is none or may mean two numbers."""
    if len(text) > _LENGTH or _ENGLISH_THOUSANDS.fullmatch(text):
        return None
    return find_number(text)


def find_span(text: str) -> Span | None:
    """Return the number or range that `text` is: ``2,6`` or ``52–78``."""
    value = find_value(text)
    if value is not None:
        return Span(value, value)
    match = _RANGE.fullmatch(text)
    low, high = (find_value(match[name]) if match else None for name in ("low", "high"))
    return None if low is None or high is None else Span(low, high)


def render_span(span: Span) -> str:
    """Return the span in Dutch notation: ``2,6`` or ``52–78``."""
    low = render_number(span.low)
    return low if span.low == span.high else f"{low}–{render_number(span.high)}"


def find_dutch_notation(text: str) -> str:
    """Return the number that `text` is in English notation as the Dutch write it; empty when it is
    none.
    """
    if len(text) > _LENGTH or not _ENGLISH.fullmatch(text):
        return ""
    return render_number(Decimal(text.replace(",", "")))


def describe_notation(text: str) -> tuple[str, str]:
    """Return message and hint for a `text` that is no number in Dutch notation."""
    hint = "Schrijf alleen het getal, zoals «1.500» of «38,6»."
    number = find_dutch_notation(text)
    if number:
        hint = f"Schrijf «{number}»: een punt tussen duizendtallen, een komma voor decimalen."
    return f"«{text}» is geen getal in Nederlandse notatie", hint


def find_notation_fix(written: Scalar) -> Fix | None:
    """Return how to write a number in English notation; None when it may mean two numbers, as
    «1,500» may be Dutch for one and a half.
    """
    text, quote = written.text, written.quote
    is_clear = find_value(text) is None and not _TWO_NUMBERS.fullmatch(text)
    number = find_dutch_notation(text) if is_clear else ""
    return Fix(f"{quote}{text}{quote}", f"{quote}{number}{quote}") if number else None
