"""Each source knows what the list and its own page tell of it."""

from datetime import date

import pytest

from plugins.core.source import Source
from plugins.references.bibliography import find_works
from plugins.references.place import Place
from plugins.references.render import render_references
from plugins.references.source_page import (
    Crumb,
    Section,
    SourcePage,
    Spot,
    UsedOn,
    build_source_pages,
    short_title,
)

TEXT = """
@report{vng, author = {{VNG} and {VWS}}, title = {Het plan}, year = {2018},
  note = {Een opmerking.}, gezien = {2026-11-21}, ontbreekt = {url, institution, publisher}}
@misc{wet, title = {De wet}, type = {wet}, gezien = {nee}}
"""
PAGES = {"pages/b.md": ("Zorg", "zorg/"), "pages/index.md": ("Élk kind", "")}


def build(**places: tuple[Place, ...]) -> dict[str, SourcePage]:
    bibliography = find_works(Source("bronnen.bib", TEXT))
    references = render_references(bibliography)
    found = build_source_pages(references, bibliography, places, PAGES)
    assert [page.key for page in found] == list(references)
    return {page.key: page for page in found}


def test_a_page_tells_what_is_known_of_its_source():
    page = build()["vng"]

    assert (page.title, page.note, page.seen) == ("Het plan", "Een opmerking.", date(2026, 11, 21))
    assert page.missing == ("webadres", "uitgever")
    assert "<em>Het plan</em>" in page.html
    assert page.summary.startswith("VNG & VWS (2018). Wat dit voor stuk is")


def test_a_page_has_an_address_and_a_way_up():
    page = build()["wet"]

    assert (page.url, page.save_as) == ("bronnen/wet/", "bronnen/wet/index.html")
    assert page.breadcrumbs == (Crumb("Start", ""), Crumb("Bronnen", "bronnen/"))


def test_a_source_without_author_and_reader_says_no_more():
    page = build()["wet"]

    assert (page.seen, page.missing, page.used_on) == (None, (), ())
    assert page.summary.startswith("Wat dit voor stuk is")


def test_places_are_grouped_by_page_and_section_in_reading_order():
    zorg = (
        Place("pages/b.md", 1, "", "p. 3"),
        Place("pages/b.md", 2, "Kosten", ""),
        Place("pages/b.md", 3, "Kosten", "p. 4"),
    )
    page = build(vng=(*zorg, Place("pages/index.md", 1, "", "")))["vng"]

    assert page.used_on == (
        UsedOn("Élk kind", "", (Section("", (Spot(1, "", "#verw-vng-1"),)),)),
        UsedOn(
            "Zorg",
            "zorg/",
            (
                Section("", (Spot(1, "p. 3", "zorg/#verw-vng-1"),)),
                Section(
                    "Kosten",
                    (
                        Spot(2, "", "zorg/#verw-vng-2"),
                        Spot(3, "p. 4", "zorg/#verw-vng-3"),
                    ),
                ),
            ),
        ),
    )


def test_a_text_that_is_no_page_is_left_out():
    assert build(wet=(Place("pages/weg.md", 1, "", ""),))["wet"].used_on == ()


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Het plan. Aanpak van geweld", "Het plan. Aanpak van geweld"),
        (
            "Geweld hoort nergens thuis. Aanpak huiselijk geweld en kindermishandeling",
            "Geweld hoort nergens thuis",
        ),
        (
            "Uitvoering van het beleid volgens art. 3 van de wet en het besluit van de raad",
            "Uitvoering van het beleid volgens art. 3 van de wet en het besluit van de raad",
        ),
    ],
)
def test_a_long_title_loses_its_subtitle(title, short):
    assert short_title(title) == short
