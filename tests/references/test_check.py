"""What is told about citations and sources."""

import pytest

from plugins.core.problem import Problem
from plugins.core.source import Source
from plugins.core.yaml import Fields, read_yaml
from plugins.references.bibliography import Bibliography, find_works
from plugins.references.check import (
    check_bibliography,
    check_citations,
    check_fields_without_citation,
)

FILE = "content/bronnen.bib"
BIBLIOGRAPHY = find_works(
    Source(FILE, "@misc{augeo-2026, title={X}}\n@misc{kapot-2018, title={Y\n")
)


def check(text: str, start: int = 0) -> list[Problem]:
    return list(check_citations(Source("content/pages/a.md", text), start, BIBLIOGRAPHY))


@pytest.mark.parametrize(
    "text",
    [
        "[@augeo-2026, p. 3]",
        "[@kapot-2018]",
        "`[@weg]` en \\[@weg] en a@weg.nl en [a@weg.nl] en @weg",
        "```\n[@weg]\n```",
        "    [@weg]\n",
    ],
)
def test_a_known_source_and_what_is_no_citation_give_nothing(text):
    assert check(text) == []


@pytest.mark.parametrize(
    ("text", "line", "column", "key", "suggestion"),
    [
        ("een\n\nzie [@augeo-2062].", 3, 6, "augeo-2062", "Bedoelt u «augeo-2026»? "),
        ("[@augeo-2026; @xyz]", 1, 15, "xyz", ""),
        ("[@kapot-218]", 1, 2, "kapot-218", "Bedoelt u «kapot-2018»? "),
        ("[@augeo-2026,\n p. 3;\n @xyz]", 3, 2, "xyz", ""),
    ],
)
def test_an_unknown_key_is_reported_at_its_line(text, line, column, key, suggestion):
    assert check(text) == [
        Problem(
            "content/pages/a.md", line, column, "REF001",
            f"de bron «{key}» staat niet in bronnen.bib",
            f"{suggestion}Verbeter de sleutel of voeg de bron toe.",
        )
    ]  # fmt: skip


def test_a_citation_that_cannot_be_read_is_reported_where_it_starts():
    assert check("tekst\n[zie @augeo-2026]") == [
        Problem(
            "content/pages/a.md", 2, 2, "REF004",
            "deze verwijzing is niet te lezen: «zie @augeo-2026»",
            "Schrijf «[@sleutel]», «[@sleutel, p. 12]» of «[@een; @twee]».",
        )
    ]  # fmt: skip


def test_the_text_before_the_start_is_left_out_and_its_lines_are_counted():
    text = "---\ntitel: '[@weg]'\n---\n[@xyz]"

    assert [(problem.line, problem.column) for problem in check(text, text.rindex("["))] == [(4, 2)]


@pytest.mark.parametrize("seen", ["ja", "nee"])
def test_a_complete_source_gives_nothing(seen):
    bibliography = find_works(Source(FILE, f"@misc{{a, title={{X}}, gezien={{{seen}}}}}"))

    assert list(check_bibliography(bibliography, FILE)) == []


@pytest.mark.parametrize("title", ["", "title={},", "title={ },"])
def test_a_source_without_a_title_is_reported_at_its_line(title):
    bibliography = find_works(Source(FILE, f"\n@misc{{a, {title} gezien={{ja}}}}"))

    assert list(check_bibliography(bibliography, FILE)) == [
        Problem(
            FILE, 2, 1, "REF005", "bij de bron «a» ontbreekt de titel", "Voeg toe: «title = {…},»."
        )
    ]


@pytest.mark.parametrize("seen", ["", "gezien={misschien},", "gezien={},"])
def test_a_source_must_say_whether_an_editor_saw_it(seen):
    bibliography = find_works(Source(FILE, f"\n@misc{{a, {seen} title={{X}}}}"))

    assert list(check_bibliography(bibliography, FILE)) == [
        Problem(
            FILE, 2, 1, "REF006", "bij de bron «a» staat niet of een redacteur haar heeft gezien",
            "Voeg toe: «gezien = {ja},» of «gezien = {nee},».",
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("volgens @augeo-2026 niet", 9),
        ("zie [@augeo-2026 hier", 6),
        ("[-@augeo-2026]", 3),
        ("(@augeo-2026)", 2),
    ],
)
def test_a_known_key_outside_brackets_is_reported(text, column):
    assert check(text) == [
        Problem(
            "content/pages/a.md", 1, column, "REF004",
            "deze verwijzing staat niet tussen haken: «@augeo-2026»",
            "Schrijf «[@augeo-2026]», of «\\@» als u geen bron bedoelt.",
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["\\@augeo-2026", "`@augeo-2026`", "info@augeo-2026", "https://x.nl/@augeo-2026", "@onbekend"],
)
def test_an_at_sign_that_cites_nothing_is_innocent(text):
    assert check(text) == []


def test_a_comma_between_two_citations_is_reported():
    (problem,) = check("[@augeo-2026, @kapot-2018]")
    assert (problem.code, problem.column) == ("REF004", 2)


def test_without_a_readable_file_no_key_is_called_unknown():
    broken = Problem(FILE, 1, 1, "BST003", "dit bestand ontbreekt", "Maak het bestand aan.")
    text = Source("content/pages/a.md", "[@augeo-2026]")

    assert list(check_citations(text, 0, Bibliography((), (broken,)))) == []


def test_a_citation_in_a_field_that_is_plain_text_is_reported_at_its_value():
    fields = read_yaml(Source("a.md", "titel: Kosten\nsamenvatting: Zo staat het er [@x, p. 1].\n"))
    assert isinstance(fields.value, Fields)

    assert list(check_fields_without_citation(fields.value, "a.md")) == [
        Problem(
            "a.md", 2, 15, "REF007", "in «samenvatting» kan geen verwijzing staan",
            "Zet de verwijzing in de tekst.",
        )
    ]  # fmt: skip
