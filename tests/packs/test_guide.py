"""Pages joined: headings, ids, links, blanks and sources."""

import re
from dataclasses import replace

import pytest

from plugins.packs.guide import PageSource, build_guide, build_letter
from plugins.packs.markup import find_elements, find_text, find_tree
from tests.packs.sample import FIRST, HEADINGS, LETTER, SECOND


def tree(address=""):
    return find_tree(build_guide((FIRST, SECOND), address))


def test_titles_become_chapters_and_the_sources_the_last_one():
    found = find_elements(tree(), lambda element: re.fullmatch(r"h\d", element.tag) is not None)
    assert tuple(map(find_text, found)) == HEADINGS
    assert [element.tag for element in found] == ["h1", "h2", "h3", "h1", "h2", "h2", "h1"]


def test_every_id_is_unique_and_every_inner_link_has_its_target():
    html = build_guide((FIRST, SECOND), "")
    ids = re.findall(r'\bid="([^"]*)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]*)"', html)) <= set(ids)


def test_sources_of_all_pages_stand_once_in_order():
    (sources,) = find_elements(tree(), lambda element: element.has_class("bronnenlijst"))
    spans = find_elements(sources, lambda element: element.tag == "span")
    assert [span.get("id") for span in spans] == ["bron-augeo", "bron-berg", "bron-vws"]


@pytest.mark.parametrize(
    ("address", "kosten"),
    [
        ("", "de kosten"),
        ("https://hub.example.org/zuid/", "https://hub.example.org/zuid/kosten/#uren"),
    ],
)
def test_links_lead_on_inside_the_guide_or_to_the_hub_or_become_text(address, kosten):
    html = build_guide((FIRST, SECOND), address)
    assert '<a href="#deel2-stap-1">stap 1</a>' in html
    assert '<a href="https://www.example.org/">elders</a>' in html
    assert '<a href="tel:112">112</a>' in html
    shown = f'<a href="{kosten}">de kosten</a>' if address else ", de kosten en"
    assert shown in html


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("./", "#deel1"),
        ("#kop", "#deel1-kop"),
        ("../../", "https://h.nl/"),
        ("../../beelden/x.png", "https://h.nl/beelden/x.png"),
    ],
)
def test_relative_addresses_resolve_as_in_a_browser(href, expected):
    page = replace(LETTER, html=f'<p><a href="{href}">x</a></p>')
    assert f'<a href="{expected}">x</a>' in build_letter(page, "https://h.nl")


def test_blanks_are_marked_in_the_text_and_not_in_its_sources():
    sources = '<section class="bronnenlijst"><ol><li id="bron-a">A [Brief].</li></ol></section>'
    html = build_letter(PageSource("T", f"<p>[naam school]</p>{sources}", "t/"), "")
    assert re.findall(r'<span class="invulplek">(.*?)</span>', html) == ["[naam school]"]
    assert "A [Brief]." in html


def test_the_title_of_a_call_out_keeps_its_mark_for_the_converters():
    html = build_letter(SECOND, "")
    assert '<div class="kadertitel">Route</div>' in html


def test_a_letter_has_its_title_on_top_and_its_own_sources_below():
    html = build_letter(FIRST, "")
    assert html.startswith('<h1 id="deel1">Wat het is</h1>')
    assert '<h2 id="bronnen">Bronnen</h2>' in html
    assert "Bronnen op deze pagina" not in html


def test_text_stays_escaped():
    assert "&lt;vragen&gt;" in build_letter(LETTER, "")
    assert '<h1 id="deel1">A &amp; &lt;b&gt;</h1>' in build_letter(
        PageSource("A & <b>", "", "x/"), ""
    )


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>de <label class=begrip>code<button>?</button></label><span class=begrip__uitleg>"
         "uitleg</span> is</p>", "de code is"),
        ("<div class=drawing__stage><svg><path/></svg><ul><li>raad</li></ul></div>", "raad"),
        ("<p>noot <a class=tabelnoot__terug href='#cel'>terug</a></p>", "noot"),
        ("<p>bron <span class=bron__terug>1 keer gebruikt</span></p>", "bron"),
    ],
)  # fmt: skip
def test_what_only_a_screen_can_do_is_left_out(html, text):
    letter = find_tree(build_letter(PageSource("Brief", html, "brieven/a/"), ""))

    assert find_text(letter) == f"Brief{text}"


def test_citations_of_two_pages_keep_ids_of_their_own():
    html = '<p><a class="verwijzing" id="verw-x-1" href="#bron-x">X, 2026</a></p>'
    guide = build_guide((PageSource("A", html, "a/"), PageSource("B", html, "b/")), "")

    assert re.findall(r'id="([^"]*verw[^"]*)"', guide) == ["deel1-verw-x-1", "deel2-verw-x-1"]
