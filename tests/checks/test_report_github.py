"""Annotations: what GitHub would drop without a word is told in the log."""

import re
from dataclasses import replace

from plugins.checks.report_github import render_github
from tests.checks.sample import ADVICE, ALL, LINES, NASTY, STOP

COMMAND = re.compile(r"::(\w[\w-]*)(?: ([^:]*))?::(.*)")


def read_as_github_does(output):
    """Yield command, properties and text of each command, in the order in which a runner acts."""
    stopped = ""
    for line in output.splitlines():
        if stopped:
            stopped = "" if line.strip() == f"::{stopped}::" else stopped
        elif match := COMMAND.fullmatch(line.strip()):
            stopped = match[3] if match[1] == "stop-commands" else ""
            yield match.groups()


def test_a_problem_is_an_annotation_at_its_place():
    assert render_github((STOP, ADVICE), LINES).splitlines() == [
        "::error file=content/pages/a.md,line=3,col=12,title=REF001::"
        "de bron ontbreekt%0AVoeg haar toe.",
        "::warning file=content/pages/a.md,line=1,col=1,title=PAG006::"
        "de samenvatting is lang%0AKort haar in.",
    ]


def test_ten_of_each_are_shown_errors_first_and_the_rest_is_counted_and_logged():
    problems = (
        *(replace(STOP, line=line) for line in range(1, 15)),
        *(replace(ADVICE, line=line) for line in range(1, 13)),
    )

    output = render_github(problems, LINES)

    commands = [found[0] for found in read_as_github_does(output)]
    assert commands == [*["error"] * 10, *["warning"] * 10, "notice", "stop-commands"]
    assert "::notice::nog 6: zie het log van deze stap" in output
    log = output.partition("::stop-commands::")[2]
    assert re.findall(r"^  (\d+):\d+ (\w+)", log, re.M) == [
        ("11", "PAG006"), ("11", "REF001"), ("12", "PAG006"),
        ("12", "REF001"), ("13", "REF001"), ("14", "REF001"),
    ]  # fmt: skip


def test_no_text_of_an_editor_becomes_a_command():
    many = (*ALL, *(replace(NASTY, line=line) for line in range(1, 30)))

    commands = list(read_as_github_does(render_github(many, LINES)))

    assert {found[0] for found in commands} == {"error", "warning", "notice", "stop-commands"}
    assert len([found for found in commands if found[0] == "error"]) == 10
    nasty = next(found for found in commands if "%25" in (found[1] or ""))
    assert nasty[1].startswith("file=content/pages/a b%25%2C%3A\x1b[31m%0A%3A%3Aerror%3A%3Ax")
    assert nasty[2].startswith("«\x1b[2J%250A%0D%0A::error file=x::y")


def test_nothing_wrong_is_nothing_told():
    assert render_github((), LINES) == ""
