"""Citations in a page become links to its own list of sources."""

import re

import pytest
from markdown import Markdown

from plugins.core.source import Source
from plugins.references.bibliography import find_works
from plugins.references.citation import Citation, find_citations
from plugins.references.markdown import CitationExtension
from plugins.references.render import render_references

REFERENCES = render_references(
    find_works(
        Source(
            "bronnen.bib",
            "@misc{z, author={{Zorg}}, title={Z}, year=2018}"
            "@misc{a, author={{Augeo}}, title={A & B}, year=2026}",
        )
    )
)
FIRST = '<a class="verwijzing" href="#bron-a">Augeo, 2026</a>'
PLACED = '<a class="verwijzing" href="#bron-z">Zorg, 2018, p. 3</a>'


def make_markdown() -> Markdown:
    extensions = ["fenced_code", "tables", CitationExtension(REFERENCES)]
    return Markdown(extensions=extensions, output_format="html")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Zo [@a].", f'<p>Zo <span class="verwijzingen">({FIRST})</span>.</p>'),
        ("[@a; @z, p. 3]", f'<p><span class="verwijzingen">({FIRST}; {PLACED})</span></p>'),
        ("[@a;\n@z,\np. 3]", f'<p><span class="verwijzingen">({FIRST}; {PLACED})</span></p>'),
        ("[@a]: zo is het", f'<p><span class="verwijzingen">({FIRST})</span>: zo is het</p>'),
        ("**[@a]**", f'<p><strong><span class="verwijzingen">({FIRST})</span></strong></p>'),
        ("| k |\n|---|\n| [@a] |", f'<td><span class="verwijzingen">({FIRST})</span></td>'),
    ],
)
def test_a_citation_becomes_author_and_year(text, html):
    assert html in make_markdown().convert(text)


@pytest.mark.parametrize(
    "text",
    [
        "[@weg]", "[@a; @weg]", "[zie @a]", "`[@a]`", "    [@a]", "```\n[@a]\n```", "\\[@a]",
        "[a@b.nl]", "[x](mailto:a@b.nl)", "[@a](b.md)",
    ],
)  # fmt: skip
def test_what_is_no_good_citation_stays_as_it_was_typed(text):
    html = make_markdown().convert(text)

    assert "verwijzing" not in html
    assert "bronnenlijst" not in html


@pytest.mark.parametrize(
    "text",
    [
        "[@a]", "`[@a]`", "```\n[@a]\n```", "    [@a]\n", "\\[@a]", "\\\\[@a]", "[@a](b.md)",
        "[@a][b]", "[@a][@z]", "[@a,\n p. 3]", "[@a\n\n]", "een ` twee\n\n[@a] ` drie",
        "```\n[@a]\n\n[@a]", "- x\n\n    [@a]", "[x [@a] y]", "![@a](b.png)", "[@a]: zo is het",
        "~~~\n\n[@a]\n\n~~~", "\\`[@a]\\`", "``[@a]`", "a@b.nl [@a]", "[x\\] @a]",
    ],
)  # fmt: skip
def test_the_page_shows_just_the_citations_that_the_checks_see(text):
    shown = re.findall('class="verwijzing" href="#bron-([^"]+)"', make_markdown().convert(text))

    assert shown == [found.key for found in find_citations(text) if isinstance(found, Citation)]


def test_the_page_closes_with_its_sources_in_order_once_each():
    html = make_markdown().convert("[@z] [@a] [@z]")

    assert re.findall('<li id="([^"]+)"', html) == ["bron-a", "bron-z"]
    assert html.endswith("</ol></section>")
    assert "<p><section" not in html


def test_a_page_leaves_no_sources_to_the_next():
    markdown = make_markdown()
    markdown.convert("[@a]")

    html = markdown.reset().convert("[@z]")

    assert "bron-a" not in html
    assert 'id="bron-z"' in html


def test_a_page_without_citations_has_no_list():
    assert make_markdown().convert("tekst") == "<p>tekst</p>"
