"""The model for the browser: what its script reads, and what the template shows of each field."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from plugins.costs.default import Register, find_default
from plugins.costs.markdown import PLACE
from plugins.costs.model import Formula, Model, Quantity
from plugins.costs.wording import find_names, render_text


@dataclass(frozen=True, slots=True)
class FormField:
    """A field of the form; `origin` is *register*, *aanname* or *eigen*, `words` the figure."""

    id: str
    question: str
    group: str
    value: str
    origin: str
    figure: str
    words: str
    least: str
    most: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Calculator:
    """What the template needs: the fields, the ways to count, the whole model as JSON, and the
    HTML that it takes the place of.
    """

    fields: tuple[FormField, ...]
    sizes: tuple[tuple[str, str], ...]
    model: str
    place: str = PLACE


def build_calculator(model: Model, register: Register) -> Calculator:
    """Return the calculator of a model; one without fields for an empty model."""
    return Calculator(
        tuple(_field(quantity, register) for quantity in model.quantities),
        tuple((size.id, size.name) for size in model.sizes),
        json.dumps(export_model(model), ensure_ascii=False, separators=(",", ":")),
    )


def _field(quantity: Quantity, register: Register) -> FormField:
    value, known = find_default(quantity, register), register.get(quantity.figure)
    return FormField(
        id=quantity.id,
        question=quantity.question,
        group=quantity.group,
        value=render_text(value),
        origin="register" if known else "aanname" if value else "eigen",
        figure=quantity.figure,
        words=known.words if known else "",
        least=quantity.least,
        most=quantity.most,
        whole=quantity.decimals == 0,
    )


def export_model(model: Model) -> Mapping[str, object]:
    """Return the model as values of JSON: numbers stay texts, so that they stay exact."""
    return {
        "names": find_names(model),
        "quantities": [
            {
                "id": one.id,
                "least": one.least,
                "most": one.most,
                "decimals": one.decimals,
                "atMost": one.at_most,
            }
            for one in model.quantities
        ],
        "sizes": [
            {
                "id": size.id,
                "derived": [{"id": one.id, **_formula(one.formula)} for one in size.derived],
            }
            for size in model.sizes
        ],
        "posts": [
            {
                "id": post.id,
                "name": post.name,
                "measure": post.measure,
                "phases": post.phases,
                "rate": post.rate,
                **_formula(post.formula),
            }
            for post in model.posts
        ],
    }


def _formula(formula: Formula) -> dict[str, object]:
    return {
        "of": formula.of,
        "minus": formula.minus,
        "times": formula.times,
        "over": formula.over,
    }
