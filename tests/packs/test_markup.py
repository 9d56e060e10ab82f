"""HTML to a tree and back."""

import pytest

from plugins.packs.markup import change_tree, find_elements, find_text, find_tree, render_tree


@pytest.mark.parametrize(
    "html",
    [
        "<p>a &amp; b &lt;c&gt;</p>",
        '<p>a<br>b <img src="x.png" alt="&quot;a&quot;"></p>',
        "<ul><li>een<ul><li>twee</li></ul></li></ul> staart",
        "",
    ],
)
def test_html_survives_the_tree(html):
    assert render_tree(find_tree(html)) == html


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>open", "<p>open</p>"),
        ("dicht</p>", "dicht"),
        ("<b><i>kruis</b>end</i>", "<b><i>kruis</i></b>end"),
        ("<br/><hr />x<p/>", "<br><hr>x<p></p>"),
        ("<input disabled>", '<input disabled="">'),
    ],
)
def test_html_that_is_not_in_order_is_closed(html, expected):
    assert render_tree(find_tree(html)) == expected


def test_text_is_found_without_tags_and_with_single_spaces():
    assert find_text(find_tree("<p>a\n <b>b&nbsp;c</b></p><p> d</p>")) == "a b c d"


def test_elements_are_found_in_order_and_not_inside_one_another():
    tree = find_tree('<p id="a"><b id="b"></b></p><p><i id="c"></i></p>')
    found = find_elements(tree, lambda element: bool(element.get("id")))
    assert [element.get("id") for element in found] == ["a", "c"]


def test_a_change_can_drop_unwrap_and_rename():
    def change(element):
        return {"b": (), "i": element.children}.get(element.tag, (element,))

    tree = find_tree("<p>a<b>weg</b><i>c<b>weg</b></i></p>")
    assert render_tree(change_tree(tree, change)) == "<p>ac</p>"
