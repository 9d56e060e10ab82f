"""Builds and checks, each in a process of its own: from nothing, after an edit, after nothing."""

import shutil
import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from benchmarks.bars import AGAIN, CHECK, CHECK_AGAIN, CHECK_START, COLD, EDIT, HUB, START
from benchmarks.content import ROOT, link_code, write_project
from benchmarks.dialect import find_file
from benchmarks.measure import Cost, measure
from benchmarks.peers import Peer
from benchmarks.results import OURS, Row
from benchmarks.steps import Steps

INVOKE = (sys.executable, "-m", "invoke")
# As much as a chore loads before it reads its first file.
_START = "from invoke.main import program; program.run(['invoke', '--list'], exit=False); import {}"
_BUILD, _CHECK = "plugins.publish.build", "plugins.checks.command"
_OURS = ("output", ".build")


def measure_cold(
    folder: Path, peers: tuple[Peer, ...], pages: int, rounds: int, steps: Steps
) -> tuple[Row, ...]:
    """Build the same hub with each generator from nothing, in turn, so many times."""
    ours = write_project(folder / "hub", pages)
    projects = [(peer, folder / peer.name) for peer in peers]
    for peer, project in projects:
        peer.write(project, pages)
    found: dict[str, list[Cost]] = {}
    for _ in range(rounds):
        for peer, project in projects:
            remove(project, peer.products)
            name = f"{COLD}, {pages:,} pages, {peer.name}"
            cost = steps.do(name, partial(peer.build, project))
            found.setdefault(peer.name, []).append(cost)
        remove(ours, _OURS)
        name = f"{COLD}, {pages:,} pages, {OURS}"
        found.setdefault(OURS, []).append(steps.do(name, lambda: run(ours, "build")))
    return tuple(Row(COLD, who, pages, tuple(costs)) for who, costs in found.items())


def measure_edits(folder: Path, pages: int, rounds: int, steps: Steps) -> tuple[Row, ...]:
    """Build after an edit of one page, then after none, so many times."""
    project = write_project(folder / "hub", pages)
    steps.do(f"first build, {pages:,} pages", lambda: run(project, "build"))
    found: dict[str, list[Cost]] = {EDIT: [], AGAIN: [], START: []}
    for number in range(rounds):
        edit_page(project, number)
        found[EDIT].append(steps.do(f"{EDIT}, {pages:,} pages", lambda: run(project, "build")))
        found[AGAIN].append(steps.do(f"{AGAIN}, {pages:,} pages", lambda: run(project, "build")))
        found[START].append(steps.do(START, lambda: start(project, _BUILD)))
    return tuple(Row(what, OURS, pages, tuple(costs)) for what, costs in found.items())


def measure_checks(folder: Path, pages: int, rounds: int, steps: Steps) -> tuple[Row, ...]:
    """Check a hub with nothing kept, then again, so many times; HUB is the hub's own content."""
    if pages == HUB:
        project = folder / "hub"
        link_code(project)
        shutil.copytree(ROOT / "content", project / "content")
    else:
        project = write_project(folder / "hub", pages)
    found: dict[str, list[Cost]] = {CHECK: [], CHECK_AGAIN: [], CHECK_START: []}
    for _ in range(rounds):
        remove(project, _OURS)
        for what in (CHECK, CHECK_AGAIN):
            found[what].append(steps.do(f"{what}, {pages:,} pages", lambda: run(project, "check")))
        found[CHECK_START].append(steps.do(CHECK_START, lambda: start(project, _CHECK)))
    return tuple(Row(what, OURS, pages, tuple(costs)) for what, costs in found.items())


def run(project: Path, chore: str) -> Cost:
    """Run a chore of ours in a project."""
    return measure((*INVOKE, chore), project)


def start(project: Path, module: str) -> Cost:
    """Start as a chore does, and end."""
    return measure((sys.executable, "-c", _START.format(module)), project)


def edit_page(project: Path, number: int) -> Path:
    """Add a sentence to a page and return its path."""
    path = project / "content" / "pages" / find_file(3)
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\nDit is wijziging {number} van deze pagina.\n")
    return path


def remove(project: Path, names: Iterable[str]) -> None:
    """Remove folders of a project."""
    for name in names:
        shutil.rmtree(project / name, ignore_errors=True)
