"""The scripts of the councillor's pages, run by node, and the hub's own clauses and words."""

import json
import subprocess
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from plugins.coalition.coalition import Coalition, find_coalition, read_coalition
from plugins.coalition.export import build_lexicon, build_texts
from plugins.coalition.lexicon import Lexicon, read_lexicon
from plugins.core.source import Source
from plugins.core.yaml import read_yaml
from plugins.figures.register import read_register
from plugins.hub.coalition import fill_figures
from tests.programs import require_program
from tests.project import ROOT

SCRIPTS = ROOT / "theme" / "static" / "js" / "coalition"
CALL = """
import { readFileSync } from 'node:fs';
const [module, name] = process.argv.slice(1);
const called = (await import(module))[name];
const results = JSON.parse(readFileSync(0, 'utf8')).map((values) => called(...values));
console.log(JSON.stringify(await Promise.all(results)));
"""
JUDGE = """
import { readFileSync } from 'node:fs';
const { Judge, finish } = await import(process.argv[1]);
const { lexicon, texts } = JSON.parse(readFileSync(0, 'utf8'));
const judge = new Judge(lexicon);
console.log(JSON.stringify(texts.map((text) => finish(judge.judge(text)))));
"""

Verdict = dict[str, Any]


def run_node(script: str, *arguments: str, given: object) -> Any:
    """Return what a script prints, as JSON, when it reads `given`."""
    node = require_program("node")
    done = subprocess.run(
        [node, "--input-type=module", "--no-warnings", "--eval", script, *arguments],
        input=json.dumps(given), check=True, capture_output=True, text=True,
    )  # fmt: skip
    return json.loads(done.stdout)


def call_script(module: str, name: str, *calls: list[object]) -> Any:
    """Return what a function of a script gives for each list of arguments."""
    return run_node(CALL, (SCRIPTS / module).as_uri(), name, given=calls)


def find_small(text: str) -> Coalition:
    """Return what stands in a small file."""
    source = Source("content/coalitietekst.yaml", text)
    document = read_yaml(source)
    return find_coalition(document.value, source, document.problems)


@pytest.fixture(scope="session")
def coalition() -> Coalition:
    """The hub's own clauses."""
    return read_coalition(ROOT / "content")


@pytest.fixture(scope="session")
def fill() -> Callable[[str], str]:
    """Puts the figures of the hub's register into a text."""
    return partial(fill_figures, read_register(ROOT / "content"))


@pytest.fixture(scope="session")
def texts(coalition: Coalition, fill: Callable[[str], str]) -> Any:
    """The hub's own clauses, as the browser gets them."""
    return build_texts(coalition, fill, ("Dorp aan de Maas", "’s-Stad"))


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The hub's own words and rules of the test."""
    return read_lexicon(ROOT / "content")


@pytest.fixture(scope="session")
def judge(lexicon: Lexicon) -> Callable[..., list[list[Verdict]]]:
    """Gives the verdicts of the browser's script on texts, with all it would show."""

    def run(*asked: str) -> list[list[Verdict]]:
        given = {"lexicon": build_lexicon(lexicon), "texts": asked}
        return run_node(JUDGE, (SCRIPTS / "judge.js").as_uri(), given=given)

    return run
