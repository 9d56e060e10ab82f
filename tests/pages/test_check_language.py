"""Advice on long sentences."""

import pytest

from plugins.core.source import Source
from plugins.pages.check_language import check_language
from plugins.pages.page import Page, find_page

HEAD = 5  # lines above the body


def page_of(body: str, audience: str = "school", kind: str = "uitleg") -> Page:
    text = f"---\ntitel: x\nvoor: [{audience}]\nsoort: {kind}\n---\n{body}\n"
    page = find_page("pages/a.md", Source("content/pages/a.md", text))
    assert isinstance(page, Page)
    return page


def sentence_of(words: int) -> str:
    return " ".join(["woord"] * words) + "."


def found_in(page: Page) -> list[tuple[str, int, int, str]]:
    return [(one.code, one.line, one.column, one.message) for one in check_language(page)]


def test_long_sentences_on_average_are_told_at_the_longest():
    page = page_of(f"{sentence_of(15)}\n\n- {sentence_of(17)}")

    assert found_in(page) == [
        ("TAL001", HEAD + 3, 3, "de zinnen op deze pagina tellen gemiddeld 16,0 woorden")
    ]


def test_an_average_of_fifteen_words_is_fine():
    assert found_in(page_of(f"{sentence_of(14)} {sentence_of(16)}")) == []


def test_one_very_long_sentence_is_told_at_its_place():
    page = page_of(f"Kort. {sentence_of(31)} {sentence_of(2)}")

    assert found_in(page) == [("TAL002", HEAD + 1, 7, "deze zin telt 31 woorden")]


@pytest.mark.parametrize(
    ("audience", "kind", "measured"),
    [
        ("school", "uitleg", True),
        ("raadslid", "gids", True),
        ("gemeente", "uitleg", False),
        ("iedereen", "hulp", True),
    ],
)
def test_pages_for_schools_councillors_and_help_are_measured(audience, kind, measured):
    assert bool(found_in(page_of(sentence_of(40), audience, kind))) == measured


def test_a_page_without_text_has_no_average():
    assert found_in(page_of("")) == []


def test_it_is_advice():
    assert not any(one.stops for one in check_language(page_of(sentence_of(40))))
