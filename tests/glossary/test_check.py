"""What is told about the terms."""

import pytest

from plugins.core.problem import Problem
from plugins.glossary.check import check_glossary
from plugins.glossary.term import read_glossary

FILE = "content/begrippen.yaml"


def check(tmp_path, text: str) -> list[Problem]:
    content = tmp_path / "content"
    content.mkdir()
    (content / "begrippen.yaml").write_text(text, encoding="utf-8")
    return list(check_glossary(read_glossary(content)))


def test_complete_terms_give_nothing(tmp_path):
    assert check(
        tmp_path,
        "- term: a\n  uitleg: b [@c]\n"
        "- term: ab\n  afkorting: ''\n  zoekwoorden: [a]\n  uitleg: c\n",
    ) == []  # fmt: skip


def test_a_term_that_stands_there_twice_is_reported_at_the_second(tmp_path):
    text = "- {term: Coördinator, uitleg: b}\n- {term: b, uitleg: b}\n"
    text += "- {term: coordinator, uitleg: c}\n"

    assert check(tmp_path, text) == [
        Problem(
            FILE, 3, 3, "BGR001",
            "het begrip «coordinator» staat er twee keer (eerder op regel 1)",
            "Voeg de twee samen.",
        )
    ]  # fmt: skip


def test_terms_without_a_name_are_reported_as_such_and_not_as_the_same(tmp_path):
    found = check(tmp_path, "- uitleg: a\n- uitleg: b\n")

    assert [(problem.line, problem.column, problem.code) for problem in found] == [
        (1, 3, "VLD001"),
        (2, 3, "VLD001"),
    ]


@pytest.mark.parametrize(
    ("entry", "code", "message"),
    [
        ("- term: a\n  uitlg: b\n", "VLD002", "het veld «uitlg» bestaat niet"),
        ("- los\n", "YML004", "hier horen velden te staan («naam: waarde»)"),
        ("- term: [a]\n  uitleg: b\n", "VLD003", "«term» moet tekst zijn"),
    ],
)
def test_the_fields_of_a_term_are_checked(tmp_path, entry, code, message):
    found = check(tmp_path, entry)

    assert (found[0].file, found[0].code, found[0].message) == (FILE, code, message)


def test_a_near_field_is_suggested(tmp_path):
    found = check(tmp_path, "- term: a\n  uitlg: b\n")

    assert found[0].hint.startswith("Bedoelt u «uitleg»? ")
