"""Sections that a pack leaves out of its pages and letters."""

import pytest

from plugins.packs.guide import PageSource
from plugins.packs.section import drop_sections, find_section_ids

HTML = (
    '<p>a</p><h2 id="een">1</h2><p>b</p><h3 id="diep">2</h3><p>c</p><h2 id="twee">3</h2><p>d</p>'
    '<section class="bronnenlijst"><h2>Bronnen</h2></section>'
)
PAGE = PageSource("Titel", HTML, "wat/")


def drop(*sections):
    return drop_sections("pages/wat.md", PAGE, sections).html


@pytest.mark.parametrize(
    ("section", "gone"),
    [
        ("pages/wat.md#een", '<h2 id="een">1</h2><p>b</p><h3 id="diep">2</h3><p>c</p>'),
        ("pages/wat.md#diep", '<h3 id="diep">2</h3><p>c</p>'),
        ("pages/wat.md#twee", '<h2 id="twee">3</h2><p>d</p>'),
        ("pages/ander.md#een", ""),
        ("pages/wat.md#geen", ""),
    ],
)
def test_a_section_goes_up_to_the_next_heading_of_its_level_and_sources_stay(section, gone):
    assert drop(section) == HTML.replace(gone, "")


def test_several_sections_can_go():
    assert drop("pages/wat.md#twee", "pages/wat.md#een") == (
        '<p>a</p><section class="bronnenlijst"><h2>Bronnen</h2></section>'
    )


def test_a_page_that_keeps_all_is_the_same():
    assert drop_sections("pages/wat.md", PAGE, ()) is PAGE


def test_ids_are_those_that_headings_were_given():
    text = "# A {#a}\n## B {#b}\n### C {#c-1}  \n## D\ntekst {#e}\n```\n## F {#f}\n```\n"
    assert find_section_ids(text) == {"b", "c-1"}
