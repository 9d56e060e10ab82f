"""Bars before the table of a call-out: its totals, all on one scale."""

import re

import pytest
from markdown import markdown

from plugins.core.source import Source
from plugins.drawings.check import check_drawings
from plugins.drawings.markdown import DrawingExtension
from plugins.figures.markdown import FigureExtension
from tests.figures.sample import register_of

EXTENSIONS = ["tables", "admonition", "attr_list"]
TABLE = """\
!!! staven "Per jaar"
    Een zin.

    | Wat | 2018 | 2019 |
    |---|---|---|
    | Een | 10 | 2,5 |
    | Twee | 1.000 | – |
"""


def render(text: str) -> str:
    extensions = [*EXTENSIONS, FigureExtension(register_of()), DrawingExtension()]
    return markdown(text, extensions=extensions, output_format="html")


def read_bars(html: str) -> list[tuple[str, str, str]]:
    """Return label, text and width of each bar."""
    return re.findall(
        r'<span class="chart__label">(.*?)</span><svg.*?class="bar__low".*?width="(.*?)".*?</svg>'
        r'<span class="chart__value">(.*?)</span>',
        html,
        re.S,
    )


def test_a_table_without_totals_shows_every_row_on_one_scale():
    html = render(TABLE)
    assert re.findall(r'chart__title">(.*?)<', html) == ["Een", "Twee"]
    assert read_bars(html) == [
        ("2018", "1%", "10"),
        ("2019", "0.25%", "2,5"),
        ("2018", "100%", "1.000"),
    ]


def test_the_table_stays_below_and_only_the_bars_are_hidden_from_assistive_technology():
    html = render(TABLE)
    assert html.index('<div aria-hidden="true" class="chart"') < html.index("<table>")
    assert "<td>2,5</td>" in html
    assert html.index("Een zin.") < html.index("chart")


def test_a_table_of_the_register_shows_its_totals_what_stands_outside_and_what_does_not_add_up():
    html = render('!!! staven "Geld"\n    [#begroting]\n')
    titles = re.findall(r'chart__title">(.*?)<', html)
    assert titles == ["Totaal VWS", "Radarfunctie (buiten het totaal)"]
    assert [text for _, _, text in read_bars(html)] == [
        "3,6",
        "3,5 gedrukt, 4 opgeteld",
        "7,1 gedrukt, 7,6 opgeteld",
        "11,9",
        "38,6",
        "50,5",
    ]
    outlines = re.findall(r'<rect class="bar__outline"[^>]* width="(.*?)"', html)
    assert outlines == ["7.921%", "15.05%"]  # 4 and 7,6 of 50,5


@pytest.mark.parametrize(
    "text",
    [
        '!!! staven "Niets"\n    Tekst.\n',
        '!!! staven "Woorden"\n    | a | b |\n    |---|---|\n    | c | d |\n',
        '!!! kern "Kort"\n    | a | b |\n    |---|---|\n    | c | 5 |\n',
    ],
)
def test_what_has_no_numbers_stays_an_ordinary_call_out(text):
    assert "chart" not in render(text)


def check(text: str) -> list[tuple[int, int, str]]:
    problems = check_drawings(Source("content/pages/a.md", text), 0)
    return [(problem.line, problem.column, problem.code) for problem in problems]


def test_a_call_out_without_a_table_is_reported_where_it_starts():
    assert check('Zin.\n\n!!! staven "Niets"\n    Tekst met [#begroting] erin.\n') == [
        (3, 1, "TEK009")
    ]


@pytest.mark.parametrize(
    "text", [TABLE, '!!! staven "Geld"\n    [#begroting]\n', "```\n!!! staven\n```\n"]
)
def test_a_table_or_the_mark_of_one_is_enough(text):
    assert check(text) == []
