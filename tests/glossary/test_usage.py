"""Terms are found in the forms that sentences give them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.glossary.term import Term
from plugins.glossary.usage import blank_marks, build_spellings, find_terms, find_used_terms


def term_of(name: str, abbreviation: str = "") -> Term:
    return Term(name, abbreviation, "", (), 1, 1)


SPELLINGS = build_spellings(
    [
        term_of("meldcode"),
        term_of("Raad voor de Kinderbescherming", "RvdK"),
        term_of("huiselijk geweld"),
        term_of("huiselijk geweld en kindermishandeling", "HGKM"),
        term_of("leerplichtambtenaar"),
        term_of("veiligheidsplan"),
        term_of("traumasensitief"),
        term_of("multidisciplinair"),
        term_of("centrumgemeente"),
        term_of("Openbaar Ministerie", "OM"),
        term_of("multidisciplinaire aanpak", "MDA++"),
        term_of("intern begeleider", "ib’er"),
        term_of("Veiligheid Voorop!"),
        term_of("«»", "X"),
    ]
)


def found(text: str) -> list[str]:
    return [text[item.start : item.end] for item in find_terms(text, SPELLINGS)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("De meldcode.", ["meldcode"]),
        ("Meldcodes en MELDCODE", ["Meldcodes", "MELDCODE"]),
        ("(meldcode), ‘meldcode’", ["meldcode", "meldcode"]),
        ("de raad voor\nde  kinderbescherming", ["raad voor\nde  kinderbescherming"]),
        ("leerplichtambtenaren", ["leerplichtambtenaren"]),
        ("veiligheidsplannen", ["veiligheidsplannen"]),
        ("traumasensitieve steun", ["traumasensitieve"]),
        ("multidisciplinaire steun", ["multidisciplinaire"]),
        ("35 centrumgemeenten", ["centrumgemeenten"]),
        ("politie/OM en het OM’s werk", ["OM", "OM’s"]),
        ("MDA++ en multidisciplinaire aanpak", ["MDA++", "multidisciplinaire aanpak"]),
        ("de ib'er en de ib’er", ["ib'er", "ib’er"]),
        ("Veiligheid voorop! Altijd", ["Veiligheid voorop!"]),
        ("huiselijk geweld", ["huiselijk geweld"]),
        ("huiselijk geweld en kindermishandeling", ["huiselijk geweld en kindermishandeling"]),
        ("huiselijk geweld en meldcodes", ["huiselijk geweld", "meldcodes"]),
    ],
)
def test_a_term_is_found_as_it_is_written(text, words):
    assert found(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "meldcode-app", "de app-meldcode", "meldcodes’je", "meldcoder", "stappenmeldcode",
        "om te gaan", "RVDK", "X", "huiselijk", "raad voor", "",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_term_is_not(text):
    assert found(text) == []


def test_without_terms_nothing_is_found():
    assert list(find_terms("meldcode «»", build_spellings([]))) == []


@pytest.mark.parametrize(
    ("text", "used"),
    [
        ("## De meldcode {#stap}\n", {"meldcode"}),
        ("[meldcode](kosten.md)", {"meldcode"}),
        ("[uitleg](meldcode.md#meldcode)", set()),
        ("[uitleg](a(meldcode).md)", set()),
        ("Zie [@meldcode, p. 3] en [zie ook @a, meldcode]", set()),
        ("Volgens @meldcode en meldcode@school.nl.", set()),
        ("[#meldcode] en [#meldcode, getal]", set()),
        ("## Stap {#meldcode}", set()),
        ("https://meldcode.nl/meldcode", set()),
        ("`meldcode`", set()),
        ("```\nmeldcode\n```\n\nRvdK", {"raad-voor-de-kinderbescherming"}),
        ("| OM | a |\n|---|---|\n| b | *meldcode* |", {"openbaar-ministerie", "meldcode"}),
    ],
)
def test_a_page_uses_the_terms_of_its_running_text(text, used):
    assert find_used_terms(text, SPELLINGS) == used


@given(st.text(alphabet="[]()@#{}`a b\n!\\:/.", max_size=200))
def test_blanking_keeps_every_place(text):
    plain = blank_marks(text)

    assert len(plain) == len(text)
    assert [i for i, sign in enumerate(text) if sign == "\n"] == [
        i for i, sign in enumerate(plain) if sign == "\n"
    ]


@pytest.mark.parametrize(
    "sign", ["[", "[@", "](", "@", "@a.", "a.", "{", "[#", "](a(", "meldcode ", "raad ", "raad\n"]
)
def test_no_text_makes_the_search_slow(sign):
    text = sign * (200_000 // len(sign))

    assert len(blank_marks(text)) == len(text)
    assert sum(1 for _ in find_terms(text, SPELLINGS)) == text.count("meldcode")
