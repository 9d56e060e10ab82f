"""Sources as pages show them, and who cites them."""

from plugins.core.source import Source
from plugins.references.bibliography import find_works
from plugins.references.label import Label
from plugins.references.render import (
    Reference,
    find_citing,
    render_references,
    render_source_list,
)

BIBLIOGRAPHY = find_works(
    Source(
        "bronnen.bib",
        "@misc{z, title={Zorg}, gezien={ja}}"
        "@misc{a, author={{Augeo}}, title={Brief}, year=2026, note={Zonder {Bijlage}},"
        "gezien={nee}}"
        "@misc{zonder-titel, author={{Aap}}}",
    )
)


def test_sources_stand_in_the_order_of_the_list_and_a_nameless_one_is_left_out():
    references = render_references(BIBLIOGRAPHY)

    assert list(references) == ["a", "z"]
    assert references["a"] == Reference(
        "a", Label("Augeo", "2026"), "Augeo (2026). <em>Brief</em>.", "Zonder Bijlage", False
    )
    assert references["z"].seen is True


def test_the_list_of_a_page_has_an_anchor_for_each_source():
    html = render_source_list(render_references(BIBLIOGRAPHY).values())

    assert '<ol><li id="bron-a">Augeo (2026). <em>Brief</em>.</li><li id="bron-z">' in html
    assert html.startswith('<section class="bronnenlijst" id="bronnen" data-search-skip>')


def test_who_cites_a_source_is_sorted_and_told_once():
    bodies = {
        "pages/b.md": "[@a] [@z; @a]",
        "pages/a.md": "[@a, p. 1]",
        "pages/c.md": "`[@a]` [zie @a]",
    }

    assert find_citing(bodies) == {"a": ("pages/a.md", "pages/b.md"), "z": ("pages/b.md",)}
    assert list(find_citing({"pages/a.md": "[@z] [@a]"})) == ["a", "z"]
