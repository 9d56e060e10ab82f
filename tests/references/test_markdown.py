"""Citations in a page become links to its own list of sources."""

import re

import pytest
from markdown import Markdown

from plugins.core.source import Source
from plugins.references.bibliography import find_works
from plugins.references.citation import find_citations, find_marks
from plugins.references.markdown import CitationExtension
from plugins.references.render import render_references

REFERENCES = render_references(
    find_works(
        Source(
            "bronnen.bib",
            "@misc{z, author={{Zorg}}, title={Z}, year=2018}"
            "@misc{a, author={{Augeo}}, title={A & B}, year=2026}"
            "@misc{oud, author={{Augeo}}, title={C}, year=2024}"
            "@misc{v, author={van der Veen, H. and Bogaerts, S.}, title={D}, year=2012}"
            "@misc{raar, title={*E* [f](g) \\_h\\_}}",
        )
    )
)


def make_markdown() -> Markdown:
    extensions = ["fenced_code", "tables", "toc", "def_list", CitationExtension(REFERENCES)]
    return Markdown(extensions=extensions, output_format="html")


def convert(text: str) -> str:
    return str(make_markdown().convert(text))


def show(text: str) -> str:
    """Return the text of the page without its tags, above the list of sources."""
    return re.sub("<[^>]*>", "", convert(text).partition("<section")[0]).strip()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Zo [@a].", "Zo (Augeo, 2026)."),
        ("[@a; @z, p. 3]", "(Augeo, 2026; Zorg, 2018, p. 3)"),
        ("[@a;\n@z,\np. 3]", "(Augeo, 2026; Zorg, 2018, p. 3)"),
        ("[@v, p. 3]", "(Van der Veen &amp; Bogaerts, 2012, p. 3)"),
        ("[zie @a, p. 3 en verder; maar @z]", "(zie Augeo, 2026, p. 3 en verder; maar Zorg, 2018)"),
        ("[-@a]", "(2026)"),
        ("[zie -@a, p. 3; -@z]", "(zie 2026, p. 3; 2018)"),
        ("[@a{p. 3; 4}, tekst]", "(Augeo, 2026, p. 3; 4, tekst)"),
        ("[@a; @a]", "(Augeo, 2026)"),
        ("[@a, p. 3; @a, p. 7]", "(Augeo, 2026, p. 3; 2026, p. 7)"),
        ("[@oud; @a; @z]", "(Augeo, 2024, 2026; Zorg, 2018)"),
        ("[@oud; zie ook @a]", "(Augeo, 2024; zie ook Augeo, 2026)"),
        ("@v zegt", "Van der Veen en Bogaerts (2012) zegt"),
        ("@v [p. 3]", "Van der Veen en Bogaerts (2012, p. 3)"),
        ("@a [p. 3; @oud; @z]", "Augeo (2026, p. 3; 2024; Zorg, 2018)"),
        ("-@a [p. 3]", "(2026, p. 3)"),
        ("[@a]: zo is het", "(Augeo, 2026): zo is het"),
        ("[@a, p. 3 \\; 4]", "(Augeo, 2026, p. 3 ; 4)"),
        ("\\@a, \\[@a] en [x \\@a]", "@a, [@a] en [x @a]"),
        ("\\\\[@a]", "\\(Augeo, 2026)"),
    ],
)
def test_citations_read_as_a_sentence_of_author_and_year(text, shown):
    assert show(text) == shown


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (
            "[@a, p. 3]",
            '<p><span class="verwijzingen">(<a class="verwijzing" href="#bron-a" id="verw-a-1">'
            'Augeo, 2026</a>, <span class="vindplaats">p. 3</span>)</span></p>',
        ),
        (
            "@a [p. 3]",
            '<p><span class="verwijzing-in-zin"><a class="verwijzing" href="#bron-a" '
            'id="verw-a-1">Augeo</a> (2026, <span class="vindplaats">p. 3</span>)</span></p>',
        ),
        ("[zie *ook* @a, **p.** `3`]", "(zie <em>ook</em> <a"),
        ("[zie *ook* @a, **p.** `3`]", "><strong>p.</strong> <code>3</code></span>)"),
        ("@a [*p. 3*]", "><em>p. 3</em></span>)"),
        ("[@a, zie [daar](b.md)]", '>zie <a href="b.md">daar</a></span>)'),
        ("**[@a]**", '<strong><span class="verwijzingen">'),
        ("| k |\n|---|\n| [@a] |", '<td><span class="verwijzingen">'),
        ("[@raar]", ">*E* [f](g) _h_, z.d.</a>)"),
        ("@raar", ">*E* [f](g) _h_</a> (z.d.)"),
    ],
)
def test_the_link_holds_the_label_and_what_stands_around_it_is_markdown(text, html):
    assert html in convert(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[@weg] en @weg", "[@weg] en @weg"),
        ("[@a; @weg]", "[@a; @weg]"),
        ("[@a @z]", "[@a @z]"),
        ("`[@a]` en `@a`", "[@a] en @a"),
        ("    [@a]", "[@a]"),
        ("```\n[@a]\n```", "[@a]"),
        ("a@b.nl, [x](mailto:a@b.nl)", "a@b.nl, x"),
        ("[@a](b.md)", "@a"),
        ("[@a", "[@a"),
    ],
)
def test_what_is_no_good_citation_stays_as_it_was_typed(text, shown):
    assert show(text) == shown
    assert "bronnenlijst" not in convert(text)


@pytest.mark.parametrize(
    "text",
    [
        "een ` twee\n\n[@a] ` drie", "```\n[@a]\n\n[@a]", "- x\n\n    [@a]", "> [@a,\n> p. 3]",
        "~~~\n\n[@a]\n\n~~~", "\\`[@a]\\`", "``[@a]``", "term\n:   [@a]", "## Kop [@a] {#kop}",
        "| [@a | x |\n|---|---|\n| @a [p. 3] | [x](y) |", "@a\n> [@a]", "- [@a\n- @a]",
        "*@a*, _@a_",
        "[x](https://x.nl/?u=@a \"@a\") ![@a](b.png) [@a][@z] [@a][b]", "https://x.nl/@a",
    ],
)  # fmt: skip
def test_the_page_shows_just_the_citations_that_the_checks_see(text):
    shown = re.findall('class="verwijzing" href="#bron-([^"]+)"', convert(text))

    assert shown == [
        item.key for mark in find_marks(text) for item in mark.citations if item.key in REFERENCES
    ]
    assert len(shown) <= sum(1 for _ in find_citations(text))


def test_citations_of_a_source_are_numbered_as_they_stand_on_the_page():
    html = convert("[@z] @a\n\n| [@a, p. 3] |\n|---|\n| x |\n\n[@a]")

    assert re.findall(' id="(verw-[^"]+)"', html) == [
        "verw-z-1", "verw-a-1", "verw-a-2", "verw-a-3",
    ]  # fmt: skip


def test_the_page_closes_with_its_sources_in_order_once_each():
    markdown = make_markdown()
    html = markdown.convert("## Kop\n\n[@z] [@a] [@z]")

    assert re.findall('<li id="([^"]+)"', html) == ["bron-a", "bron-z"]
    assert html.endswith("</ol></section>")
    assert "<p><section" not in html
    assert [token["name"] for token in markdown.toc_tokens] == ["Kop"]


def test_an_entry_leads_back_to_each_place_and_on_to_its_own_page():
    html = convert("[@v] en @v [p. 3]")

    assert (
        '<li id="bron-v" tabindex="-1">Veen, H. van der, &amp; Bogaerts, S. (2012). <em>D</em>. '
        '<span class="bron__terug">Op deze pagina 2 keer gebruikt: '
        '<a aria-label="Terug naar verwijzing 1 naar Van der Veen &amp; Bogaerts (2012)" '
        'href="#verw-v-1">1</a> '
        '<a aria-label="Terug naar verwijzing 2 naar Van der Veen &amp; Bogaerts (2012)" '
        'href="#verw-v-2">2</a> '
        '<a aria-label="Over deze bron: Van der Veen &amp; Bogaerts (2012)" '
        'href="hub:bronnen/v/">Over deze bron</a></span></li>'
    ) in html


def test_a_page_leaves_no_sources_to_the_next():
    markdown = make_markdown()
    markdown.convert("[@a]")

    html = markdown.reset().convert("[@z]")

    assert "bron-a" not in html
    assert 'id="verw-z-1"' in html


def test_a_page_without_citations_has_no_list():
    assert convert("tekst") == "<p>tekst</p>"
