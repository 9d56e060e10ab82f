"""What can be wrong with ``kosten.yaml`` as a whole: fields, marks of their own, and provenance."""

from collections.abc import Iterable, Iterator

from plugins.core.problem import Problem
from plugins.core.schema import check_fields
from plugins.core.suggest import render_hint
from plugins.core.yaml import Fields, Value
from plugins.costs.check_sums import check_sums
from plugins.costs.check_values import check_values
from plugins.costs.default import Register
from plugins.costs.file import CostFile
from plugins.costs.model import Model, Quantity
from plugins.costs.notation import FIELDS


def check_costs(file: CostFile, register: Register) -> Iterator[Problem]:
    """Yield what is wrong with the model; a hub without the file has nothing to check."""
    if file.value is None:
        return
    wrong = tuple(check_fields(file.value, FIELDS, file.source.path))
    yield from wrong
    if wrong or file.problems:
        return  # what follows would report the same once more
    path, model = file.source.path, file.model
    yield from _check_ids(model, path)
    for quantity in model.quantities:
        yield from _check_provenance(quantity, register, path)
    yield from check_values(model, register, path)
    yield from check_sums(model, path)


def _check_ids(model: Model, path: str) -> Iterator[Problem]:
    yield from _check_once(((one.id, one.fields) for one in model.quantities), path)
    yield from _check_once(((one.id, one.fields) for one in model.sizes), path)
    yield from _check_once(((one.id, one.fields) for one in model.posts), path)
    for size in model.sizes:
        named = ((one.id, one.fields) for one in model.quantities)
        given = ((one.id, one.formula.fields) for one in size.derived)
        yield from _check_once((*named, *given), path)


def _check_once(named: Iterable[tuple[str, Fields]], path: str) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for id_, fields in named:
        if id_ in seen:
            value = fields.get("id") or fields
            yield Problem(
                path, value.line, value.column, "KOS006",
                f"het kenmerk «{id_}» staat er twee keer (eerder op regel {seen[id_]})",
                "Kies een ander kenmerk.",
            )  # fmt: skip
        seen.setdefault(id_, fields.line)


def _check_provenance(quantity: Quantity, register: Register, path: str) -> Iterator[Problem]:
    fields = quantity.fields
    if quantity.figure:
        yield from _check_figure(quantity, register, path)
    fault = _find_fault(quantity)
    if fault:
        name, message, hint = fault
        place: Value = fields.get(name) or fields
        yield Problem(path, place.line, place.column, "KOS004", message, hint)


def _check_figure(quantity: Quantity, register: Register, path: str) -> Iterator[Problem]:
    known, place = register.get(quantity.figure), quantity.fields.get("cijfer")
    if place is None or (known is not None and known.low is not None):
        return
    message = f"het cijfer «{quantity.figure}» is een tekst, en daarmee valt niet te rekenen"
    if known is None:
        message = f"het cijfer «{quantity.figure}» staat niet in cijfers.yaml"
    hint = render_hint(quantity.figure, _find_numbers(register), "Kies een cijfer met een getal.")
    yield Problem(path, place.line, place.column, "KOS003", message, hint)


def _find_numbers(register: Register) -> tuple[str, ...]:
    return tuple(name for name, known in register.items() if known.low is not None)


def _find_fault(quantity: Quantity) -> tuple[str, str, str] | None:
    """Return the field, message and hint of a value whose origin a reader could not tell."""
    if quantity.figure and quantity.value:
        return "waarde", "dit veld heeft een cijfer én een waarde", "Haal één van de twee weg."
    if quantity.start and not quantity.figure:
        return "vanaf", "«vanaf» hoort bij een cijfer", "Schrijf het bereik bij «waarde»: «0–5»."
    if (quantity.value or quantity.start) and not quantity.reason:
        message = "deze aanname heeft geen reden, en die staat op de pagina"
        return "waarde", message, "Voeg «waarom» toe: waar komt het getal vandaan?"
    given = bool(quantity.figure or quantity.value)
    if given is not (quantity.group == "aannames"):
        message = "een aanname heeft een cijfer of een waarde; een ander veld vult de lezer zelf in"
        return "groep", message, "Kies een andere groep, of geef of verwijder de waarde."
    return None
