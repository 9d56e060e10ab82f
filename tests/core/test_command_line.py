"""What someone may type behind `invoke` and no task can do: told in Dutch, and no judgement."""

import subprocess
import sys
from pathlib import Path

import pytest
from invoke import Collection, Exit, task

from plugins.core.command_line import refuse_unreadable
from tests.project import ROOT


@task(iterable=["pad"])
def check(context, pad, format="text", fix=False, poort=8000):
    """A task as ours are."""


@task
def new(context, soort):
    """A task that wants to know something."""


TASKS = Collection(check, new)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("chek", "«chek» is geen opdracht. Bedoelt u «check»? Kijk wat er kan met: invoke --list"),
        ("check pagina", "«pagina» is geen opdracht. Kijk wat er kan met: invoke --list"),
        ("check --fix=ja", "«ja» is geen opdracht. Kijk wat er kan met: invoke --list"),
        (
            "check --formaat json",
            "«--formaat» kan niet bij «invoke check». Bedoelt u «--format»? "
            "Kijk wat er kan met: invoke --help check",
        ),
        ("--q", "«--q» kan niet bij «invoke». Kijk wat er kan met: invoke --list"),
        ("check --format", "«--format» mist een waarde. Kijk wat er kan met: invoke --help check"),
        ("check --pad", "«--pad» mist een waarde. Kijk wat er kan met: invoke --list"),
        ("check --pad --fix", "«--pad» mist een waarde. Kijk wat er kan met: invoke --list"),
        ("check --poort acht", "«acht» is geen getal. Kijk wat er kan met: invoke --list"),
        (
            "new",
            "Bij «invoke new» ontbreekt «--soort». Kijk wat er kan met: invoke --help new",
        ),
    ],
)
def test_what_cannot_be_is_told(words, told):
    with pytest.raises(Exit) as found:
        refuse_unreadable(TASKS, words.split())
    assert (str(found.value), found.value.code) == (told, 2)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "--list",
        "--help check",
        "check -h",
        "-e check --pad a --pad b --fix",
        "check --pad=-a -e",
        "check new pagina check --format json",
        "--complete -- invoke che",
    ],
)
def test_what_can_be_is_left_to_invoke(words):
    refuse_unreadable(TASKS, words.split())


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["check", "--formaat", "json"], 2, "«--formaat» kan niet bij «invoke check»."),
        (["check", "--format", "xml"], 2, "«xml» kan niet bij --format"),
        (["check", "--pad", "weg.md"], 2, "«weg.md» bestaat niet."),
        (["--list"], 0, ""),
    ],
)
def test_the_program_itself_ends_so(words, code, told):
    invoke = Path(sys.executable).with_name("invoke")
    done = subprocess.run([invoke, *words], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.startswith(told)) == (code, True)
    assert done.stdout == "" or code == 0
