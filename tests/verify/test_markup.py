"""What is a tag, and what leaves a browser something to guess."""

import pytest

from plugins.core.source import Source
from plugins.verify.markup import find_page


def read(text):
    return find_page("a.html", Source("output/a.html", text))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("<p>tekst</p>", ["p"]),
        ("<!DOCTYPE html>\n<HTML lang=nl>", ["html"]),
        ("<br/><img src=a.png alt=''>", ["br", "img"]),
        ("<!-- <p> - niet --><b>", ["b"]),
        ("<script>if (a < b) x('</p>')</script><b>", ["script", "b"]),
        ("<style>a > b {}</style><b>", ["style", "b"]),
        ("<a\n  href='x'\n  hidden\n>", ["a"]),
        ("<svg><use xlink:href='#a'/></svg>", ["svg", "use"]),
        ("", []),
    ],
)
def test_plain_markup_is_read_whole(text, names):
    page = read(text)
    assert [tag.name for tag in page.tags] == names
    assert page.irregular == ()


@pytest.mark.parametrize(
    "text",
    [
        "1 < 2", "<", "</", "<>", "<3", "</p x>", "<p", '<p title="open>', "<p title='a<b'>",
        "<img/src=x>", '<a href="x"id="y">', "<a href=x`y>", "<!-->", "<!--->", "<!-- a -- b -->",
        "<!-- a --!> b -->", "<!-- <!-- -->", "<![CDATA[x]]>", "<?php x ?>", "<!doctype html x>",
        "<title>a<b</title>", "<textarea></p></textarea>", "<script><!--<script></script>",
    ],
)  # fmt: skip
def test_what_leaves_something_to_guess_is_irregular(text):
    assert read(text).irregular[0] == text.index("<")


def test_values_are_read_as_browsers_read_them():
    tag = read("<a HREF=x href='y' title=\"a &amp; &#x62;&#99\" hidden>").tags[0]
    assert tag.attributes == {"href": "x", "title": "a & bc", "hidden": ""}


def test_the_content_of_a_script_that_does_not_end_runs_to_the_end():
    assert read("<script>a <b> c").tags[0].text == "a <b> c"


def test_a_large_page_of_open_signs_takes_no_time_to_speak_of():
    for sign in ("<", "<a ", "<a x='", "<!--", "<p a b c", "<script>", '<a b="'):
        assert read(sign * 20_000) is not None
