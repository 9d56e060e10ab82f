"""A build that has nothing to do says so, and never says so when there is."""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from plugins.publish.unchanged import find_inputs
from tests.project import BASE, make_project, run_build

UNCHANGED = "Er is niets veranderd sinds de vorige bouw."
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    project = make_project(tmp_path_factory.mktemp("niets"), BASE / "content")
    assert run_build(project).returncode == 0
    return project


def test_a_second_build_of_the_same_has_nothing_to_do(built):
    moment = (built / "output" / "index.html").stat().st_mtime_ns

    second = run_build(built)

    assert second.returncode == 0
    assert UNCHANGED in second.stderr
    assert "Klaar: " in second.stdout
    assert (built / "output" / "index.html").stat().st_mtime_ns == moment


def _edit_text(project):
    path = project / "content" / "pages" / "index.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nEn dit.\n", encoding="utf-8")


def _spoil_output(project):
    (project / "output" / "index.html").write_text("weg", encoding="utf-8")


def _add_to_output(project):
    (project / "output" / "los.txt").write_text("los", encoding="utf-8")


def _remove_index(project):
    shutil.rmtree(project / ".build" / "index")


def _spoil_index(project):
    next((project / ".build" / "index").glob("*.seg")).write_bytes(b"")


@pytest.mark.parametrize(
    "change", [_edit_text, _spoil_output, _add_to_output, _remove_index, _spoil_index]
)
def test_after_any_change_of_input_or_result_there_is_something_to_do(built, change):
    run_build(built)
    change(built)

    again = run_build(built)

    assert again.returncode == 0
    assert UNCHANGED not in again.stderr
    assert not (built / "output" / "los.txt").exists()


def test_a_publication_is_not_the_site_at_the_desk(tmp_path):
    project = make_project(tmp_path, BASE / "content")

    assert find_inputs(project, "pelicanconf.py", TODAY) != find_inputs(
        project, "publishconf.py", TODAY
    )


def test_what_is_no_plain_file_is_left_to_the_checks(tmp_path):
    project = make_project(tmp_path, BASE / "content")
    assert find_inputs(project, "pelicanconf.py", TODAY)

    os.mkfifo(project / "content" / "pages" / "pijp.md")

    assert find_inputs(project, "pelicanconf.py", TODAY) == ""
