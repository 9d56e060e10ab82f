"""What is told about a page's Markdown, and the innocent twins that are left alone."""

import pytest

from plugins.core.problem import Problem
from plugins.core.source import Source
from plugins.pages.check_text import check_cleaned, check_text, may_be_cleaned
from plugins.pages.page import Page, find_page

FRONT = "---\ntitel: Kosten\n---\n"
BODY_LINE = 4


def find_places(body: str) -> list[tuple[int, int, str]]:
    page = find_page("pages/a.md", Source("content/pages/a.md", FRONT + body))
    assert isinstance(page, Page)
    return [
        (problem.line - BODY_LINE, problem.column, problem.code) for problem in check_text(page)
    ]


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("Zie [^1] hier.\n\n[^1]: Noot.", [(0, 5, "PAG015"), (2, 1, "PAG015")]),
        ("## Een {#x}\n\n## Twee {#x}", [(2, 11, "PAG009")]),
        ("## Een {#inhoud}", [(0, 10, "PAG009")]),
        ("*x*{#bron-ghnt-2018}", [(0, 6, "PAG009")]),
        ("### Te diep", [(0, 1, "PAG010")]),
        ("## Goed\n\n#### Te diep", [(2, 1, "PAG010")]),
        ("Goed\n----\n\n#### Te diep", [(3, 1, "PAG010")]),
        ('!!! krn "Titel"\n    tekst', [(0, 1, "PAG012")]),
        ("!!! kern \u201cTitel\u201d\n    tekst", [(0, 1, "PAG012")]),
        ('!!! kern "Titel"\n\n    tekst', [(0, 1, "PAG012")]),
        ('!!! kern "Titel"\n  tekst', [(0, 1, "PAG012")]),
        ('- punt\n\n    !!! kern "Titel"\n    tekst', [(2, 1, "PAG012")]),
        ("!!!", [(0, 1, "PAG012")]),
        ("Dit zijn:\n- een\n- twee", [(1, 1, "PAG013")]),
        ("Dit zijn:\n1. een\n2. twee", [(1, 1, "PAG013")]),
        ("De tabel:\n| a | b |\n|---|---|\n| 1 | 2 |", [(1, 1, "PAG013")]),
        ("## Kop\nDit zijn:\n* een", [(2, 1, "PAG013")]),
        ("| a | b |\n| 1 | 2 |", [(0, 1, "PAG014")]),
        ("| a | b |", [(0, 1, "PAG014")]),
        ("## Kop\n| a | b |\n| 1 | 2 |", [(1, 1, "PAG014")]),
        ("| a | b |\n|---|---|\n| 1 | 2 | 3 |", [(2, 1, "PAG014")]),
        ("Tekst.\n\n```yaml\na: b\n\nMeer.", [(2, 1, "PAG022")]),
        ("~~~\na\n```\n\n## Kop", [(0, 1, "PAG022")]),
        ("- punt\n\n    ```\n    a\n\n    b\n    ```", [(2, 5, "PAG022")]),
        ("> ~~~\n> a\n> ~~~", [(0, 3, "PAG022")]),
    ],
)
def test_what_would_come_out_wrong_is_reported_where_it_stands(body, places):
    assert find_places(body) == places


@pytest.mark.parametrize(
    "body",
    [
        "[a](b.md)^2 en x^[1]",
        "```\na\n```\n\n~~~yaml\nb\n~~~",
        "````\n```\n````",
        "- punt\n\n    ```\n    a\n    ```",
        "    ```\n",
        "## Een {#x}\n\n## Twee {#y}\n\n`{#x}`",
        "## Een {#inhoudsopgave}",
        "## Een\n\n### Twee\n\n## Drie\n\n### Vier\n\n#### Vijf",
        "Goed\n----\n\n### Dieper",
        "| a |\n|---|\n| 1 |\n\ntekst",
        '!!! kern "Titel"\n    - een\n    - twee',
        "!!! let-op\n    tekst",
        '- punt\n\n    !!! hulp "Titel"\n        tekst',
        "`!!! geen kader`",
        "- een\n- twee\n  verder\n- drie",
        "1. een\n2. twee",
        "## Kop\n- een",
        "> citaat\n> - een",
        "Het begon in\n2018. Daarna niet meer.",
        "term\n:   uitleg",
        "een - twee\ndrie -vier",
        "a | b",
        "| a | b |\n|:--|--:|\n| 1 | 2 |",
        "| a | b |\n|---|---|\n| `x|y` | a \\| b |\n| 1 |",
        "```\n| a |\n- b\n```",
    ],
)
def test_what_comes_out_as_meant_gives_nothing(body):
    assert find_places(body) == []


def test_a_misspelt_kind_of_call_out_gets_its_near_name():
    page = find_page("pages/a.md", Source("content/pages/a.md", FRONT + '!!! krn "Titel"\n    x'))
    assert isinstance(page, Page)
    (problem,) = check_text(page)
    assert problem.message == "dit kader is niet te lezen"
    assert problem.hint == (
        'Bedoelt u «kern»? Schrijf «!!! soort "Titel"», met als soort: '
        "kern, let-op, voorbehoud, hulp, stroom, stappen, rollen, tijdlijn, staven."
    )


def test_what_nobody_filled_in_is_advice_once_a_page_at_the_first_place():
    body = (
        "Bel [nog in te vullen: nummer] of [nog in te vullen: adres], [nog in te vullen: nummer].\n"
    )
    page = find_page("pages/a.md", Source("content/pages/a.md", FRONT + body))
    assert isinstance(page, Page)
    (found,) = check_text(page)

    assert (found.code, found.stops, found.column) == ("PAG021", False, 5)
    assert found.message == "3 plekken zijn op deze pagina nog niet ingevuld: nummer, adres"


def test_a_blank_without_a_name_is_told_as_one():
    page = find_page("pages/a.md", Source("content/pages/a.md", f"{FRONT}[nog in te vullen: ]\n"))
    assert isinstance(page, Page)
    (found,) = check_text(page)
    assert found.message == "één plek is op deze pagina nog niet ingevuld: zonder naam"


@pytest.mark.parametrize("body", ["Bel `[nog in te vullen: nummer]`.\n", "[nog in te vullen]\n"])
def test_a_blank_in_code_and_brackets_without_a_name_are_no_advice(body):
    assert find_places(body) == []


def read(body: str) -> Page:
    page = find_page("pages/a.md", Source("content/pages/a.md", FRONT + body))
    assert isinstance(page, Page)
    return page


def test_html_that_had_to_be_cleaned_is_reported_at_its_line():
    assert list(check_cleaned(read("Een.\n\n*woord*{hidden} hier"), 6)) == [
        Problem(
            "content/pages/a.md", BODY_LINE + 2, 1, "HTM001",
            "uit deze regel komt HTML die op de hub niet mag",
            "Schrijf het gewoner: laat accolades en haken in elkaar weg.",
        )
    ]  # fmt: skip


def test_html_that_comes_from_below_the_page_is_reported_at_its_end():
    (problem,) = check_cleaned(read("Een.\n"), 500)

    assert problem.line == BODY_LINE + 1


def test_a_page_that_needed_no_cleaning_and_one_that_is_told_of_already_give_nothing():
    assert list(check_cleaned(read("Een."), None)) == []
    assert list(check_cleaned(read("*woord*{onclick=x} hier"), 0)) == []


@pytest.mark.parametrize(
    ("body", "may_be"),
    [
        ("tekst", False),
        ("## Kop {#anker}", False),
        ("*woord*{.klasse}", False),
        ("*woord*{hidden}", True),
        ("{: a=b }", True),
    ],
)
def test_only_braces_that_are_no_anchor_or_class_may_need_cleaning(body, may_be):
    assert may_be_cleaned(read(body)) == may_be
