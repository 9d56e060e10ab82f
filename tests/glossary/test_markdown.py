"""The glossary as a page from A to Z, and its everyday words."""

from markdown import markdown

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
