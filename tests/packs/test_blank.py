"""Blanks, found in what editors write and in what a page shows."""

import pytest

from plugins.core.source import Source
from plugins.packs.blank import find_blanks, find_marked, mark_blanks
from plugins.packs.markup import find_tree, render_tree


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Op [naam school] en [datum].", ["naam school", "datum"]),
        ("Op [naam\nschool].", ["naam school"]),
        ("**[naam Veilig Thuis-regio]:**", ["naam Veilig Thuis-regio"]),
        ("---\nvoor: [school]\n---\n[naam]", ["naam"]),
        ("[een link](x.md), [een][twee], \\[geen plek], ![beeld](x.png)", []),
        ("[#cijfer], [@bron], [zie @bron], [ ], [2], [], [^noot]", []),
        ("`[code]`\n\n    [ook code]\n\n~~~\n[code]\n~~~", []),
        ("[label]: https://example.org/", []),
    ],
)
def test_blanks_are_found_in_markdown(text, names):
    assert [name for name, _ in find_blanks(Source("a.md", text))] == names


def test_a_blank_is_found_where_it_stands():
    text = "---\nvoor: [school]\n---\n\nOp [datum]"
    assert [text[offset:] for _, offset in find_blanks(Source("a.md", text))] == ["[datum]"]


@pytest.mark.parametrize(
    ("html", "names"),
    [
        ("<p>[naam school], [2] [] [… ] <code>[naam]</code></p>", ("naam school",)),
        ("<p><b>[naam\nschool]</b></p>", ("naam school",)),
        ("<p>(<span class=verwijzingen>[Brief]</span>) <a href=x>[plek]</a></p>", ()),
        ("<section class=bronnenlijst><li>Titel [Brief].</li></section>", ()),
    ],
)
def test_blanks_are_marked_in_a_page_each_whole(html, names):
    assert find_marked(mark_blanks(find_tree(html))) == names


def test_a_mark_changes_nothing_around_it():
    html = "<p>a [naam &amp; plaats] b</p>"
    assert render_tree(mark_blanks(find_tree(html))) == (
        '<p>a <span class="invulplek">[naam &amp; plaats]</span> b</p>'
    )
