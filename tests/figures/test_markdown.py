"""Marks become figures with a way to the register, or tables."""

import re

import pytest
from markdown import Markdown, markdown

from plugins.figures.mark import Mark, find_marks
from plugins.figures.markdown import FigureExtension
from tests.figures.sample import register_of, spoil

EXTENSIONS = ["tables", "fenced_code", "attr_list", "def_list", "admonition", "sane_lists"]

YEAR = '<span class="cijfer__jaar">({})</span>'


def as_html(text: str, register=None) -> str:
    extension = FigureExtension(register or register_of())
    return markdown(text, extensions=[*EXTENSIONS, extension]).replace("\u00a0", " ")


def link(id_: str, text: str) -> str:
    return f'<a class="cijfer" href="hub:cijfers/#{id_}">{text}</a>'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Er zijn [#scholen].", f"Er zijn {link('scholen', 'meer dan 700 scholen')}."),
        ("[#scholen] doen mee", f"{link('scholen', 'Meer dan 700 scholen')} doen mee"),
        ("Zo. [#scholen, getal]", f"Zo. {link('scholen', 'Meer dan 700')}"),
        (
            "**[#scholen]** is *[#scholen, kaal]*",
            f"<strong>{link('scholen', 'Meer dan 700 scholen')}</strong> is"
            f" <em>{link('scholen', '700')}</em>",
        ),
        (
            "de [#radar]",
            "de " + link("radar", f"€ 38,6 miljoen {YEAR.format('2019–2021')}"),
        ),
        ("de [#radar, kaal]", f"de {link('radar', '38,6')}"),
        ("a\n[#scholen,\nkaal]", f"a\n{link('scholen', '700')}"),
        (
            "[de [#scholen, kaal] scholen](b.md)",
            '<a href="b.md">de <span class="cijfer">700</span> scholen</a>',
        ),
    ],
)
def test_a_mark_becomes_a_figure_that_leads_to_the_register(text, html):
    assert as_html(text) == f"<p>{html}</p>"


@pytest.mark.parametrize(
    ("mark", "text"),
    [
        ("[#scholen]", 'meer dan <span class="cijfer__reeks">2–3 scholen</span>'),
        ("[#scholen, waarde]", '<span class="cijfer__reeks">2–3 scholen</span>'),
        ("[#scholen, kaal]", '<span class="cijfer__reeks">2–3</span>'),
    ],
)
def test_a_line_never_ends_inside_a_short_range(mark, text):
    html = as_html(f"Er zijn {mark}.", register_of(spoil('"700"', '"2"\n    tot: "3"')))

    assert html == f"<p>Er zijn {link('scholen', text)}.</p>"


def test_a_line_may_end_inside_a_range_that_a_phone_could_not_hold():
    register = register_of(spoil('"700"', '"100.000"\n    tot: "110.000"'))

    html = as_html("Er zijn [#scholen, waarde].", register)

    assert html == f"<p>Er zijn {link('scholen', '100.000–110.000 scholen')}.</p>"


@pytest.mark.parametrize(
    "text",
    ["[#school]", "[#scholen, zo]", "[#]", "[#a b]", "Zie [#begroting].", "[#begroting, kaal]"],
)
def test_what_the_checks_refuse_stays_as_typed(text):
    assert as_html(text) == f"<p>{text}</p>"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("\\[#scholen]", "<p>[#scholen]</p>"),
        ("`[#scholen]`", "<p><code>[#scholen]</code></p>"),
        ("[#scholen](a.md)", '<p><a href="a.md">#scholen</a></p>'),
    ],
)
def test_what_is_no_mark_stays_what_it_is(text, html):
    assert as_html(text) == html


@pytest.mark.parametrize("around", ["- {}", "| a |\n|---|\n| {} |", "a\n:   {}", "> {}", "## {}"])
def test_a_mark_works_in_every_block_and_starts_its_sentence(around):
    assert link("scholen", "Meer dan 700 scholen") in as_html(around.format("[#scholen]"))


def test_a_table_has_headers_for_rows_and_columns_and_numbers_to_the_right():
    html = as_html("[#begroting]")

    assert '<caption>Begroting <span class="cijfertabel__eenheid">(in miljoen euro)</span>' in html
    assert html.count('<th scope="col">') == 1
    assert html.count('<th class="rechts" scope="col">') == 3
    assert html.count('<th scope="row">') == 4
    assert html.count('<td class="rechts"') == 12


def test_totals_are_marked_and_what_is_in_no_total_stands_apart():
    html = as_html("[#begroting]")

    assert '<tr class="totaal">\n<th scope="row">Totaal VWS</th>' in html
    assert html.count('class="totaal"') == 1
    apart = html.partition('<tbody class="buiten-totaal">')[2]
    assert '<th colspan="4" scope="rowgroup">Buiten het totaal</th>' in apart
    assert '<th scope="row">Radarfunctie</th>' in apart


def test_a_declared_discrepancy_leads_to_its_note_and_back():
    html = as_html("[#begroting]")

    assert (
        '3,5<a aria-label="* naar de noot" class="afwijking" href="#noot-begroting-1"'
        ' id="cel-begroting-1">*</a></td>' in html
    )
    note = re.search(r'<p class="tabelnoot" id="noot-begroting-1".*?</p>', html)
    assert note
    assert note.group() == (
        '<p class="tabelnoot" id="noot-begroting-1" tabindex="-1"><b>* Totaal VWS, 2019.</b>'
        " Gedrukt staat 3,5. Opgeteld is het 4. Waarom staat er niet."
        ' <a aria-label="Terug naar de tabel" class="tabelnoot__terug" href="#cel-begroting-1">↑'
        "</a></p>"
    )
    assert '7,1<a aria-label="** naar de noot"' in html


def test_below_a_table_stand_its_source_as_a_citation_and_its_remark():
    html = as_html("[#begroting]")

    source = "Soort: begroting (gepland geld), 2018. Bron: [@plan, hoofdstuk 5]."
    assert html.endswith(
        f'<p class="tabelbron">{source}</p>\n<p>Bedragen uit {link("centrumgemeenten", "35")}'
        " brieven.</p>"
    )
    assert YEAR.format("2018") not in html


def test_a_table_of_words_holds_markdown_and_names_its_own_sources():
    html = as_html("[#beloften]")

    assert '<th scope="col">Wie</th>' in html
    assert f"<td>{link('signaal', 'Binnen 24 uur')} na <em>afloop</em></td>" in html
    assert "<td>[@plan]</td>" in html
    assert "rechts" not in html
    assert "tabelbron" not in html


def test_a_table_that_a_page_shows_twice_has_anchors_of_its_own_each_time():
    html = as_html("[#begroting]\n\n[#begroting]")
    anchors = re.findall(r' id="([^"]*)"', html)

    assert len(anchors) == len(set(anchors)) == 8


def test_each_page_counts_anew():
    renderer = Markdown(extensions=[FigureExtension(register_of())])

    assert renderer.convert("[#begroting]") == renderer.reset().convert("[#begroting]")


def test_a_table_in_its_own_remark_stays_as_typed():
    text = spoil(
        "opmerking: Bedragen uit [#centrumgemeenten, kaal] brieven.", "opmerking: '[#begroting]'"
    )
    html = as_html("[#begroting]", register_of(text))

    assert html.count("<table") == 1
    assert html.endswith("<p>[#begroting]</p>")


def test_a_cell_that_is_no_number_is_shown_as_typed():
    html = as_html("[#begroting]", register_of(spoil('"2,6"', '"2.6*"')))

    assert '<td class="rechts">2.6*</td>' in html


@pytest.mark.parametrize(
    "text",
    [
        "[#begroting]",
        "tekst\n\n  [#begroting]\n\ntekst",
        "## Kop\n[#begroting]",
        '!!! kern "Kop"\n    [#begroting]',
        "tekst\n[#begroting]",
        "[#begroting] tekst",
        "| [#begroting] |\n|---|\n| a |",
    ],
)
def test_a_mark_stands_alone_where_a_table_is_shown(text):
    assert [mark.alone for mark in find_marks(text) if isinstance(mark, Mark)] == [
        "<table class" in as_html(text)
    ]


def test_a_page_full_of_marks_shows_them_all():
    html = as_html("Er zijn [#scholen, kaal] en [#.\n\n" * 2000)

    assert html.count(link("scholen", "700")) == 2000
