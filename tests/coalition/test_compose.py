"""The text that follows from choices: the same in Python and in the browser."""

import itertools
from pathlib import Path

import pytest
import yaml

from plugins.coalition.clause import VARIANTS, Choices
from plugins.coalition.compose import compose, find_clashes
from plugins.coalition.export import build_blocks, build_texts
from tests.coalition.conftest import SCRIPTS, find_small, run_node

HERE = Path(__file__).parent
CASES = yaml.safe_load((HERE / "cases.yaml").read_text(encoding="utf-8"))
SMALL = find_small((HERE / "small.yaml").read_text(encoding="utf-8"))
COMPOSE = """
import { readFileSync } from 'node:fs';
const { compose, findClashes } = await import(process.argv[1]);
const { texts, asked } = JSON.parse(readFileSync(0, 'utf8'));
console.log(JSON.stringify(asked.map(({ form, deadline, variants, municipality }) => {
  const choices = { form, deadline, variants: new Map(Object.entries(variants)), municipality };
  const clashes = findClashes(texts, choices).map(({ uitleg }) => uitleg);
  return { blocks: compose(texts, choices), clashes };
})));
"""


def ask_browser(texts, asked):
    given = [
        {"form": one.form, "deadline": one.deadline, "variants": dict(one.variants),
         "municipality": one.municipality}
        for one in asked
    ]  # fmt: skip
    address = (SCRIPTS / "compose.js").as_uri()
    return run_node(COMPOSE, address, given={"texts": texts, "asked": given})


def find_choices(case) -> Choices:
    chosen = case["keuzes"]
    return Choices(chosen["vorm"], chosen["termijn"], chosen["delen"], chosen.get("gemeente", ""))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["naam"])
def test_choices_give_their_text_and_what_must_be_said(case):
    choices = find_choices(case)

    blocks = compose(SMALL, choices)
    assert [f"{block.kind} {block.text}" for block in blocks] == case["tekst"]
    assert [clash.explanation for clash in find_clashes(SMALL, choices)] == case["botsingen"]


def test_the_browser_gives_the_same():
    found = ask_browser(build_texts(SMALL, str, ()), map(find_choices, CASES))

    texts = [[f"{block['soort']} {block['tekst']}" for block in one["blocks"]] for one in found]
    assert texts == [case["tekst"] for case in CASES]
    assert [one["clashes"] for one in found] == [case["botsingen"] for case in CASES]


def make_choices(coalition):
    """Return every form with every deadline, each clause in each variant, alone and together."""
    ids = [clause.id for clause in coalition.clauses]
    chosen = [{}, *({one: each} for one in ids for each in VARIANTS)]
    chosen += [dict.fromkeys(ids, each) for each in VARIANTS]
    chosen += [dict(zip(ids, itertools.cycle(VARIANTS), strict=False))]
    return [
        Choices(form.id, deadline.id, variants, name)
        for form in coalition.forms
        for deadline in coalition.deadlines
        for variants in chosen
        for name in ("", "Dorp aan de Maas")
    ]


def test_all_of_the_hub_s_own_clauses_come_out_the_same_in_the_browser(coalition, fill, texts):
    asked = make_choices(coalition)

    found = ask_browser(texts, asked)

    assert [one["blocks"] for one in found] == [
        build_blocks(coalition, choices, fill) for choices in asked
    ]
    assert [one["clashes"] for one in found] == [
        [fill(clash.explanation) for clash in find_clashes(coalition, choices)] for choices in asked
    ]


def test_no_text_of_the_hub_keeps_a_place_that_should_have_been_filled(coalition, fill):
    for choices in make_choices(coalition):
        text = "\n".join(block["tekst"] for block in build_blocks(coalition, choices, fill))
        assert "{" not in text
        assert "[#" not in text
        assert "[@" not in text
