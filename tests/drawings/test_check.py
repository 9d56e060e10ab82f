"""What is told about call-outs that draw."""

import time

import pytest

from plugins.core.problem import Problem
from plugins.core.source import Source
from plugins.drawings.check import check_drawings
from tests.drawings.sample import ALL, FLOW, ROLES, TIME_LINE

FILE = "content/pages/a.md"


def check(text: str, start: int = 0) -> list[Problem]:
    return list(check_drawings(Source(FILE, text), start))


def found(text: str) -> list[tuple[int, int, str]]:
    return [(problem.line, problem.column, problem.code) for problem in check(text)]


def test_good_drawings_give_nothing():
    assert check(ALL) == []


@pytest.mark.parametrize(
    "text",
    [
        '!!! kern "Kort"\n    Tekst.\n',
        f"```\n{FLOW.replace('**', '')}```\n",
        "Het woord !!! stroom in een zin.\n",
        '!!! stroom "R"\n    Voor.\n\n    1. **A** b\n\n        En.\n\n    2. __B__ c\n\n    Na.\n',
        '- punt\n\n    !!! stroom "Route"\n        1. **A** b\n        2. **B** c\n',
        '!!! rollen "Wie"\n\t- **A** b\n\t- **B** c\n',
        '!!! tijdlijn "W"\n    | a | b |\n    |:--|--:|\n    | c \\| d | e |\n    | f | g |\n',
    ],
)
def test_what_is_well_written_or_draws_nothing_gives_nothing(text):
    assert check(text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('!!! stroom "R"\n    Alleen tekst.\n', (1, 1)),
        ('!!! stroom "R"\n    - **A** b\n    - **B** c\n', (1, 1)),
        ('!!! rollen "R"\n    1. **A** b\n    2. **B** c\n', (1, 1)),
        ('\n!!! tijdlijn "R"\n    1. **A** b\n    2. **B** c\n', (2, 1)),
        ('- punt\n\n    !!! stappen "R"\n        Tekst.\n', (3, 5)),
        ('!!! stappen "R"\n    Zonder lege regel:\n    1. **A** b\n    2. **B** c\n', (1, 1)),
        ("!!! stappen\n", (1, 1)),
    ],
)
def test_a_drawing_without_its_list_or_table_is_reported_where_it_starts(text, place):
    assert found(text) == [(*place, "TEK001")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('!!! stroom "R"\n    1. **A** b\n', "TEK002"),
        ('!!! tijdlijn "R"\n    | a | b |\n    |---|---|\n', "TEK002"),
        ('!!! rollen "R"\n' + "    - **A** b\n" * 9, "TEK003"),
        (ROLES.replace(' "Handle with Care"', ""), "TEK004"),
        (ROLES.replace("Handle with Care", ""), "TEK004"),
        (TIME_LINE.replace("| Wat |", "| Wat | Bron |"), "TEK005"),
    ],
)
def test_what_is_wrong_with_the_whole_is_reported_where_it_starts(text, code):
    assert found(text) == [(1, 1, code)]


def test_an_item_without_bold_words_is_reported_at_its_text():
    assert found(FLOW.replace("**School**", "School")) == [(4, 8, "TEK006")]
    assert found(FLOW.replace("**School**", "De **school**")) == [(4, 8, "TEK006")]


def test_a_row_without_a_moment_is_reported_at_its_start():
    assert check(TIME_LINE.replace("2020", "")) == [
        Problem(FILE, 5, 5, "TEK006", "deze rij heeft geen naam", "Vul de eerste cel.")
    ]


def test_long_names_and_texts_are_advice():
    text = FLOW.replace("Veilig Thuis", "v" * 25).replace("De contactpersoon", "c" * 91)

    assert check(text) == [
        Problem(
            FILE, 3, 8, "TEK007", "deze naam is lang voor een tekening: 25 tekens",
            "Maak hem korter: hooguit 24 tekens.", stops=False,
        ),
        Problem(
            FILE, 4, 8, "TEK008", "deze tekst is lang voor een tekening: 105 tekens",
            "Houd hem onder de 90 tekens, en leg de rest uit onder de tekening.", stops=False,
        ),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("label", "text", "codes"),
    [
        ("v" * 24, "t" * 90, []),
        ("v" * 24, "t" * 88 + " [@a, hoofdstuk 5; @b].", []),
        ("v" * 24, "t" * 80 + " [bron](../handle-with-care/route.md#routes)", []),
        ("v" * 24, "*" + "t" * 89 + "*", []),
        ("v" * 24, "t" * 60 + "\n       " + "t" * 30, ["TEK008"]),
        ("v" * 25, "t", ["TEK007"]),
    ],
)
def test_only_what_a_reader_sees_counts_and_citations_do_not(label, text, codes):
    problems = check(f'!!! stroom "R"\n    1. **{label}** {text}\n    2. **B** c\n')

    assert [problem.code for problem in problems] == codes


def test_places_count_from_the_start_of_the_file():
    text = "---\ntitel: a\n---\n" + FLOW.replace("**School**", "School")

    assert [(problem.line, problem.column) for problem in check(text, 17)] == [(7, 8)]


@pytest.mark.parametrize(
    "sign", ["[", "**", " ", "\n    ", "|", "[@", "\\", "{", "!!! stroom\n    "]
)
def test_a_large_text_takes_no_longer_than_its_size(sign):
    text = '!!! stroom "R"\n    1. **A** ' + sign * 50_000
    before = time.process_time()
    check(text)

    assert time.process_time() - before < 5
