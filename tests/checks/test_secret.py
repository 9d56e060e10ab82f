"""No report, in whatever format, shows the personal data that it tells of."""

import json
import shutil
from datetime import date

import pytest

from plugins.checks.command import Question, run_check
from plugins.checks.formats import FORMATS
from tests.project import BASE

TEXT = """

Het BSN van Noor is 249566758, bel [06 48213975](tel:0648213979) of mail noor@gmail.com 'nu'.

Zij woont Dorpsstraat 12, 6211 AB Maastricht, geboren 3 mei 2018, dus [@noor@gmail.com].
`bel 06-48213975` SWV
"""
SECRETS = ("249566758", "482139", "noor@", "@gmail", "Dorpsstr", "6211", "3 mei")


@pytest.fixture
def project(tmp_path):
    shutil.copytree(BASE / "content", tmp_path / "content")
    page = tmp_path / "content" / "pages" / "meer.md"
    page.write_text(page.read_text(encoding="utf-8") + TEXT, encoding="utf-8")
    return tmp_path


def run(capsys, project, **question):
    run_check(project, Question(**question), date(2026, 11, 21))
    told = capsys.readouterr()
    return told.out, told.err


@pytest.mark.parametrize("format", FORMATS)
def test_no_format_shows_what_is_personal(project, capsys, format):
    out, err = run(capsys, project, format=format)
    assert "PRI001" in out
    assert "2•••••••8" in out or format == "json"
    told = f"{out}{err}"
    assert [secret for secret in SECRETS if secret in told] == []


def test_the_caret_stands_where_the_datum_begins(project, capsys):
    out, _ = run(capsys, project)
    lines = out.splitlines()
    place = next(number for number, line in enumerate(lines) if "PRI001" in line)
    excerpt, caret = lines[place + 1 : place + 3]
    assert excerpt[caret.index("^") :].startswith("2•••••••8")


def test_places_for_programs_are_those_of_the_text(project, capsys):
    out, _ = run(capsys, project, format="json")
    (found,) = (one for one in json.loads(out)["problems"] if one["code"] == "PRI001")
    page = project / "content" / "pages" / "meer.md"
    line = page.read_text(encoding="utf-8").split("\n")[found["line"] - 1]
    assert line[found["column"] - 1 :].startswith("249566758")


def test_what_a_fix_shows_is_masked_and_what_it_writes_is_not(project, capsys):
    out, err = run(capsys, project, fix=True)
    assert "mail n••••••••••••m ‘nu’" in err
    assert [secret for secret in SECRETS if secret in f"{out}{err}"] == []
    page = project / "content" / "pages" / "meer.md"
    assert "249566758" in page.read_text(encoding="utf-8")
