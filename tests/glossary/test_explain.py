"""The first use of a term on a page gets its explanation."""

import re
from xml.etree import ElementTree

import pytest
from markdown import Markdown

from plugins.glossary.explain import TermExtension, find_plain_meaning
from plugins.glossary.term import Term
from plugins.glossary.usage import build_spellings

TERMS = (
    Term("meldcode", "", "Stappenplan in *vijf* stappen [@a, p. 3; @b].", (), 1, 1),
    Term("Raad voor de Kinderbescherming", "RvdK", "Dienst.", (), 1, 1),
    Term("vermoeden van geweld", "", "Idee.", (), 1, 1, "2018", False),
    Term("geweld", "", "Pijn doen.", (), 1, 1),
)


def convert(text: str, *, active: bool = True) -> str:
    extension = TermExtension(build_spellings(TERMS))
    extension.active = active
    extensions = ["tables", "attr_list", "def_list", "admonition", "fenced_code", extension]
    return Markdown(extensions=extensions, output_format="html").convert(text)


def find_explained(html: str) -> list[str]:
    return re.findall(r'<label class="begrip">([^<]*)<', html)


def find_words(html: str) -> str:
    """Return the text of a page without what the extension adds to it."""
    root = ElementTree.fromstring(f"<div>{html}</div>")
    for parent in root.iter():
        for child in parent:
            if child.get("popover"):
                child.text, child[:] = "", ()
    return "".join(root.itertext())


def test_a_term_is_a_word_with_a_button_and_what_it_opens():
    assert convert("De **meldcodes** ook.") == (
        '<p>De <strong><label class="begrip">meldcodes'
        '<button aria-label="Uitleg: meldcodes" class="begrip__knop"'
        ' popovertarget="hub-begrip-meldcode" type="button"></button></label>'
        '<span class="begrip__uitleg" data-search-skip="data-search-skip"'
        ' id="hub-begrip-meldcode" popover="auto">'
        '<span class="begrip__haak"> (</span><strong class="begrip__naam">meldcode</strong>'
        '<span class="begrip__tekst">: Stappenplan in <em>vijf</em> stappen. </span>'
        '<a href="hub:begrippen/#meldcode">Begrippenlijst</a>'
        '<button class="begrip__sluit" popovertarget="hub-begrip-meldcode"'
        ' popovertargetaction="hide" type="button">Sluiten</button>'
        '<span class="begrip__haak">)</span></span></strong> ook.</p>'
    )


def test_an_abbreviation_is_explained_under_the_full_name():
    html = convert("De RvdK.")

    assert find_explained(html) == ["RvdK"]
    assert ">Raad voor de Kinderbescherming (RvdK)</strong>" in html


def test_a_button_says_on_one_line_what_a_term_wraps_over_two():
    html = convert("De Raad voor\nde Kinderbescherming.")

    assert find_explained(html) == ["Raad voor\nde Kinderbescherming"]
    assert 'aria-label="Uitleg: Raad voor de Kinderbescherming"' in html


@pytest.mark.parametrize(
    ("text", "explained"),
    [
        ("meldcode, Meldcode en\n\nmeldcodes", ["meldcode"]),
        ("RvdK, dus de Raad voor de Kinderbescherming", ["RvdK"]),
        ("geweld, meldcode, RvdK", ["geweld", "meldcode", "RvdK"]),
        ("*geweld* meldcode **RvdK**", ["geweld", "meldcode", "RvdK"]),
        ("## De meldcode\n\nDe meldcode", ["meldcode"]),
        ("[meldcode](a.md) en `meldcode` en Meldcode", ["Meldcode"]),
        ("| meldcode |\n|---|\n| Meldcode |", ["Meldcode"]),
        ("meldcode\n:   De Meldcode.", ["Meldcode"]),
        ("> De meldcode.\n\nMeldcode", ["Meldcode"]),
        ("```\nmeldcode\n```\n\nMeldcode", ["Meldcode"]),
        ('!!! kern "meldcode"\n    De Meldcode.', ["Meldcode"]),
        ('!!! hulp "Bel"\n    De meldcode.\n\nMeldcode', ["Meldcode"]),
        ("- meldcode\n- RvdK\n    - geweld", ["meldcode", "RvdK", "geweld"]),
        ("Een vermoeden van geweld. Na geweld.", ["geweld"]),
        ("Een vermoeden van geweld.", []),
    ],
)
def test_the_first_use_in_running_text_is_explained(text, explained):
    assert find_explained(convert(text)) == explained


@pytest.mark.parametrize(
    "text",
    [
        "Geweld, meldcode (RvdK) en *geweld*; meldcodes.",
        "- Een **meldcode**, en\n- RvdK: `geweld`, [geweld](a) & \\*.",
        "| a | b |\n|---|---|\n| geweld | RvdK tot slot |",
    ],
)
def test_the_words_of_a_page_stay_as_they_are(text):
    plain = Markdown(extensions=["tables"], output_format="xhtml").convert(text)
    extensions = ["tables", TermExtension(build_spellings(TERMS))]
    explained = Markdown(extensions=extensions, output_format="xhtml").convert(text)

    assert "begrip__uitleg" in explained
    assert find_words(explained) == find_words(plain)


@pytest.mark.parametrize("name", ["verwijzingen", "cijfer", "x hulp", "bronnenlijst"])
def test_citations_figures_and_calls_for_help_are_left_alone(name):
    root = ElementTree.fromstring(f'<div><p><span class="{name}">meldcode</span> RvdK</p></div>')

    Markdown(extensions=[TermExtension(build_spellings(TERMS))]).treeprocessors["terms"].run(root)

    assert find_explained(ElementTree.tostring(root, "unicode")) == ["RvdK"]


def test_a_page_that_is_not_active_is_left_alone():
    assert "begrip" not in convert("meldcode", active=False)


def test_every_page_starts_anew():
    md = Markdown(extensions=[TermExtension(build_spellings(TERMS))])

    assert find_explained(md.convert("meldcode")) == ["meldcode"]
    assert find_explained(md.reset().convert("meldcode")) == ["meldcode"]


@pytest.mark.parametrize(
    ("meaning", "as_of", "plain"),
    [
        ("Dienst [@a].", "", "Dienst."),
        ("Dienst [@a, p. 3], zie [-@b; @c] ook.", "", "Dienst, zie ook."),
        ("Zie [de kosten](kosten.md#a).", "", "Zie de kosten."),
        (
            "Wie veroordeeld is.",
            "2018",
            "Wie veroordeeld is. Zo omschreven in 2018; de wet kan sindsdien zijn veranderd.",
        ),
    ],
)
def test_a_meaning_is_shown_without_citations_and_links_and_with_its_date(meaning, as_of, plain):
    assert find_plain_meaning(Term("a", "", meaning, (), 1, 1, as_of)) == plain
