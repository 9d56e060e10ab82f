"""What is told about types, fields and keys of sources, and about who has seen them."""

from datetime import date
from pathlib import Path

import pytest

from plugins.core.problem import Problem
from plugins.references.bibliography import read_bibliography
from plugins.references.check_bibliography import check_bibliography
from tests.references.samples import FILE, read_entries, write_entry

TODAY = date(2026, 11, 21)


def check(*entries: str, used: frozenset[str] = frozenset("ab")) -> list[Problem]:
    return list(check_bibliography(read_entries(*entries), TODAY, used, frozenset()))


def test_in_the_hubs_own_sources_nothing_is_wrong():
    bibliography = read_bibliography(Path("content"))
    problems = check_bibliography(bibliography, TODAY, bibliography.keys, frozenset())

    assert bibliography.problems == ()
    assert [problem for problem in problems if problem.stops] == []


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("report", {}),
        ("report", {"gezien": "2026-11-21"}),
        ("report", {"author": "Jansen, P.", "institution": "VNG"}),
        ("report", {"author": None, "editor": "{VNG}", "institution": "VNG"}),
        ("report", {"year": None, "ontbreekt": "year, url"}),
        ("article", {"journal": "Tijdschrift", "volume": "3", "pages": "1--2"}),
        ("book", {"publisher": "Casimir", "edition": "2"}),
        ("incollection", {"booktitle": "Boek", "publisher": "Casimir", "editor": "Jansen, P."}),
        ("thesis", {"school": "Universiteit"}),
        ("phdthesis", {"institution": "Universiteit"}),
        ("online", {"url": "https://vng.nl/a"}),
        ("misc", {"author": None, "type": "wet"}),
        ("misc", {"author": None, "type": "Europese verordening"}),
        ("misc", {"author": None, "type": "Kamerstuk", "number": "28345, nr. 185"}),
        ("Misc", {}),
    ],
)
def test_a_complete_source_gives_nothing(kind, fields):
    assert check(write_entry(kind=kind, **fields)) == []


@pytest.mark.parametrize(
    ("title", "column"), [(None, 9), ("", 12), (" ", 12), ("{}", 12)]
)  # fmt: skip
def test_a_source_without_a_title_is_reported(title, column):
    (problem,) = check(write_entry(title=title))

    assert problem == Problem(
        FILE, 1 if title is None else 3, column, "REF005", "bij de bron «a» ontbreekt de titel",
        "Voeg toe: «title = {…},».",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "fields", "missing"),
    [
        ("misc", {"author": None}, ["author"]),
        ("misc", {"author": None, "type": "motie"}, ["author"]),
        ("misc", {"year": None}, ["year"]),
        ("misc", {"year": ""}, ["year"]),
        ("report", {"author": "Jansen, P."}, ["institution"]),
        ("report", {"author": None}, ["author", "institution"]),
        ("article", {}, ["journal"]),
        ("book", {}, ["publisher"]),
        ("incollection", {}, ["booktitle", "publisher"]),
        ("thesis", {}, ["school"]),
        ("online", {}, ["url"]),
        ("online", {"year": None, "url": None, "ontbreekt": "url"}, ["year"]),
    ],
)
def test_a_required_field_is_there_or_declared_missing(kind, fields, missing):
    problems = [one for one in check(write_entry(kind=kind, **fields)) if one.code != "REF013"]

    assert [(problem.code, problem.message) for problem in problems] == [
        ("REF008", f"bij de bron «a» ontbreekt «{name}»") for name in missing
    ]


def test_a_missing_field_is_reported_at_the_key_with_both_ways_out():
    assert check("\n" + write_entry(year=None)) == [
        Problem(
            FILE, 2, 9, "REF008", "bij de bron «a» ontbreekt «year»",
            "Voeg toe: «year = {…},». Is het niet bekend: «ontbreekt = {year},».",
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("declared", "message", "hint"),
    [
        ("year", "«year» ontbreekt niet: het veld staat er", "Haal «year» weg uit «ontbreekt»."),
        ("author", "«author» ontbreekt niet: het veld staat er",
         "Haal «author» weg uit «ontbreekt»."),
        ("journal", "«journal» in «ontbreekt» is geen veld van «@report»", "Kies uit: author, "),
        ("ulr", "«ulr» in «ontbreekt» is geen veld van «@report»", "Bedoelt u «url»? Kies uit: "),
    ],
)  # fmt: skip
def test_what_is_declared_missing_must_be_a_field_that_is_not_there(declared, message, hint):
    (problem,) = check(write_entry(ontbreekt=declared))

    assert (problem.line, problem.column) == (6, 16)
    assert (problem.code, problem.message) == ("REF009", message)
    assert problem.hint.startswith(hint)


@pytest.mark.parametrize(
    ("kind", "hint"), [("artikel", "Bedoelt u «article»? "), ("websiet", "Kies uit: article, ")]
)
def test_an_unknown_type_is_reported_where_the_entry_starts(kind, hint):
    (problem,) = check(f"\n {write_entry(kind=kind)}")

    assert (problem.line, problem.column, problem.code) == (2, 2, "REF010")
    assert problem.message == f"de soort «@{kind}» bestaat niet"
    assert problem.hint.startswith(hint)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("titel", "Bedoelt u «title»? "),
        ("date", "Schrijf year, month en day."),
        ("journaltitle", "Schrijf journal."),
        ("journal", "Verwijder het veld, of kies uit: author, "),
    ],
)
def test_a_field_that_does_not_belong_is_reported_at_its_name(name, hint):
    (problem,) = check(write_entry(**{name: "x"}))

    assert (problem.line, problem.column, problem.code) == (6, 3, "REF011")
    assert problem.message == f"het veld «{name}» hoort niet bij «@report»"
    assert problem.hint.startswith(hint)


@pytest.mark.parametrize(
    ("seen", "place", "message"),
    [
        (None, (1, 9), "bij de bron «a» staat niet of een redacteur haar heeft gezien"),
        ("ja", (5, 13), "bij de bron «a» staat niet of een redacteur haar heeft gezien"),
        ("2026-02-30", (5, 13), "bij de bron «a» staat niet of een redacteur haar heeft gezien"),
        ("2026-11-22", (5, 13), "de bron «a» is gezien op een dag die nog komt"),
    ],
)
def test_a_source_says_when_an_editor_saw_it(seen, place, message):
    (problem,) = check(write_entry(gezien=seen))

    assert (problem.line, problem.column) == place
    assert (problem.code, problem.message) == ("REF006", message)
    assert "gezien = {2026-11-21}" in problem.hint


@pytest.mark.parametrize("key", ["Plan", "plan_1", "plan:1", "é", "-plan", "plan--1", "plan.2018"])
def test_a_key_is_an_address(key):
    (problem,) = check(write_entry(key), used=frozenset({key}))

    assert (problem.line, problem.column, problem.code) == (1, 9, "REF012")
    assert problem.message == f"de sleutel «{key}» geeft een adres dat niet overal werkt"


def test_two_keys_differ_in_more_than_capitals():
    problems = check(
        write_entry("plan"), write_entry("Plan", title="Iets anders"),
        used=frozenset({"plan", "Plan"}),
    )  # fmt: skip

    assert [(problem.line, problem.code) for problem in problems] == [(8, "REF012")] * 2
    assert problems[0].message == (
        "de sleutels «Plan» en «plan» (regel 1) verschillen alleen in hoofdletters"
    )


def test_a_source_that_nobody_cites_is_advice():
    assert check(write_entry(), used=frozenset()) == [
        Problem(
            FILE, 1, 9, "REF020", "de bron «a» wordt nergens gebruikt",
            "Verwijs ernaar, of verwijder haar als de hub haar niet nodig heeft.", stops=False,
        )
    ]  # fmt: skip
