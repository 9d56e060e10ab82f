"""Sums and values as a reader sees them, in words and in Dutch notation."""

from collections.abc import Mapping

from plugins.costs.model import Formula, Model
from plugins.costs.outcome import DECIMALS
from plugins.costs.span import Span, find_span, render_span

Names = Mapping[str, str]


def render_amount(span: Span | None, measure: str) -> str:
    """Return hours or euros, rounded; a dash for what nobody knows."""
    if span is None:
        return "–"
    number = render_span(span, DECIMALS[measure])
    return f"€ {number}" if measure == "euro" else number


def render_formula(formula: Formula, names: Names) -> str:
    """Return the sum in words: ``(weken in een jaar − weken startfase) × uren per week``."""
    first = names.get(formula.of, formula.of)
    if formula.minus:
        first = f"({first} − {names.get(formula.minus, formula.minus)})"
    times = (f" × {names.get(name, name)}" for name in formula.times)
    over = (f" ÷ {names.get(name, name)}" for name in formula.over)
    return first + "".join(times) + "".join(over)


def find_names(model: Model) -> Names:
    """Return how each quantity is called in a sum, by its id."""
    derived = {one.id: one.name for size in model.sizes for one in size.derived}
    return {**derived, **{one.id: one.name for one in model.quantities}}


def render_text(text: str) -> str:
    """Return what stands in a field with full stops between its thousands, where it is a number."""
    span = find_span(text)
    return text if span is None else render_span(span, 2)
