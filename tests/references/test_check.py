"""What is told about citations."""

import pytest

from plugins.core.problem import Problem
from plugins.core.source import Source
from plugins.core.yaml import Fields, read_yaml
from plugins.references.bibliography import Bibliography, find_works
from plugins.references.check import (
    check_bare_keys,
    check_citations,
    check_fields_without_citation,
)

FILE = "content/bronnen.bib"
BIBLIOGRAPHY = find_works(
    Source(FILE, "@misc{augeo-2026, title={X}}\n@misc{kapot-2018, title={Y\n")
)
MEND = "Verbeter de sleutel of voeg de bron toe."


def check(text: str, start: int = 0) -> list[Problem]:
    return list(check_citations(Source("content/pages/a.md", text), start, BIBLIOGRAPHY))


def check_bare(text: str) -> list[Problem]:
    return list(check_bare_keys(Source("content/pages/a.md", text), 0, BIBLIOGRAPHY))


@pytest.mark.parametrize("lost", ["[@augeo-2026]: woord", "[zie @kapot-2018, p. 3]:\n woord"])
def test_a_line_that_markdown_takes_for_the_address_of_a_link_is_told(lost):
    (found,) = check(f"Tekst.\n\n{lost}\n\nMeer.")

    assert (found.line, found.column, found.code) == (3, 1, "REF004")


@pytest.mark.parametrize(
    "shown",
    [
        "[@augeo-2026]: twee woorden",
        "Zo\n[@augeo-2026]:\n\n- punt",
        "a [@augeo-2026]: b",
        "`[@x]: b`",
    ],
)
def test_a_colon_behind_a_citation_that_is_shown_is_fine(shown):
    assert check(shown) == []


@pytest.mark.parametrize(
    "text",
    [
        "[@augeo-2026, p. 3]",
        "[@kapot-2018]",
        "volgens @augeo-2026 [p. 3] en [-@augeo-2026]",
        "[zie ook @augeo-2026, p. 3; @kapot-2018]",
        "`[@weg]` en \\[\\@weg] en a@weg.nl en \\@weg",
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
            f"de bron «{key}» staat niet in bronnen.bib", f"{suggestion}{MEND}",
        )
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "column"), [("volg ons op @xyz", 13), ("zie -@xyz", 6)])
def test_an_unknown_key_in_a_sentence_may_be_no_citation_at_all(text, column):
    assert check(text) == [
        Problem(
            "content/pages/a.md", 1, column, "REF001", "de bron «xyz» staat niet in bronnen.bib",
            f"{MEND} Schrijf «\\@» als u geen bron bedoelt.",
        )
    ]  # fmt: skip


def test_a_citation_that_cannot_be_read_is_reported_where_it_starts():
    (problem,) = check("tekst\n[@augeo-2026, @kapot-2018]")

    assert (problem.line, problem.code) == (2, "REF004")
    assert problem.message.startswith("deze verwijzing is niet te lezen: «")


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("Dit staat vast [augeo-2026].", 17),
        ("[kapot-2018, p. 3]", 2),
        ("zo [-augeo-2026]", 6),
    ],
)
def test_a_known_key_in_brackets_without_its_sign_is_told(text, column):
    (found,) = check_bare(text)
    assert (found.line, found.column, found.code) == (1, column, "REF004")


@pytest.mark.parametrize(
    "text",
    [
        "[augeo-2026](https://example.org)",
        "[zo][augeo-2026]",
        "[augeo-2026][]",
        "[augeo-2026]: https://example.org",
        "\\[augeo-2026]",
        "`[augeo-2026]`",
        "[augeo-2027] en [hier, augeo-2026]",
        "[kapot-2018, maar zie @augeo-2026]",
    ],
)
def test_brackets_that_are_no_citation_without_its_sign_are_fine(text):
    assert check_bare(text) == []


def test_the_text_before_the_start_is_left_out_and_its_lines_are_counted():
    text = "---\ntitel: '[@weg]'\n---\n[@xyz]"

    assert [(problem.line, problem.column) for problem in check(text, text.rindex("["))] == [(4, 2)]


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
