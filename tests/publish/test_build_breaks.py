"""A build that is killed, has no room or no rights, or is not alone: always one whole site."""

import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from plugins.verify.site import verify_site
from tests.circle import count
from tests.project import BASE, BUILD, DAY, make_project, run_build
from tests.someone import as_someone

TODAY = date(2026, 11, 21)
PAGE = "content/pages/meer.md"


def start_build(project: Path, *before: str, **options) -> subprocess.Popen:
    return subprocess.Popen(
        [*before, sys.executable, "-c", BUILD, "pelicanconf.py"],
        cwd=project,
        env={**os.environ, **DAY},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        **options,
    )


def write_version(project: Path, number: int) -> None:
    """Let the content be of a version that its pages show; each has a page of its own."""
    for old in project.glob("content/pages/versie-*.md"):
        old.unlink()
    text = (project / PAGE).read_text(encoding="utf-8")
    new = text.replace("titel: Meer", f"titel: Versie {number}").replace("menu: Meer\n", "")
    path = project / f"content/pages/versie-{number}.md"
    path.write_text(new, encoding="utf-8")


def find_version(output: Path) -> int:
    """Return the version of a site that is whole, and of one version."""
    assert verify_site(output, "output", TODAY) == ()
    (page,) = output.glob("versie-*/index.html")
    number = int(page.parent.name.removeprefix("versie-"))
    assert f"<h1>Versie {number}</h1>" in page.read_text(encoding="utf-8")
    return number


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """A project with a built site of version 0."""
    project = make_project(tmp_path_factory.mktemp("project"), BASE / "content")
    write_version(project, 0)
    done = run_build(project)
    assert done.returncode == 0, done.stderr
    return project


@pytest.fixture
def project(built, tmp_path) -> Path:
    """A copy of that project."""
    return shutil.copytree(built, tmp_path / "project", symlinks=True)


def test_a_build_that_is_killed_at_any_moment_leaves_one_whole_site(project):
    write_version(project, 1)  # without a change there is nothing to build
    begun = time.monotonic()
    assert run_build(project).returncode == 0
    whole = time.monotonic() - begun
    old, in_time, tries = 1, 0, count(desk=3, ci=20, long=200)
    for number in range(1, tries + 1):
        new = number + 1
        write_version(project, new)
        process = start_build(project)
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=whole * number / tries)
        with suppress(ProcessLookupError):
            # Every other time its Pelican lives on, and writes into a folder that nobody wants.
            kill = os.kill if number % 2 else os.killpg
            kill(process.pid, signal.SIGKILL)
        in_time += process.wait() == -signal.SIGKILL
        found = find_version(project / "output")
        assert found in (old, new)
        old = found
    assert in_time >= tries / 2

    write_version(project, 999)
    done = run_build(project)
    assert done.returncode == 0, done.stderr
    assert find_version(project / "output") == 999


@pytest.mark.parametrize("limit", [0, 1_000, 20_000])
def test_a_disk_without_room_leaves_the_site_before(project, limit):
    write_version(project, 1)
    process = start_build(
        project, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    )
    assert process.wait() in (1, 2)
    assert find_version(project / "output") == 0
    assert not (project / ".build/new").exists()


def test_another_user_who_may_not_write_changes_nothing_and_is_told_so(project):
    before = as_someone()
    write_version(project, 1)
    done = subprocess.run(
        [*before, sys.executable, "-B", "-c", BUILD, "pelicanconf.py"],
        cwd=project, capture_output=True, text=True, env={**os.environ, **DAY, "HOME": "/"},
    )  # fmt: skip
    assert done.returncode == 2
    assert "lock: hier kan de bouw niet schrijven" in done.stderr
    assert "Traceback" not in done.stderr
    assert find_version(project / "output") == 0


def test_of_two_builds_at_once_one_is_refused_and_the_site_is_whole(project):
    write_version(project, 1)
    both = [start_build(project) for _ in range(2)]
    codes = sorted(process.wait() for process in both)
    assert codes in ([0, 2], [0, 0])  # the second may start when the first is done
    assert find_version(project / "output") == 1


def test_the_site_has_a_page_for_each_of_the_content_and_no_other(project):
    pages = {path.stem for path in (project / "content/pages").iterdir()} - {"index", "404"}
    expected = {f"{name}/index.html" for name in pages} | {"index.html", "404.html"}
    found = {
        path.relative_to(project / "output").as_posix() for path in project.glob("output/**/*.html")
    }
    assert found == expected | {"bronnen/plan-2018/index.html"}


def test_a_site_that_a_stranger_finds_wrong_does_not_take_the_place_of_the_old_one(project):
    write_version(project, 1)
    (project / "theme").unlink()
    shutil.copytree(BASE.parents[2] / "theme", project / "theme")
    frame = project / "theme/templates/components/skip-link.html"
    text = frame.read_text(encoding="utf-8")
    frame.write_text(text.replace("<a ", '<a onclick="x()" ', 1), encoding="utf-8")

    done = run_build(project)

    assert done.returncode == 1
    assert "output/index.html" in done.stderr
    assert "VER008 het attribuut «onclick» zou een script starten" in done.stderr
    assert done.stderr.endswith("De vorige site staat er nog, ongewijzigd.\n")
    assert find_version(project / "output") == 0
