"""The glossary as a page from A to Z, and its everyday words."""

import pytest
from markdown import markdown

from plugins.core.use import Use
from plugins.glossary.markdown import find_synonyms, render_terms
from plugins.glossary.term import Term


def term_of(name: str, abbreviation: str = "", words: tuple[str, ...] = ()) -> Term:
    return Term(name, abbreviation, f"Uitleg van {name}.", words, 1, 1)


def test_terms_stand_under_their_letters_in_dutch_order():
    text = render_terms([term_of("zorg"), term_of("Één"), term_of("ZSM", "ZSM"), term_of("eend")])

    assert text == (
        "\n## E {#letter-e}\n\n"
        "Één {#een}\n:   Uitleg van Één.\n\neend {#eend}\n:   Uitleg van eend.\n\n"
        "\n\n## Z {#letter-z}\n\n"
        "zorg {#zorg}\n:   Uitleg van zorg.\n\nZSM (ZSM) {#zsm}\n:   Uitleg van ZSM.\n\n"
    )


def test_each_letter_has_one_heading_whatever_sign_a_term_opens_with():
    text = render_terms([term_of("'t Huis"), term_of("aap"), term_of("taak"), term_of("(team)")])

    assert text.count("## T ") == 1
    assert text.index("## A ") < text.index("## T ")


def test_a_term_without_a_letter_has_no_place():
    assert render_terms([term_of("«»")]) == ""


def test_the_text_is_a_definition_list_with_anchors():
    html = markdown(
        render_terms([term_of("aap"), term_of("appel")]), extensions=["attr_list", "def_list"]
    )

    assert '<h2 id="letter-a">A</h2>' in html
    assert '<dt id="aap">aap</dt>' in html
    assert html.count("<dl>") == 1


def test_a_dated_definition_says_so():
    text = render_terms([Term("dader", "", "Wie [@a].", (), 1, 1, "2018")])

    assert ":   Wie [@a]. *Zo omschreven in 2018; de wet kan sindsdien zijn veranderd.*\n" in text


def render_used(count: int) -> str:
    uses = [Use(f"Pagina {number}", f"p{number}.md#a") for number in range(1, count + 1)]
    return render_terms([term_of("aap")], {"aap": [*uses, Use("Pagina 1", "p1.md#b")]})


@pytest.mark.parametrize(
    ("count", "end"),
    [
        (1, ":   Gebruikt op: [Pagina 1](p1.md#a).\n"),
        (6, ", [Pagina 6](p6.md#a).\n"),
        (7, ", [Pagina 6](p6.md#a) en nog 1 pagina.\n"),
        (9, ", [Pagina 6](p6.md#a) en nog 3 pagina’s.\n"),
    ],
)
def test_a_term_ends_with_the_pages_that_use_it_each_once(count, end):
    text = render_used(count)

    assert f"{end}    {{: .gebruikt }}\n" in text
    assert text.count("Pagina 1]") == 1


def test_a_term_that_no_page_uses_says_nothing_of_it():
    assert "Gebruikt" not in render_terms([term_of("aap")], {"beer": [Use("Beer", "b.md")]})


def test_the_pages_stand_in_a_description_of_their_own():
    html = markdown(render_used(2), extensions=["attr_list", "def_list"])

    assert "<dd>Uitleg van aap.</dd>" in html
    assert '<dd class="gebruikt">Gebruikt op: <a href="p1.md#a">Pagina 1</a>, <a' in html


def test_synonyms_lead_from_what_visitors_type_to_the_term():
    terms = [
        term_of("Veilig Thuis", "VT", ("meldpunt", "")),
        term_of("", "X"),
        term_of("aap", "", ("meldpunt",)),
    ]

    assert find_synonyms(terms) == (
        ("VT", "Veilig Thuis"),
        ("meldpunt", "Veilig Thuis"),
        ("meldpunt", "aap"),
    )
