"""What can be wrong with the sums in ``kosten.yaml``: names that stand for nothing."""

from collections.abc import Iterator

from plugins.core.problem import Problem
from plugins.core.suggest import render_hint
from plugins.core.yaml import Fields, Items, Scalar
from plugins.costs.model import Formula, Model
from plugins.costs.span import find_span

_PARTS = ("aantal", "min", "keer", "deel")


def check_sums(model: Model, path: str) -> Iterator[Problem]:
    """Yield Problems for names that no quantity has, and advice for a quantity in no sum."""
    quantities = tuple(one.id for one in model.quantities)
    for size in model.sizes:
        yield from _check_name(size.fields, "id", quantities, path)
        known = quantities
        for derived in size.derived:
            yield from _check_formula(derived.formula, known, path)
            known = (*known, derived.id)
    given = (*quantities, *_find_given(model))
    for post in model.posts:
        yield from _check_formula(post.formula, given, path)
        yield from _check_name(post.fields, "tarief", quantities, path)
    for quantity in model.quantities:
        yield from _check_name(quantity.fields, "hoogstens", quantities, path)
    yield from _check_unused(model, path)


def _find_given(model: Model) -> tuple[str, ...]:
    """Return what every way to count gives: only that can stand in a post."""
    ways = [tuple(derived.id for derived in size.derived) for size in model.sizes]
    first = ways[0] if ways else ()
    return tuple(name for name in first if all(name in way for way in ways))


def _check_formula(formula: Formula, known: tuple[str, ...], path: str) -> Iterator[Problem]:
    for name in _PARTS:
        yield from _check_name(formula.fields, name, known, path)


def _check_name(fields: Fields, field: str, known: tuple[str, ...], path: str) -> Iterator[Problem]:
    value = fields.get(field)
    for scalar in value.items if isinstance(value, Items) else (value,):
        if not isinstance(scalar, Scalar) or not scalar.text:
            continue
        if scalar.text not in known and not _is_number(scalar, field):
            yield Problem(
                path, scalar.line, scalar.column, "KOS001",
                f"«{scalar.text}» is geen getal, en hier geen kenmerk van een veld",
                render_hint(scalar.text, known, f"Kies uit: {', '.join(known)}."),
            )  # fmt: skip


def _is_number(scalar: Scalar, field: str) -> bool:
    """Tell whether a part of a sum stands for itself; nothing is divided by zero."""
    span = find_span(scalar.text) if field in _PARTS else None
    return span is not None and span.low >= 0 and (span.low > 0 or field != "deel")


def _check_unused(model: Model, path: str) -> Iterator[Problem]:
    formulas = (
        *(derived.formula for size in model.sizes for derived in size.derived),
        *(post.formula for post in model.posts),
    )
    used = {name for formula in formulas for name in formula.names}
    used |= {post.rate for post in model.posts}
    for quantity in model.quantities:
        if quantity.id not in used:
            place = quantity.fields.get("id") or quantity.fields
            yield Problem(
                path, place.line, place.column, "KOS007",
                f"het veld «{quantity.id}» telt in geen enkele som mee",
                "Gebruik het in een som, of haal het weg.", stops=False,
            )  # fmt: skip
