"""A page beyond what the Markdown parser can carry is refused; a page that people write is not."""

import pytest

from plugins.core.limits import find_overload
from plugins.core.problem import Problem
from plugins.core.source import Source
from plugins.core.yaml import Fields
from plugins.pages.markdown import Renderer
from plugins.pages.page import Page

TOO_MUCH = [
    (200_001 * "a", 1),
    (20_000 * "[", 1),
    ("een\n\ntwee\n\n" + 20_000 * "[", 5),
    (20_000 * "![", 1),
    (20_000 * "[^1", 1),
    (20_000 * "[a](", 1),
    (20_000 * "[a][", 1),
    (20_000 * "[a](b(", 1),
    (20_000 * "[\n", 1),
    (2_000 * "[" + 2_000 * "]", 1),
    (9_000 * "`a` *b* ", 1),
    ("x\n\n" + 501 * "## a\n", 503),
    (501 * "a\n-\n\n", 1502),
    ("x\n\n" + 21 * "> " + "a", 3),
    ("x\n\n" + 21 * "1. " + "a", 3),
    ("x\n\n" + 21 * "    " + "a", 3),
    ("- x\n" + 21 * "    " + "- a", 2),
    (101 * "a\n:   b\n", 202),
    (201 * "~~~x\n", 201),
    ("x\n\n" + 13_000 * "`a` ", 3),
    (10_001 * "\n", 10_001),
]
ORDINARY = [
    "",
    "tekst\n" * 1_000,
    500 * "Een zin met een bron [@augeo-brief-2026, hoofdstuk 5].\n\n",
    500 * "Een [link](../kosten.md#per-gemeente) en een ![beeld](beelden/x.png).\n\n",
    342 * "| Gemeente | [@cbs-2026] | [link](a.md) |\n",
    "\n".join(4 * level * " " + "- item" for level in range(10)),
    100 * "Term\n:   Uitleg [@a].\n\n",
    20 * "> " + "citaat",
    "`" + 10_000 * "[" + "`",
    "`" + 100 * "a" + "` tekst",
    "~~~\n" + 100 * " " + "a\n~~~",
    "tekst\n" + 100 * " " + "\ntekst",
    "```\n" + 10_000 * "[" + "\n```",
    "[0, 1) en [0, 2) en :) en a[1",
]


@pytest.mark.parametrize(("text", "line"), TOO_MUCH)
def test_what_would_hang_the_parser_is_refused_at_its_block(text, line):
    problem = find_overload(Source("content/pages/a.md", text))

    assert problem is not None
    assert (problem.file, problem.line, problem.code) == ("content/pages/a.md", line, "BST004")


def test_the_message_says_what_to_do():
    assert find_overload(Source("content/pages/a.md", "een\n\n" + 20_000 * "[")) == Problem(
        "content/pages/a.md", 3, 1, "BST004",
        "dit bestand is te groot of te diep genest om te lezen",
        "Splits het bestand, of haal hier de herhaalde haken, lijsten of citaten weg.",
    )  # fmt: skip


@pytest.mark.parametrize("text", ORDINARY)
def test_an_ordinary_page_passes(text):
    assert find_overload(Source("content/pages/a.md", text)) is None


@pytest.mark.parametrize(
    "text",
    [
        1_000 * "[",
        500 * "[" + 500 * "]",
        250 * "[a](",
        100 * "a\n:   b\n",
        20 * "1. " + "a",
        19 * "> " + "- a",
        500 * "## a\n",
        200 * "```x\n",
    ],
)
def test_what_passes_just_inside_the_limits_is_rendered(text):
    source = Source("content/pages/a.md", text)
    assert find_overload(source) is None

    assert "<" in Renderer().render(Page("pages/a.md", source, Fields((), 1, 1), 0)).html
