"""What can be wrong with the numbers in ``kosten.yaml``: notation, limits, and examples."""

from collections.abc import Iterator, Mapping

from plugins.core.problem import Problem
from plugins.core.suggest import render_hint
from plugins.core.yaml import Fields, Items, Value
from plugins.costs.default import Register, find_defaults, find_fault
from plugins.costs.model import Example, Model, Quantity
from plugins.costs.span import find_span

_FAULTS = {
    "getal": "is geen getal of bereik in Nederlandse notatie",
    "engels": "is geen getal of bereik in Nederlandse notatie",
    "omgekeerd": "loopt van hoog naar laag",
    "klein": "is kleiner dan {least}",
    "groot": "is groter dan {most}",
    "geheel": "is geen heel getal, en dat moet hier wel",
    "decimalen": "heeft meer dan {decimals} cijfers achter de komma",
}
_HINT = "Schrijf «1.500», «38,6» of «2–3», of pas de grenzen van het veld aan."


def check_values(model: Model, register: Register, path: str) -> Iterator[Problem]:
    """Yield Problems for limits, for what stands in a field at first, and for the examples."""
    quantities = {one.id: one for one in model.quantities}
    sound = {one.id for one in model.quantities if _has_limits(one)}
    defaults = find_defaults(model, register)
    for quantity in model.quantities:
        if quantity.id not in sound:
            yield _bad_limits(quantity, path)
        elif defaults[quantity.id]:
            name = "cijfer" if quantity.figure else "waarde"
            place = quantity.fields.get(name) or quantity.fields
            yield from _check_value(defaults[quantity.id], quantity, place, path)
            yield from _check_beyond(quantity, defaults, place, path)
    for example in model.examples:
        yield from _check_example(example, model, quantities, path)


def _has_limits(quantity: Quantity) -> bool:
    least, most = find_span(quantity.least), find_span(quantity.most)
    if least is None or most is None:
        return False
    return least.low == least.high and most.low == most.high and 0 <= least.low < most.low


def _bad_limits(quantity: Quantity, path: str) -> Problem:
    place = quantity.fields.get("minste") or quantity.fields
    return Problem(
        path, place.line, place.column, "KOS002",
        f"«{quantity.least}» tot «{quantity.most}» zijn geen grenzen",
        "Schrijf twee getallen vanaf nul, met het grootste bij «meeste».",
    )  # fmt: skip


def _check_value(text: str, quantity: Quantity, place: Value, path: str) -> Iterator[Problem]:
    fault = find_fault(text, quantity)
    if fault:
        why = _FAULTS[fault].format(
            least=quantity.least, most=quantity.most, decimals=quantity.decimals
        )
        yield Problem(path, place.line, place.column, "KOS002", f"«{text}» {why}", _HINT)


def _check_beyond(
    quantity: Quantity, defaults: Mapping[str, str], place: Value, path: str
) -> Iterator[Problem]:
    """Yield a Problem for a value that lies above that of the quantity it may not pass."""
    own, most = find_span(defaults[quantity.id]), find_span(defaults.get(quantity.at_most, ""))
    if own and most and own.high > most.high:
        message = f"«{defaults[quantity.id]}» is meer dan «{quantity.at_most}»"
        yield Problem(path, place.line, place.column, "KOS002", message, _HINT)


def _check_example(
    example: Example, model: Model, quantities: Mapping[str, Quantity], path: str
) -> Iterator[Problem]:
    sizes = tuple(size.id for size in model.sizes)
    if example.size not in sizes:
        place = example.fields.get("telling") or example.fields
        hint = render_hint(example.size, sizes, f"Kies uit: {', '.join(sizes)}.")
        message = f"de telling «{example.size}» bestaat niet"
        yield Problem(path, place.line, place.column, "KOS001", message, hint)
    entries = example.fields.get("invoer")
    for (id_, text), item in zip(example.entries, _items(entries), strict=True):
        quantity = quantities.get(id_)
        if quantity is None:
            hint = render_hint(id_, quantities, "Kies het kenmerk van een veld.")
            message = f"het veld «{id_}» bestaat niet"
            yield Problem(path, item.line, item.column, "KOS001", message, hint)
        elif _has_limits(quantity):
            yield from _check_value(text, quantity, item, path)


def _items(value: Value | None) -> tuple[Fields, ...]:
    items = value.items if isinstance(value, Items) else ()
    return tuple(item for item in items if isinstance(item, Fields))
