"""The register as a page."""

import re

from markdown import markdown

from plugins.core.use import Use
from plugins.figures.listing import render_register
from plugins.figures.markdown import FigureExtension
from tests.figures.sample import TEXT, register_of, spoil

USES = {
    "scholen": (Use("Start", "index.md"), Use("Kosten", "kosten.md#bekend", "Bekend")),
    "begroting": (Use("Kosten", "kosten.md#programma", "Programma"),),
}


def entry_of(id_: str, text: str = TEXT) -> str:
    listing = render_register(register_of(text), USES).replace("\u00a0", " ")
    return re.search(rf"### [^\n]* {{#{id_}}}\n\n(.*?)(?=\n##|\Z)", listing, re.S).group(1).strip()


def test_everything_stands_under_its_group_in_the_order_of_the_file():
    headings = re.findall(r"^##.*", render_register(register_of(), {}), re.M)

    assert headings == [
        "## Handle with Care {#groep-handle-with-care}",
        "### Scholen die meedoen {#scholen}",
        "### Gemeenten met scholen die meedoen {#gemeenten}",
        "## Stelsel {#groep-stelsel}",
        "### Gemeenten met een taak voor de regio {#centrumgemeenten}",
        "## Geld {#groep-geld}",
        "### Kosten van Veilig Thuis {#kosten}",
        "### Geld voor de radarfunctie {#radar}",
        "### Uren voor wie coördineert {#uren}",
        "### Begroting {#begroting}",
        "## Hoe snel {#groep-hoe-snel}",
        "### Tijd tot het signaal {#signaal}",
        "### Moment van het seintje {#seintje}",
        "### Beloften {#beloften}",
    ]


def test_a_figure_tells_its_value_year_kind_source_and_use():
    assert entry_of("scholen") == (
        "Cijfer\n:   **Meer dan 700 scholen**\n\n"
        "Jaar\n:   april 2026\n\n"
        "Soort\n:   gemeten\n\n"
        "Bron\n:   [@brief, punt 3]\n\n"
        "Dit bewijst niet\n:   dat elke school meedoet.\n\n"
        "Gebruikt op\n:   [Start](index.md), [Kosten](kosten.md#bekend)"
    )


def test_what_no_longer_holds_or_names_no_year_says_so():
    assert entry_of("seintje") == (
        "Cijfer\n:   **Vóór de schooldag**\n\n"
        "Jaar\n:   de bron noemt geen jaar\n\n"
        "Soort\n:   afspraak (toen afgesproken)\n\n"
        "Status\n:   historisch: het zegt iets over toen, niet over nu\n\n"
        "Bron\n:   [@plan]\n\n"
        "Opmerking\n:   Anders dan [#signaal]."
    )


def test_look_alikes_name_one_another_whichever_of_them_declares_it():
    row = "Niet te verwarren met\n:   [35 {}](#{}): gemeenten met "

    assert row.format("centrumgemeenten", "centrumgemeenten") in entry_of("gemeenten")
    assert row.format("gemeenten", "gemeenten") in entry_of("centrumgemeenten")


def test_a_moment_that_does_not_hold_the_year_stands_behind_it():
    text = spoil("peil: april 2026", "peil: in het voorjaar")

    assert "Jaar\n:   2026; in het voorjaar\n" in entry_of("scholen", text)


def test_a_table_is_shown_whole_with_where_it_is_used():
    assert entry_of("begroting") == ("[#begroting]\n\nGebruikt op: [Kosten](kosten.md#programma)")


def test_signs_in_plain_fields_are_no_markdown():
    text = spoil("wat: scholen die meedoen", "wat: 'a *b* [#kosten] {c}'")
    listing = render_register(register_of(text), {})

    html = markdown(listing, extensions=["attr_list", "def_list", FigureExtension(register_of())])
    assert '<h3 id="scholen">A *b* [#kosten] {c}</h3>' in html


def test_each_figure_is_a_list_of_its_own_under_its_anchor():
    html = markdown(
        render_register(register_of(), USES),
        extensions=["attr_list", "def_list", FigureExtension(register_of())],
    )

    assert html.count("<dl>") == 8
    assert html.count("<table") == 2
    assert re.search(r'<h3 id="scholen">[^<]*</h3>\n<dl>\n<dt>Cijfer</dt>', html)


def test_an_empty_register_is_an_empty_text():
    assert render_register(register_of(""), {}) == ""
