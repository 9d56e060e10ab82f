"""Straight quotes, soft hyphens and a last line: what is told, and what a program makes of it."""

import pytest

from plugins.checks.fix import find_changes
from plugins.core.source import Source
from plugins.typography.check import check_accents, check_end, check_hyphens, check_quotes

PAGE = "content/pages/a.md"


def mend(text, check):
    problems = tuple(check(Source(PAGE, text)))
    changes = find_changes(problems, {PAGE: text})
    return changes[0].after if changes else text


def check_body(source):
    return check_quotes(source, 0)


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("foto's", "foto’s"),
        ("'s avonds en 't kind en zo'n ding", "’s avonds en ’t kind en zo’n ding"),
        ("Zij zegt 'kom maar'.", "Zij zegt ‘kom maar’."),
        ('Zij zegt "kom maar".', "Zij zegt ‘kom maar’."),
        ("('thuis')", "(‘thuis’)"),
        ("'foto's van thuis'", "‘foto’s van thuis’"),
        ("**'vet'** en *'schuin'*", "**‘vet’** en *‘schuin’*"),
        ("[de 'brief'](brief.md \"Een titel\")", '[de ‘brief’](brief.md "Een titel")'),
        ("een 'twee' drie 'vier'", "een ‘twee’ drie ‘vier’"),
    ],
)
def test_a_straight_quote_becomes_the_one_that_is_meant(text, mended):
    assert mend(text, check_body) == mended
    assert list(check_body(Source(PAGE, mended))) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("5' lang", [2]),
        ('een 3" buis', [6]),
        ("de ouders' huis", [10]),
        ("' los ' ding", [1, 7]),
        ("\\'thuis'", [2, 8]),
    ],
)
def test_where_it_is_not_certain_a_program_leaves_it(text, places):
    problems = list(check_body(Source(PAGE, text)))
    assert [one.column for one in problems] == places
    assert [one.code for one in problems] == ["TYP001"] * len(places)
    assert not any(one.stops for one in problems)
    assert mend(text, check_body) == text


@pytest.mark.parametrize(
    "text",
    [
        "`'code'`",
        "```\n'code'\n```",
        '!!! kern "In één minuut"',
        '    !!! let-op "Let op"',
        '[a](b.md "titel")',
        "![a](b.png 'titel')",
        "[a]: b 'titel'",
        "<https://a.nl/'b'>",
        "{#anker title='x'}",
        "Zij zegt ‘kom’ en foto’s.",
        "5′ 3″",
    ],
)
def test_what_no_reader_sees_as_a_quote_is_left_alone(text):
    assert list(check_body(Source(PAGE, text))) == []


def test_the_place_counts_from_the_top_of_the_file():
    (problem,) = check_quotes(Source(PAGE, "---\ntitel: foto's\n---\nfoto's\n"), 22)
    assert (problem.line, problem.column) == (4, 5)


def test_a_soft_hyphen_is_told_and_taken_out():
    text = "kinder\u00admis\u00adhandeling\n"
    assert [(one.code, one.column) for one in check_hyphens(Source(PAGE, text))] == [
        ("TYP002", 7), ("TYP002", 11),
    ]  # fmt: skip
    assert mend(text, check_hyphens) == "kindermishandeling\n"


@pytest.mark.parametrize(
    ("text", "mended"),
    [("een", "een\n"), ("een\ntwee", "een\ntwee\n"), ("een\n", "een\n"), ("", "")],
)
def test_a_last_line_gets_its_end(text, mended):
    problems = list(check_end(Source(PAGE, text)))
    assert [one.code for one in problems] == ["TYP003"] * (text != mended)
    assert mend(text, check_end) == mended


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("coo\u0308rdinatie", "co\u00f6rdinatie"),
        ("e\u0301e\u0301n", "\u00e9\u00e9n"),
        ("co\u00f6rdinatie", "co\u00f6rdinatie"),
        ("q\u0308", "q\u0308"),
    ],
)
def test_a_loose_accent_is_joined_to_its_letter(text, mended):
    problems = list(check_accents(Source(PAGE, text)))
    assert [one.code for one in problems] == ["TYP004"] * sum(
        text[place + 1 : place + 2] in ("\u0308", "\u0301") and text != mended
        for place in range(len(text))
    )
    assert mend(text, check_accents) == mended
