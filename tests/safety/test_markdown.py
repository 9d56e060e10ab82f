"""Markdown that tries to run something: a check tells it, or it is text; when shown, none runs."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
import yaml

from plugins.checks.hub import check_every_html, check_hub
from plugins.hub.hub import read_hub
from plugins.hub.rendering import RenderedHub, render_hub
from tests.project import BASE, make_project
from tests.safety.arena import EVIL

TODAY = date(2026, 11, 21)
CONTENT = "content/pages/"


@dataclass(frozen=True, slots=True)
class Trick:
    """A text; `told` is the code of the problem that it must be, or nothing for a harmless one."""

    place: str
    name: str
    text: str
    told: str = ""


def read_tricks() -> dict[str, Trick]:
    """Return all of them by name."""
    text = Path(__file__).with_name("markdown.yaml").read_text(encoding="utf-8")
    return {entry["name"]: Trick(**entry) for entry in yaml.safe_load(text)}


TRICKS = read_tricks()


@pytest.fixture(scope="module")
def rendered(tmp_path_factory) -> RenderedHub:
    """The small site with a page for each trick."""
    project = make_project(tmp_path_factory.mktemp("markdown"), BASE / "content")
    pages = project / "content/pages"
    fields = (pages / "meer.md").read_text(encoding="utf-8").split("---\n")[1]
    fields = fields.replace("menu: Meer\n", "")
    for name, trick in TRICKS.items():
        (pages / f"{name}.md").write_text(f"---\n{fields}---\nZin.\n\n{trick.text}\n", "utf-8")
    return render_hub(read_hub(project / "content"))


@pytest.fixture(scope="module")
def told(rendered) -> Mapping[str, set[str]]:
    """The codes of the problems that stop a build, by the name of the page."""
    found: dict[str, set[str]] = {name: set() for name in TRICKS}
    for problem in (*check_hub(rendered, TODAY), *check_every_html(rendered)):
        name = problem.file.removeprefix(CONTENT).removesuffix(".md")
        if problem.stops and name in found:
            found[name].add(problem.code)
    return found


def test_every_trick_is_told_and_what_is_only_text_is_innocent(told):
    silent = {name: one.told for name, one in TRICKS.items() if one.told and not told[name]}
    other = {name: told[name] for name, one in TRICKS.items() if one.told not in {"", *told[name]}}
    guilty = {name: told[name] for name, one in TRICKS.items() if not one.told and told[name]}
    assert (silent, other, guilty) == ({}, {}, {})


@pytest.fixture(scope="module")
def shown(rendered) -> Mapping[str, str]:
    """The HTML of the tricks that can be read at all, whatever the checks say of them."""
    pages = rendered.renderings
    return {name: pages[path].html for name in TRICKS if (path := f"pages/{name}.md") in pages}


def test_no_trick_becomes_an_attribute_or_an_address_that_runs(shown):
    runs = re.compile(
        r"""<[a-z][^>"]*(?:"[^"]*"[^>"]*)*?(?:\s(?:on\w+|style|srcdoc|ping)\s*=|"""
        r"""\s(?:href|src)="[\x00-\x20]*(?:javascript|vbscript|data|blob|//))""",
        re.I,
    )
    assert runs.search('<a title="a>b" onclick="x">')
    assert runs.search('<img src="data:x">')
    assert {name for name, html in shown.items() if runs.search(html)} == set()
    assert len(shown) > 120


def test_in_a_browser_without_the_policy_no_trick_runs(arena, shown):
    assert arena.fight_together(shown) == set()
    assert set(arena.foreign) == {f"{EVIL}x.js"}  # of the frame that shows time has passed
