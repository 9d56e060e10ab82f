"""What may stand in a mapping: fields that are missing, unknown or do not fit."""

import pytest

from plugins.core.problem import Problem
from plugins.core.schema import DATE, NUMBER, SLUG, TEXT, Field, check_fields
from plugins.core.source import Source
from plugins.core.yaml import read_yaml

FIELDS = (
    Field("titel", TEXT, "de kop"),
    Field("voor", TEXT, "voor wie", many=True, choices=("raadslid", "school")),
    Field("dag", DATE, "de dag", required=False),
    Field("plaats", NUMBER, "de plaats", required=False),
    Field("id", SLUG, "het kenmerk", required=False),
    Field("exit", TEXT, "de uitweg", required=False, fields=(Field("adres", TEXT, "het adres"),)),
)
GOOD = "titel: Een\nvoor: [school]\n"


def check(text: str) -> list[Problem]:
    document = read_yaml(Source("content/a.yaml", text))
    assert document.value is not None
    assert document.problems == ()
    return list(check_fields(document.value, FIELDS, "content/a.yaml"))


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        "titel: Een\nvoor: school\n",
        GOOD + "dag: 2026-02-28\nplaats: 30\nid: school-po\nexit: {adres: x}\n",
        GOOD + 'dag: ""\nplaats:\nid: "  "\nexit: []\n',
    ],
)
def test_a_mapping_that_fits_gives_nothing(text):
    assert check(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "voor: [school]\n",
        "titel:\nvoor: [school]\n",
        'titel: ""\nvoor: [school]\n',
        "titel: []\nvoor: [school]\n",
    ],
)
def test_a_missing_or_empty_field_is_reported_at_the_mapping(text):
    assert check(text) == [
        Problem(
            "content/a.yaml", 1, 1, "VLD001", "het veld «titel» ontbreekt of is leeg",
            "Voeg toe: «titel: een zin» (de kop).",
        )
    ]  # fmt: skip


def test_an_empty_list_counts_as_missing():
    assert check("titel: Een\nvoor: []\n") == [
        Problem(
            "content/a.yaml", 1, 1, "VLD001", "het veld «voor» ontbreekt of is leeg",
            "Voeg toe: «voor: [raadslid]» (voor wie).",
        )
    ]  # fmt: skip


@pytest.mark.parametrize(("name", "suggestion"), [("titlel", "Bedoelt u «titel»? "), ("kleur", "")])
def test_an_unknown_field_is_reported_at_its_line_with_a_near_name(name, suggestion):
    assert check(f"{GOOD}{name}: x\n") == [
        Problem(
            "content/a.yaml", 3, 1, "VLD002", f"het veld «{name}» bestaat niet",
            f"{suggestion}Kies uit: titel, voor, dag, plaats, id, exit.",
        )
    ]  # fmt: skip


def test_a_value_outside_the_choices_is_reported_where_it_stands():
    assert check("titel: Een\nvoor: [school, raadlid]\n") == [
        Problem(
            "content/a.yaml", 2, 16, "VLD003", "«raadlid» kan niet bij «voor»",
            "Bedoelt u «raadslid»? Kies uit: raadslid, school.",
        )
    ]  # fmt: skip


def test_choices_with_commas_that_are_no_list_become_one():
    assert check("titel: Een\nvoor: school, raadslid\n") == [
        Problem(
            "content/a.yaml", 2, 7, "VLD003", "«school, raadslid» is geen lijst (bij «voor»)",
            "Schrijf een lijst: «voor: [school, raadslid]».",
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("field", "message", "hint"),
    [
        ("dag: 2026-02-30", "«2026-02-30» is geen datum (bij «dag»)", "dag: 2026-11-21"),
        ("dag: 20260228", "«20260228» is geen datum (bij «dag»)", "dag: 2026-11-21"),
        ("dag: 2026-W09-6", "«2026-W09-6» is geen datum (bij «dag»)", "dag: 2026-11-21"),
        ("plaats: -1", "«-1» is geen heel getal (bij «plaats»)", "plaats: 30"),
        ("plaats: 1234567", "«1234567» is geen heel getal (bij «plaats»)", "plaats: 30"),
        ("id: School", "«School» is geen kort kenmerk (bij «id»)", "id: school-po"),
        ("id: [a]", "«id» moet kort kenmerk zijn", "id: school-po"),
        ("titel2: x\ntitel3: y", None, None),
    ],
)
def test_a_value_of_another_kind_is_reported_where_it_stands(field, message, hint):
    found = [problem for problem in check(GOOD + field) if problem.code == "VLD003"]

    column = field.index(" ") + 2
    expected = Problem(
        "content/a.yaml", 3, column, "VLD003", message or "", f"Schrijf bijvoorbeeld «{hint}»."
    )
    assert found == ([expected] if message else [])


@pytest.mark.parametrize("value", ["[[school]]", "[{a: b}]"])
def test_a_list_holds_texts_only(value):
    assert [(problem.line, problem.column, problem.code) for problem in check(
        f"titel: Een\nvoor: {value}\n"
    )] == [(2, 8, "VLD003")]  # fmt: skip


def test_a_mapping_inside_a_mapping_is_checked_too():
    assert check(GOOD + "exit:\n  adrs: x\n") == [
        Problem(
            "content/a.yaml", 4, 3, "VLD002", "het veld «adrs» bestaat niet",
            "Bedoelt u «adres»? Kies uit: adres.",
        ),
        Problem(
            "content/a.yaml", 4, 3, "VLD001", "het veld «adres» ontbreekt of is leeg",
            "Voeg toe: «adres: een zin» (het adres).",
        ),
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "column"), [("\nlos\n", 2, 1), ("- a\n", 1, 1)])
def test_what_is_no_mapping_is_reported_where_it_starts(text, line, column):
    assert check(text) == [
        Problem(
            "content/a.yaml", line, column, "YML004",
            "hier horen velden te staan («naam: waarde»)", "Begin met «titel: …».",
        )
    ]  # fmt: skip
