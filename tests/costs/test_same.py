"""The browser's script and the build: one table of cases, and one outcome for the hub's model."""

import csv
from collections.abc import Mapping
from fractions import Fraction
from io import StringIO
from random import Random

import pytest

from plugins.costs.default import find_defaults, find_values
from plugins.costs.export import export_model
from plugins.costs.model import Model, Quantity
from plugins.costs.outcome import compute_outcome
from plugins.costs.span import find_span, render_rounded
from plugins.hub.costs import find_known
from plugins.hub.hub import read_hub
from tests.costs.sample import CASES
from tests.costs.test_outcome import MODEL, describe
from tests.project import ROOT


@pytest.mark.parametrize(
    ("what", "name"), [("number", "numbers"), ("fault", "faults"), ("rendered", "rendered")]
)
def test_the_script_reads_judges_and_rounds_as_the_table_says(ask_script, what, name):
    cases = CASES[name]
    answers = ask_script([[what, *case[:-1]] for case in cases])
    assert answers == [case[-1] for case in cases]


def test_the_script_works_each_formula_of_the_table(ask_script):
    cases = CASES["formulas"]
    answers = ask_script([["formula", formula, values] for formula, values, _ in cases])
    assert answers == [expected for *_, expected in cases]


def test_the_script_gives_the_outcomes_of_the_table(ask_script):
    cases = CASES["outcome"]["cases"]
    model = export_model(MODEL)
    answers = ask_script(
        [["outcome", model, case["size"], case["phase"], case["values"]] for case in cases]
    )
    assert answers == [
        {name: case[name] for name in ("spans", "worth", "hours", "euros")} for case in cases
    ]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"])
def test_a_cell_of_the_file_that_a_spreadsheet_would_run_gets_an_apostrophe(ask_script, sign):
    (text,) = ask_script([["csv", [["Wat", f'{sign}HYPERLINK("x";1)'], ["a=1", "1-2"]]]])

    assert list(csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";")) == [
        ["Wat", f'\'{sign}HYPERLINK("x";1)'],
        ["a=1", "1-2"],
    ]


def invent(quantity: Quantity, random: Random) -> str:
    """Return a number or range that the field takes, or nothing."""
    if random.random() < 0.2:
        return ""
    scale = 10**quantity.decimals
    top = int(find_span(quantity.most).high * scale)
    ends = sorted(Fraction(random.randint(0, top), scale) for _ in range(2))
    texts = [render_rounded(end, quantity.decimals) for end in ends]
    return "–".join(texts) if random.random() < 0.5 else texts[0]


@pytest.fixture(scope="module")
def own() -> tuple[Model, Mapping[str, str]]:
    hub = read_hub(ROOT / "content")
    return hub.costs.model, find_defaults(hub.costs.model, find_known(hub.register))


def test_build_and_browser_agree_on_the_hubs_own_model(ask_script, own):
    model, defaults = own
    random = Random("kosten")
    asked = [
        (size.id, phase, {one.id: invent(one, random) for one in model.quantities})
        for size in model.sizes
        for phase in ("start", "later")
        for _ in range(60)
    ]
    asked += [(model.sizes[0].id, "start", {**defaults, "scholen": "34"})]
    exported = export_model(model)

    answers = ask_script([["outcome", exported, *one] for one in asked])

    expected = [
        describe(compute_outcome(model, size, phase, find_values(model, texts)))
        for size, phase, texts in asked
    ]
    assert answers == expected
    assert sum(one["hours"] is not None for one in expected) > 100
