"""Sources as pages show them."""

from datetime import date

from plugins.core.source import Source
from plugins.references.bibliography import find_works
from plugins.references.label import Label
from plugins.references.render import Reference, render_references

BIBLIOGRAPHY = find_works(
    Source(
        "bronnen.bib",
        "@misc{z, title={Zorg}, gezien={2026-11-21}}"
        "@misc{a, author={{Augeo} and {JTF}}, title={Brief}, year=2026, note={Zonder {Bijlage}},"
        "gezien={nee}}"
        "@misc{zonder-titel, author={{Aap}}}",
    )
)


def test_sources_stand_in_the_order_of_the_list_and_a_nameless_one_is_left_out():
    references = render_references(BIBLIOGRAPHY)

    assert list(references) == ["a", "z"]
    assert references["a"] == Reference(
        "a", Label("Augeo & JTF", "2026", "Augeo en JTF"),
        "Augeo &amp; JTF. (2026). <em>Brief</em>.", "Zonder Bijlage", None,
    )  # fmt: skip
    assert references["z"].seen == date(2026, 11, 21)
