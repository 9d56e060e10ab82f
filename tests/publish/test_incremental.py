"""A build that keeps what did not change equals a build that starts from nothing, byte for byte.

Hypothesis makes up sequences of edits, builds, kills and damage; the site in output/ and its search
are compared with those of a clean copy. Only the folder .build/ may differ.
"""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from tests.circle import NOT_AT_THE_DESK, count, find_circle
from tests.project import BASE, SITES, make_project
from tests.publish.building import (
    Outcome,
    build,
    build_clean,
    find_differences,
    kill_build,
    read_tree,
)
from tests.publish.damage import DAMAGE, damage_files, find_kept
from tests.publish.edits import EDITS
from tests.publish.edits.fault import spoil

NUMBERS = st.integers(0, 9_999)
SOME_EDITS = st.lists(st.tuples(st.sampled_from(sorted(EDITS)), NUMBERS), min_size=1, max_size=3)
CACHE = Path(".build/cache")


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """A project with all that can be edited, built once from nothing."""
    return _build_project(tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="module")
def foreign(tmp_path_factory) -> Path:
    """A project with other texts in files of the same names, built."""
    project = make_project(
        tmp_path_factory.mktemp("ander"), BASE / "content", SITES / "bewerkt/content"
    )
    for path in sorted((project / "content/pages").rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        path.write_text(f"{text}\nDit is een andere hub.\n", encoding="utf-8")
    assert build(project, 0).code == 0
    return project


def _build_project(folder: Path) -> Path:
    project = make_project(folder, BASE / "content", SITES / "bewerkt/content")
    outcome = build(project, 0)
    assert outcome.code == 0, outcome.said
    return project


def assert_same_as_clean(project: Path, outcome: Outcome, day: int) -> None:
    """Compare a project that was just built with a clean build of the same."""
    with tempfile.TemporaryDirectory(dir=project.parent) as folder:
        clean, tree = build_clean(project, Path(folder), day)
    told = [] if outcome.had_nothing_to_do else clean.problems
    assert (outcome.code, outcome.problems) == (clean.code, told), outcome.said
    if clean.code == 0:
        assert find_differences(read_tree(project / "output"), tree) == []


class Desk(RuleBasedStateMachine):
    """One project, from a build of it to the next."""

    def __init__(self, built: Path, foreign: Path) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=built.parent))
        self.project = shutil.copytree(built, self.folder / "project", symlinks=True)
        self.foreign = foreign
        self.day = 0
        self.outcome = Outcome(0, "", 5.0)

    def edit(self, edits: list[tuple[str, int]]) -> None:
        for name, number in edits:
            EDITS[name](self.project, number)

    def build(self) -> None:
        before = read_tree(self.project / "output")
        self.outcome = build(self.project, self.day)
        assert "Traceback" not in self.outcome.said, self.outcome.said
        assert self.outcome.code in (0, 1), self.outcome.said
        if self.outcome.code:
            assert find_differences(before, read_tree(self.project / "output")) == []

    @rule(edits=SOME_EDITS)
    def edit_and_build(self, edits):
        """An editor changes some things and builds."""
        self.edit(edits)
        self.build()

    @rule(edits=SOME_EDITS, part=st.floats(0.05, 1.0))
    def edit_and_kill(self, edits, part):
        """The build is killed, sooner or later; the next one has to cope."""
        self.edit(edits)
        kill_build(self.project, self.day, part * self.outcome.seconds)

    @rule(edits=SOME_EDITS, number=NUMBERS)
    def edit_and_spoil(self, edits, number):
        """Something is wrong in what was changed: nothing is published, and it is mended later."""
        self.edit(edits)
        fault = spoil(self.project, number)
        next(fault)
        self.build()
        assert self.outcome.code == 1, self.outcome.said
        next(fault, None)

    @rule(number=NUMBERS, how=st.sampled_from(sorted(DAMAGE)))
    def damage_what_is_kept(self, number, how):
        """A disk or a program spoils what builds have kept."""
        damage_files(find_kept(self.project), number, how)

    @rule(number=NUMBERS, how=st.sampled_from(sorted(DAMAGE)))
    def damage_the_site(self, number, how):
        """Somebody changes the site by hand; a build makes it whole again."""
        damage_files(sorted((self.project / "output").rglob("*")), number, how)

    @rule()
    def take_what_another_project_kept(self):
        """Somebody copies a folder too much."""
        shutil.rmtree(self.project / CACHE, ignore_errors=True)
        if (self.foreign / CACHE).is_dir():
            shutil.copytree(self.foreign / CACHE, self.project / CACHE)

    @rule(names=st.sampled_from(((".build",), ("output",), (".build", "output"))))
    def throw_away(self, names):
        """Somebody starts over."""
        for name in names:
            shutil.rmtree(self.project / name, ignore_errors=True)

    @rule(days=st.integers(1, 200))
    def wait(self, days):
        """Time goes by: reviews become due."""
        self.day += days

    @rule(edits=SOME_EDITS)
    def edit_build_and_compare(self, edits):
        """The site is looked at on the way, too."""
        self.edit_and_build(edits)
        assert_same_as_clean(self.project, self.outcome, self.day)

    def teardown(self):
        try:
            self.build()
            assert_same_as_clean(self.project, self.outcome, self.day)
        finally:
            shutil.rmtree(self.folder)


@pytest.mark.parametrize("batch", range(count(desk=1, ci=1, long=10)))
def test_after_any_sequence_of_edits_the_site_is_that_of_a_clean_build(batch, built, foreign):
    run_state_machine_as_test(
        lambda: Desk(built, foreign),
        settings=settings(
            max_examples=count(desk=2, ci=30, long=30),
            stateful_step_count=count(desk=4, ci=6, long=10),
            # The long circle makes up other sequences in each batch and each run.
            derandomize=find_circle() != "long",
            # A failure is told as it was found: each step is a build, and shrinking tries hundreds.
            phases=(Phase.explicit, Phase.generate),
            suppress_health_check=list(HealthCheck),
        ),
    )


@NOT_AT_THE_DESK
@pytest.mark.parametrize("name", sorted(EDITS))
def test_each_edit_alone_shows_in_the_site_as_in_that_of_a_clean_build(name, built, tmp_path):
    project = shutil.copytree(built, tmp_path / "project", symlinks=True)
    before = read_tree(project / "output")
    for number in range(count(desk=1, ci=1, long=8)):
        EDITS[name](project, number)
        outcome = build(project, 0)
        assert outcome.code == 0, outcome.said
        assert_same_as_clean(project, outcome, 0)
    changed = find_differences(before, read_tree(project / "output"))
    assert bool(changed) == (name != "touch_all")


def test_a_build_throws_a_spoilt_cache_away_and_says_so(built, tmp_path):
    project = shutil.copytree(built, tmp_path / "project", symlinks=True)
    kept = [path for path in sorted((project / CACHE).rglob("*")) if path.is_file()]
    for path in kept:
        path.write_bytes(b"\x80\x04 geen cache \xff" * 10)
    EDITS["edit_text"](project, 1)
    outcome = build(project, 0)
    assert all(path.name in outcome.said for path in kept), outcome.said
    assert_same_as_clean(project, outcome, 0)
    again = build(project, 0)
    assert not any(path.name in again.said for path in kept), again.said


@NOT_AT_THE_DESK
def test_a_build_takes_nothing_that_was_kept_under_another_name(built, tmp_path):
    project = shutil.copytree(built, tmp_path / "project", symlinks=True)
    kept = [path for path in find_kept(project) if path.suffix]
    contents = [path.read_bytes() for path in kept]
    for path, other in zip(kept, contents[1:] + contents[:1], strict=True):
        path.write_bytes(other)
    EDITS["edit_text"](project, 1)
    outcome = build(project, 0)
    assert all(path.name in outcome.said for path in kept), outcome.said
    assert_same_as_clean(project, outcome, 0)


def test_a_build_without_changes_leaves_the_site_as_it_is(built, tmp_path):
    project = shutil.copytree(built, tmp_path / "project", symlinks=True)
    before = read_tree(project / "output")
    assert build(project, 0).code == 0
    assert find_differences(before, read_tree(project / "output")) == []
