"""Choices in the fragment of a link."""

import pytest

from tests.coalition.conftest import SCRIPTS, run_node

TRIP = """
import { readFileSync } from 'node:fs';
const { readFragment, writeFragment } = await import(process.argv[1]);
const { texts, asked } = JSON.parse(readFileSync(0, 'utf8'));
console.log(JSON.stringify(asked.map((one) => {
  const read = typeof one === 'string' ? readFragment(one, texts) : undefined;
  if (typeof one === 'string') {
    if (!read) return null;
    return { ...read, choices: { ...read.choices, variants: [...read.choices.variants] } };
  }
  return writeFragment({ ...one, variants: new Map(one.variants) }, texts);
})));
"""


@pytest.fixture(scope="module")
def trip(texts):
    def run(*asked):
        address = (SCRIPTS / "link.js").as_uri()
        return run_node(TRIP, address, given={"texts": texts, "asked": asked})

    return run


def choose(municipality: str = "", **changes):
    chosen = {"form": "motie", "deadline": "24-uur", "variants": [["keten", "kort"]]}
    return {**chosen, "municipality": municipality, **changes}


@pytest.mark.parametrize("municipality", ["", "Dorp aan de Maas", "’s-Stad"])
def test_choices_come_back_as_they_went(trip, municipality):
    (fragment,) = trip(choose(municipality))
    (read,) = trip(fragment)
    assert read == {"choices": choose(municipality), "whole": True}


def test_a_typed_municipality_stands_in_no_link(trip):
    (fragment,) = trip(choose("Mijn Geheime Dorp"))
    assert fragment == "#keuze=motie;24-uur;keten.kort"


@pytest.mark.parametrize(
    ("fragment", "changes"),
    [
        ("#keuze=", {"form": "akkoord", "deadline": "48-uur", "variants": []}),
        ("#keuze=brief;24-uur;keten.kort", {"form": "akkoord"}),
        ("#keuze=motie;3-uur;keten.kort", {"deadline": "48-uur"}),
        ("#keuze=motie;24-uur;keten.kort,geld.kort", {}),
        ("#keuze=motie;24-uur;keten.kort,doel.lang", {}),
        ("#keuze=motie;24-uur;keten.kort;Elders", {}),
        ("#keuze=motie;24-uur;keten.kort;%E0%A4%A", {}),
        ("#keuze=motie;24-uur;keten.kort;<img src=x onerror=alert(1)>", {}),
    ],
)
def test_what_a_link_should_not_hold_is_left_out_and_told(trip, fragment, changes):
    (read,) = trip(fragment)
    assert read == {"choices": choose(**changes), "whole": False}


def test_another_fragment_is_none_of_ours(trip):
    assert trip("", "#keten", "#q=keuze") == [None, None, None]


def test_a_very_long_fragment_is_cut(trip):
    (read,) = trip("#keuze=motie;24-uur;keten.kort" + ",keten.kort" * 100_000)
    assert read["choices"]["variants"] == [["keten", "kort"]]
