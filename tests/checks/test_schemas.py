"""What goes to other programs is valid by their own schemas, whatever an editor wrote."""

import json
from dataclasses import replace

import pytest

from plugins.checks.formats import FORMATS
from tests.checks.sample import ADVICE, ALL, FILE, FIXED, LINES, NASTY, STOP
from tests.project import ROOT

jsonschema = pytest.importorskip("jsonschema", reason="pip install -r requirements-test.txt")

SCHEMAS = {
    "json": ROOT / "docs" / "check.schema.json",
    "sarif": ROOT / "tests" / "checks" / "schemas" / "sarif-2.1.0.json",
    "gitlab": ROOT / "tests" / "checks" / "schemas" / "gitlab-codeclimate.json",
}


def read_validator(name):
    schema = json.loads(SCHEMAS[name].read_text(encoding="utf-8"))
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    return kind(schema)


def render(name, *problems):
    text = FORMATS[name](problems, LINES)
    return json.loads(text.encode(errors="replace").decode())


@pytest.mark.parametrize("problems", [(), (STOP,), ALL])
@pytest.mark.parametrize("name", ["json", "sarif"])
def test_the_report_is_valid(name, problems):
    read_validator(name).validate(render(name, *problems))


def test_each_entry_of_the_report_for_gitlab_is_valid():
    validator = read_validator("gitlab")
    found = render("gitlab", *ALL)
    assert len(found) == len(ALL)
    for one in found:
        validator.validate(one)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_refuses_what_is_none(name):
    spoilt = {"problems": 3, "runs": 4, "description": 5}
    assert not read_validator(name).is_valid(spoilt)


def test_json_holds_everything_of_a_problem():
    assert render("json", FIXED, ADVICE) == {
        "version": 1,
        "stops": 1,
        "advice": 1,
        "problems": [
            {
                "file": FILE,
                "line": 2,
                "column": 9,
                "code": "CYF002",
                "stops": True,
                "message": "de bron ontbreekt",
                "hint": "Voeg haar toe.",
                "fix": {"old": "1,500", "new": "1.500"},
            },
            {
                "file": FILE,
                "line": 1,
                "column": 1,
                "code": "PAG006",
                "stops": False,
                "message": "de samenvatting is lang",
                "hint": "Kort haar in.",
                "fix": None,
            },
        ],
    }


def test_gitlab_gets_a_severity_and_a_fingerprint_that_does_not_hold_the_line():
    first, second = render("gitlab", STOP, ADVICE)
    assert (first["severity"], second["severity"]) == ("critical", "minor")
    assert first["location"] == {"path": FILE, "lines": {"begin": 3}}
    (moved,) = render("gitlab", replace(STOP, line=8))
    assert moved["fingerprint"] == first["fingerprint"]


def test_sarif_counts_columns_in_units_of_utf_16():
    (run,) = render("sarif", replace(STOP, column=3))["runs"]
    (place,) = run["results"][0]["locations"]
    assert run["columnKind"] == "utf16CodeUnits"
    assert place["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 4}


def test_sarif_explains_each_rule_once():
    (run,) = render("sarif", STOP, ADVICE, replace(STOP, line=9))["runs"]
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert list(rules) == ["PAG006", "REF001"]
    assert rules["REF001"]["shortDescription"]["text"] == "Deze bron staat niet in bronnen.bib."
    assert "[@ghnt-2081]" in rules["REF001"]["help"]["text"]
    assert "`[@ghnt-2081]`" in rules["REF001"]["help"]["markdown"]
    levels = {code: rule["defaultConfiguration"]["level"] for code, rule in rules.items()}
    assert levels == {"PAG006": "warning", "REF001": "error"}


def test_sarif_holds_the_fix_with_what_it_replaces():
    (run,) = render("sarif", FIXED)["runs"]
    (fix,) = run["results"][0]["fixes"]
    (change,) = fix["artifactChanges"]
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 2, "startColumn": 9, "endColumn": 14},
            "insertedContent": {"text": "1.500"},
        }
    ]


def test_sarif_writes_a_file_as_an_address():
    (run,) = render("sarif", NASTY)["runs"]
    (place,) = run["results"][0]["locations"]
    uri = place["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "content/pages/a%20b%25%2C%3A%1B%5B31m%0A%3A%3Aerror%3A%3Ax%3F.md"
