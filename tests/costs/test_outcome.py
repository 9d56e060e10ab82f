"""What a model gives for one municipality."""

import json

import pytest

from plugins.core.yaml import Fields
from plugins.costs.default import find_defaults, find_values
from plugins.costs.model import Formula
from plugins.costs.outcome import Outcome, compute, compute_outcome
from plugins.costs.span import Span, find_span, render_span
from plugins.figures.table import Table
from plugins.hub.costs import find_known
from plugins.hub.hub import read_hub
from tests.costs.sample import CASES, costs_of, span_of
from tests.project import ROOT

# YAML reads JSON.
MODEL = costs_of(json.dumps(CASES["outcome"]["model"])).model


def pair(span: Span | None) -> list[str] | None:
    return None if span is None else [str(span.low), str(span.high)]


def describe(outcome: Outcome) -> dict[str, object]:
    """Return an outcome as the table of cases writes it."""
    return {
        "spans": {line.post.id: pair(line.span) for line in outcome.lines},
        "worth": {line.post.id: pair(line.worth) for line in outcome.lines},
        "hours": pair(outcome.total("uren")),
        "euros": pair(outcome.total("euro")),
    }


@pytest.mark.parametrize(("formula", "texts", "expected"), CASES["formulas"])
def test_a_formula_gives_its_lowest_and_its_highest(formula, texts, expected):
    values = {name: find_span(text) for name, text in texts.items()}
    one = Formula(
        formula["of"],
        formula["minus"],
        tuple(formula["times"]),
        tuple(formula["over"]),
        Fields((), 1, 1),
    )
    assert compute(one, values) == span_of(expected)


@pytest.mark.parametrize("case", CASES["outcome"]["cases"])
def test_a_model_gives_each_post_of_its_phase_and_their_totals(case):
    values = find_values(MODEL, case["values"])
    outcome = compute_outcome(MODEL, case["size"], case["phase"], values)
    assert describe(outcome) == {name: case[name] for name in ("spans", "worth", "hours", "euros")}


def test_the_hubs_own_model_gives_what_the_table_of_the_register_prints():
    hub = read_hub(ROOT / "content")
    model = hub.costs.model
    defaults = find_defaults(model, find_known(hub.register))
    table = hub.register.entries["rekenvoorbeeld"]
    assert isinstance(table, Table)
    printed = {row.id: [cell.text for cell in row.cells] for row in table.rows}

    values = find_values(model, {**defaults, "minuten-leerplicht": ""})
    first, later = (compute_outcome(model, "scholen", one, values) for one in ("start", "later"))

    shown = [render_span(line.span, 1) for line in first.lines if line.span][:2]
    assert shown == [printed["start"][0], printed["daarna"][0]]
    assert render_span(first.total("uren"), 1) == printed["samen"][0]
    assert render_span(later.total("uren"), 1) == printed["samen"][1]
