"""Which names the field above the table of municipalities lets through, in node."""

import json
import subprocess

import pytest

from tests.programs import require_program
from tests.project import ROOT

MODULE = ROOT / "theme/static/js/components/municipality-filter.js"
NAMES = (
    "Beek",
    "Beekdaelen",
    "Eijsden-Margraten",
    "Valkenburg aan de Geul",
    "'s-Gravenhage",
    "Súdwest-Fryslân",
)


def filter_names(typed: str) -> list[str]:
    script = (
        f"import {{ matches }} from {json.dumps(MODULE.as_uri())};"
        f"const names = {json.dumps(NAMES)};"
        f"console.log(JSON.stringify(names.filter((name) => matches(name, {json.dumps(typed)}))));"
    )
    command = [require_program("node"), "--input-type=module", "--eval", script]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("", NAMES),
        ("   ", NAMES),
        ("beek", ("Beek", "Beekdaelen")),
        ("BEEKD", ("Beekdaelen",)),
        ("margraten", ("Eijsden-Margraten",)),
        ("eijsden margr", ("Eijsden-Margraten",)),
        ("geul", ("Valkenburg aan de Geul",)),
        ("s gravenhage", ("'s-Gravenhage",)),
        ("'s-grav", ("'s-Gravenhage",)),
        ("sudwest fryslan", ("Súdwest-Fryslân",)),
        ("eek", ()),
        ("<b>", ()),
        (".*", ()),
        ("x" * 10_000, ()),
    ],
)
def test_a_name_is_shown_when_a_word_of_it_starts_with_what_was_typed(typed, shown):
    assert filter_names(typed) == list(shown)
