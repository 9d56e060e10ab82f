"""The region's marks as readers see them."""

import pytest
from markdown import Markdown

from plugins.core.source import Source
from plugins.region.markdown import RegionExtension
from plugins.region.region import find_region
from tests.region.sample import FULL, without


def render(text: str, region: str = FULL) -> str:
    found = find_region(Source("content/regio.yaml", region)).region
    return Markdown(extensions=["tables", RegionExtension(found)]).convert(text)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("naam", "Zuiderstreek"),
        ("hub", "Kennishub"),
        ("eigenaar", "GGD"),
        ("adres", '<a href="https://hub.example">https://hub.example</a>'),
        ("contact", '<a href="mailto:hub@ggd.example">hub@ggd.example</a>'),
        ("beveiliging", '<a href="https://ggd.example/lek">https://ggd.example/lek</a>'),
        ("privacy", "afdeling recht"),
        ("klachten", "afdeling klachten"),
        ("overdracht", "31 januari 2027"),
        ("broncode", '<a href="https://code.example/hub">https://code.example/hub</a>'),
        ("uitweg", "het weer"),
        ("aantal", "2"),
    ],
)
def test_a_mark_is_the_regions_own_word(name, shown):
    assert render(f"Zie [%{name}].") == f"<p>Zie {shown}.</p>"


@pytest.mark.parametrize(
    ("name", "blank"),
    [
        ("eigenaar", "eigenaar"),
        ("beveiliging", "contactadres voor beveiliging"),
        ("overdracht", "datum"),
    ],
)
def test_what_nobody_filled_in_stays_a_visible_blank(name, blank):
    assert render(f"Zie [%{name}].", without(name)) == f"<p>Zie [nog in te vullen: {blank}].</p>"


@pytest.mark.parametrize("text", ["[%nam]", r"\[%naam]", "[%]"])
def test_what_is_no_mark_stays_as_typed(text):
    assert render(text) == f"<p>{text.removeprefix(chr(92))}</p>"


def test_a_name_is_never_read_as_markdown_or_html():
    shown = render("Zie [%naam].", FULL.replace("Zuiderstreek", "'*A* & <b>B</b> [@x]'"))

    assert shown == "<p>Zie *A* &amp; &lt;b&gt;B&lt;/b&gt; [@x].</p>"


def test_the_table_has_a_row_for_each_municipality_and_its_own_signal_over_the_regions():
    shown = render("[%gemeenten]")

    assert shown.startswith('<div class="gemeenten">\n<table>')
    assert shown.count('<th scope="row">') == 2
    ommen = shown.partition('<th scope="row">Ommen</th>')[2].partition("</tr>")[0]
    assert ommen.split("\n")[1:5] == [
        '<td data-label="Wat bekend is">Eén school doet mee [@brief].</td>',
        '<td data-label="Route">via leerplicht</td>',
        '<td data-label="Wie het signaal stuurt">de politie</td>',
        '<td data-label="Contact">afdeling leerplicht, 14 000</td>',
    ]
    assert shown.endswith("<p>Nagegaan. Bron van de lijst: [@brief].</p>\n</div>")


def test_what_is_not_known_of_a_municipality_is_said_and_left_open():
    shown = render("[%gemeenten]", without("route", "afzender", "contact"))

    beek = shown.partition('<th scope="row">Beek</th>')[2].partition("</tr>")[0]
    assert "In geen bron van deze hub genoemd." in beek
    assert beek.count("[nog in te vullen]") == 3


def test_a_cell_is_markdown_and_a_bar_in_it_is_a_bar():
    shown = render("[%gemeenten]", FULL.replace("de politie", "'**politie** | leerplicht'"))

    assert "<strong>politie</strong> | leerplicht</td>" in shown


def test_without_municipalities_the_table_is_a_visible_blank():
    shown = render("[%gemeenten]", FULL.partition("gemeenten:")[0])

    assert shown == '<div class="gemeenten">\n<p>[nog in te vullen: gemeenten]</p>\n</div>'
