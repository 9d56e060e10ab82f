"""`invoke check` as someone uses it: what it prints where, and its exit code."""

import json
import os
import shutil
import subprocess
import sys
from datetime import date

import pytest

from plugins.checks.command import Question, run_check
from plugins.core.memory import Memory, find_key
from tests.project import BASE, ROOT, SITES

TODAY = date(2026, 11, 21)
GOOD = "De inhoud is in orde.\n"


@pytest.fixture
def project(tmp_path):
    shutil.copytree(BASE / "content", tmp_path / "content")
    return tmp_path


def spoil(project, name="onbekende-bron"):
    shutil.copytree(SITES / name / "content", project / "content", dirs_exist_ok=True)


def run(capsys, project, *only, **question):
    code = run_check(project, Question(tuple(only), **question), TODAY)
    told = capsys.readouterr()
    return code, told.out, told.err


def test_good_content_says_so(project, capsys):
    assert run(capsys, project) == (0, GOOD, "")


def test_a_problem_stops_and_is_told_with_its_line(project, capsys):
    spoil(project)
    code, out, err = run(capsys, project)
    assert (code, err) == (1, "")
    assert "content/pages/nieuw.md\n  12:20 REF001 de bron «plan-2108»" in out
    assert out.splitlines()[-1].startswith("1 probleem. Los de problemen op")


def test_only_the_files_asked_for_are_told(project, capsys):
    spoil(project)
    code, out, _ = run(capsys, project, str(project / "content/pages/meer.md"))
    assert (code, out) == (0, "Wat u liet nakijken is in orde.\n")
    code, out, _ = run(capsys, project, str(project / "content/pages/nieuw.md"))
    assert code == 1
    assert "REF001" in out


def test_the_files_named_first_are_told_first_and_may_be_gone(project, capsys):
    for name in ("aap", "mies", "noot"):
        text = (project / "content/pages/meer.md").read_text(encoding="utf-8")
        path = project / f"content/pages/{name}.md"
        path.write_text(text.replace("titel:", "titl:"), encoding="utf-8")
    first = ("content/pages/mies.md", "content/pages/weg.md")
    _, out, _ = run(capsys, project, first=first, format="json")
    stopping = [one["file"] for one in json.loads(out)["problems"] if one["stops"]]
    assert list(dict.fromkeys(stopping)) == [
        f"content/pages/{name}.md" for name in ("mies", "aap", "noot")
    ]


@pytest.mark.parametrize("format", ["json", "gitlab", "sarif"])
def test_for_programs_the_output_is_data_and_nothing_else(project, capsys, format):
    spoil(project)
    code, out, err = run(capsys, project, format=format)
    assert (code, err) == (1, "")
    assert json.loads(out)


@pytest.mark.parametrize(
    ("only", "question", "message"),
    [
        (["weg.md"], {}, "«weg.md» bestaat niet.\n"),
        (["/etc"], {}, "«/etc» staat niet in content/.\n"),
        (
            [],
            {"format": "xml"},
            "«xml» kan niet bij --format: kies uit text, json, github, gitlab, sarif.\n",
        ),
    ],
)
def test_what_cannot_be_asked_is_told_and_is_no_judgement(project, capsys, only, question, message):
    assert run(capsys, project, *only, **question) == (2, "", message)


def test_a_project_without_content_is_no_judgement(tmp_path, capsys):
    assert run(capsys, tmp_path) == (2, "", "content/: deze map ontbreekt.\n")


def test_a_fault_of_our_own_is_no_judgement(project, capsys, monkeypatch):
    monkeypatch.setattr("plugins.checks.command.read_hub", lambda *_: 1 / 0)
    code, out, err = run(capsys, project)
    assert (code, out) == (2, "")
    assert "ZeroDivisionError" in err
    assert "De controle is zelf stukgelopen" in err


def test_a_fix_is_shown_made_and_leaves_the_rest(project, capsys):
    page = project / "content/pages/meer.md"
    text = page.read_text(encoding="utf-8")
    page.write_bytes(f"{text}\nDe foto's van 'thuis' @onbekend".replace("\n", "\r\n").encode())

    code, out, err = run(capsys, project, fix=True)

    assert "-De foto's van 'thuis' @onbekend" in err
    assert "+De foto’s van ‘thuis’ @onbekend" in err
    assert "Verbeterd: 1 bestand." in err
    assert page.read_bytes().endswith("De foto’s van ‘thuis’ @onbekend\r\n".encode())
    assert code == 1
    assert "REF001" in out
    assert "TYP" not in out


def test_with_nothing_to_fix_nothing_is_written(project, capsys):
    before = {path: path.read_bytes() for path in (project / "content").rglob("*.*")}
    assert run(capsys, project, fix=True) == (
        0,
        GOOD,
        "Er is niets dat vanzelf te verbeteren is.\n",
    )
    assert {path: path.read_bytes() for path in (project / "content").rglob("*.*")} == before


def test_a_name_of_bytes_that_are_no_text_can_be_told(project, capsys):
    name = os.fsencode(project / "content/pages/") + b"/caf\xe9.md"
    shutil.copy(project / "content/pages/meer.md", name)
    code, out, _ = run(capsys, project)
    assert code == 1
    assert "BST007" in out


def test_a_check_keeps_what_pages_of_today_ask_for(project, capsys):
    page, cache = project / "content" / "pages" / "meer.md", project / ".build" / "cache"
    text = page.read_text(encoding="utf-8")
    assert run(capsys, project) == (0, GOOD, "")
    first = {path.name: path.stat().st_size for path in cache.iterdir()}
    memory = Memory(cache)
    memory.recall("rendered", find_key("van een bouw"), lambda: 1)
    memory.save(forget=False)
    for number in range(30):
        page.write_text(f"{text}\nRegel {number}.\n", encoding="utf-8")
        assert run(capsys, project) == (0, GOOD, "")
    last = {path.name: path.stat().st_size for path in cache.iterdir()}

    asked_of_all = [name for name in first if name != "rendered.kept"]
    assert all(last[name] < 1.2 * first[name] for name in asked_of_all)
    assert Memory(cache).has("rendered", find_key("van een bouw"))


def test_the_chore_takes_its_options_and_needs_no_pelican():
    command = "from invoke import Program; from tasks import *; import sys; import tasks"
    script = (
        f"{command}; from invoke import Collection;"
        "program = Program(namespace=Collection.from_module(tasks));"
        "program.run(['invoke', 'check', '--pad', 'content/pages/kosten.md', '--pad',"
        " 'content/pages/over.md', '--eerst', 'content/pages/over.md', '--format', 'json'],"
        " exit=False); print('pelican' in sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert set(json.loads(done.stdout)) == {"version", "stops", "advice", "problems"}
    # What an older version of the hub kept here is told of, and no fault.
    assert done.stderr.splitlines()[-1] == "False"
