"""Markdown to HTML: links, tables, headings, and no HTML of the editor's own."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown.extensions.nl2br import Nl2BrExtension

from plugins.core.source import Source
from plugins.core.yaml import Fields, Scalar
from plugins.pages.markdown import Heading, Renderer
from plugins.pages.page import Page


def page_of(body: str, path: str = "pages/map/a.md", template: str = "") -> Page:
    fields = Fields(((Scalar("sjabloon", 2, 1), Scalar(template, 2, 11)),), 2, 1)
    return Page(path, Source(f"content/{path}", body), fields, 0)


def html_of(body: str, path: str = "pages/map/a.md") -> str:
    return Renderer(base="/hub").render(page_of(body, path)).html


@pytest.mark.parametrize(
    ("written", "href"),
    [
        ("../kosten.md", "../../kosten/"),
        ("../kosten.md#per-jaar", "../../kosten/#per-jaar"),
        ("../index.md", "../../"),
        ("../../brieven/college.md", "../../brieven/college/"),
        ("#kop", "#kop"),
        ("https://x.nl/a.md", "https://x.nl/a.md"),
        ("tel:112", "tel:112"),
        ("javascript:alert(1)", "#"),
        ("/kosten/", "#"),
    ],
)
def test_a_link_to_a_file_becomes_a_link_to_its_page(written, href):
    assert html_of(f"[x]({written})") == f'<p><a href="{href}">x</a></p>'


def test_the_address_of_an_image_is_made_relative_too():
    assert 'src="../../beelden/x.png"' in html_of("![x](../../beelden/x.png)")


def test_links_on_the_not_found_page_start_at_the_root_of_the_site():
    assert 'href="/hub/kosten/"' in html_of("[x](kosten.md)", "pages/404.md")


@pytest.mark.parametrize(
    "body",
    ["<script>alert(1)</script>", "a <b onclick=x>b</b>", "<div>\n\nx\n\n</div>", "<!-- x -->"],
)
def test_html_comes_out_as_the_text_that_was_typed(body):
    html = html_of(body)

    assert "&lt;" in html
    assert not any(tag in html for tag in ("<script", "<b ", "<div", "<!--"))


def test_a_table_stands_in_a_frame_that_is_named_after_the_heading_above_it():
    html = html_of("## De kosten\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")

    frame = re.search("<div[^>]*>\\s*<table>", html)
    assert frame is not None
    for attribute in ('class="tabel"', 'role="region"', 'tabindex="0"'):
        assert attribute in frame.group()
    assert 'aria-label="Tabel: De kosten"' in frame.group()
    assert html.count('<th scope="col">') == 2


def test_a_table_without_a_heading_above_it_is_called_a_table():
    assert 'aria-label="Tabel: Tabel"' in html_of("| a |\n|---|\n| 1 |\n")


def test_headings_and_anchors_are_found():
    rendering = Renderer().render(page_of("## Eén & twee\n\n### Drie {#drie}\n\n## Eén & twee\n"))

    assert rendering.headings == (
        Heading(2, "een-twee", "Eén & twee"),
        Heading(3, "drie", "Drie"),
        Heading(2, "een-twee_1", "Eén & twee"),
    )
    assert rendering.anchors == {"een-twee", "drie", "een-twee_1"}


def test_the_text_of_a_template_closes_the_pages_of_that_template_only():
    renderer = Renderer(texts={"begrippen": "\n\n## Letter A\n"})

    assert renderer.render(page_of("tekst", template="begrippen")).anchors == {"letter-a"}
    assert renderer.render(page_of("tekst")).anchors == frozenset()


def test_a_page_leaves_no_trace_in_the_next():
    renderer = Renderer()
    renderer.render(page_of("## Kop\n\n[x]: ../kosten.md\n"))

    rendering = renderer.render(page_of("## Kop\n\n[x]\n"))

    assert rendering.anchors == {"kop"}
    assert "href" not in rendering.html


def test_extensions_of_other_rooms_take_part():
    rendering = Renderer([Nl2BrExtension()]).render(page_of("een\ntwee"))

    assert "<br>" in rendering.html


@settings(max_examples=50)
@given(st.text(alphabet="ab#*_`[](){}!<>|:-1. \n\t\\&\"'=@\x02\x03", max_size=60))
def test_no_body_makes_the_renderer_fail(body):
    rendering = Renderer().render(page_of(body))

    assert {heading.id for heading in rendering.headings} <= rendering.anchors


def test_a_heading_without_letters_still_gets_an_anchor():
    assert Renderer().render(page_of("## «?»\n\n## !")).anchors == frozenset({"deel", "deel_1"})


@pytest.mark.parametrize(
    ("body", "offset"),
    [
        ("*woord*{hidden} hier", 0),
        ("Een.\n\nTwee.\n\n*woord*{hidden} hier\n\nDrie.", 13),
        ("Een.\n\n*a*{hidden} b\n\n*c*{hidden} d", 6),
    ],
)
def test_what_is_not_on_the_list_is_taken_out_and_its_line_is_found(body, offset):
    rendering = Renderer().render(page_of(body))

    assert "hidden" not in rendering.html
    assert rendering.cleaned == offset


def test_what_a_template_adds_is_cleaned_too_and_counts_from_the_end_of_the_page():
    renderer = Renderer(texts={"begrippen": "\n\n*woord*{hidden} hier"})

    assert renderer.render(page_of("tekst", template="begrippen")).cleaned == len("tekst") + 2


@pytest.mark.parametrize(
    "body",
    [
        "",
        "tekst",
        "*woord*{.klasse} en `{hidden}`",
        '"a" & b &eacute; &#39;c&#39;',
        "€ 5",
        "a \\ b",
    ],
)
def test_what_markdown_makes_of_plain_text_needs_no_cleaning(body):
    assert Renderer().render(page_of(body)).cleaned is None


def test_an_image_keeps_its_room_while_it_loads():
    page = page_of("![Een huis](../beelden/huis.png) ![Een boom](../beelden/boom.png)\n")
    html = Renderer(sizes={"pages/beelden/huis.png": (640, 480)}).render(page).html
    assert 'alt="Een huis" height="480"' in html
    assert 'width="640"' in html
    assert html.count("width") == 1
