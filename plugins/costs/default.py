"""What stands in a field before a reader changes it, and what is wrong with what stands there."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from plugins.core.dutch import render_number
from plugins.costs.model import Model, Quantity
from plugins.costs.outcome import Values
from plugins.costs.span import LENGTH, NOTHING, Span, count_decimals, find_span

# A comma before three digits: more likely thousands in English notation than a decimal.
_ENGLISH = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+\.[0-9]+")


@dataclass(frozen=True, slots=True)
class Known:
    """A figure of the register: its number, or both ends of its range; None where it is in words.
    `words` is the whole of it as a sentence shows it.
    """

    low: Decimal | None
    high: Decimal | None
    words: str


Register = Mapping[str, Known]  # by the figure's id


def find_default(quantity: Quantity, register: Register) -> str:
    """Return what stands in the field at first, as a reader would type it; or an empty text."""
    known = register.get(quantity.figure)
    if known is None or known.low is None or known.high is None:
        return quantity.value
    low = quantity.start or render_number(known.low)
    high = render_number(known.high)
    return high if low == high else f"{low}–{high}"


def find_values(model: Model, texts: Mapping[str, str]) -> Values:
    """Return the values of the `texts` that hold one, by the id of their quantity."""
    spans = {one.id: find_span(texts.get(one.id, "")) for one in model.quantities}
    return {name: span for name, span in spans.items() if span is not None}


def find_defaults(model: Model, register: Register) -> Mapping[str, str]:
    """Return what stands in each field at first, by the id of its quantity."""
    return {one.id: find_default(one, register) for one in model.quantities}


def find_fault(text: str, quantity: Quantity) -> str:
    """Return in a word what is wrong with a text that is not empty, or nothing.

    *engels*, *getal*, *omgekeerd*, *klein*, *groot*, *geheel*, *decimalen*.
    """
    if len(text) > LENGTH:
        return "getal"
    span = find_span(text)
    plain = text.strip()
    if _ENGLISH.fullmatch(plain) and (span is None or quantity.decimals < count_decimals(plain)):
        return "engels"
    if span is None:
        return "getal"
    return _find_limit(span, quantity) or _find_precision(text, quantity)


def _find_limit(span: Span, quantity: Quantity) -> str:
    least, most = find_span(quantity.least) or NOTHING, find_span(quantity.most) or NOTHING
    if span.low < least.low:
        return "klein"
    if max(span.low, span.high) > most.high:
        return "groot"
    return "omgekeerd" if span.low > span.high else ""


def _find_precision(text: str, quantity: Quantity) -> str:
    if count_decimals(text) <= quantity.decimals:
        return ""
    return "decimalen" if quantity.decimals else "geheel"
