"""Folding, words and terms of Dutch."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.search.dutch import analyse, find_keys, find_words, fold, normalise


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Coördinator", "coordinator"),
        ("Coo\u0308rdinator", "coordinator"),
        ("veilig\u00adheid", "veiligheid"),
        ("Één", "een"),
        ("ĲSSEL", "ijssel"),
        ("foto’s", "foto's"),
        ("e\u2011learning", "e-learning"),
        ("Straße", "strasse"),
        ("ŒUVRE", "oeuvre"),
        ("İ", "i"),
        ("\ufeffa\u200bb", "ab"),
        ("", ""),
    ],
)
def test_folding(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Het kost € 4,85.", ("het", "kost", "4,85")),
        ("4.85", ("4,85",)),
        ("1.500, 12.345.678,90", ("1500", "12345678,90")),
        ("in 2018, 2019–2021", ("in", "2018", "2019", "2021")),
        ("e-learning", ("elearning",)),
        ("Bel 0800-2000!", ("bel", "08002000")),
        ("foto's en 's ochtends", ("fotos", "en", "s", "ochtends")),
        ("actielijn 2.5", ("actielijn", "2,5")),
        ("po/vo (mbo)", ("po", "vo", "mbo")),
        ("24-uurs", ("24uurs",)),
        ("-- '' ,.", ()),
        ("допомога", ("допомога",)),
        ("a\u0000b", ("a", "b")),
    ],
)
def test_words(text, keys):
    assert find_keys(text) == keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kind", "kinderen"),
        ("kind", "kindje"),
        ("school", "scholen"),
        ("gemeente", "gemeenten"),
        ("gezin", "gezinnen"),
        ("raadslid", "raadsleden"),
        ("lid", "leden"),
        ("ouder", "ouders"),
        ("leraar", "leraren"),
        ("kost", "kosten"),
        ("stap", "stappen"),
        ("melden", "gemeld"),
        ("meldcode", "meldcodes"),
        ("wijkteam", "wijkteams"),
        ("bewijs", "bewijzen"),
        ("foto", "foto's"),
        ("regio", "regio’s"),
        ("uur", "uren"),
        ("traumasensitief", "traumasensitieve"),
        ("aandachtsfunctionaris", "aandachtsfunctionarissen"),
        ("veilig", "veiligheid"),
    ],
)
def test_forms_of_one_word_share_their_term(one, other):
    assert analyse(normalise(one)) == analyse(normalise(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ouder", "oud"),
        ("leden", "lijden"),
        ("gezin", "zin"),
        ("gemeente", "gemeen"),
        ("geweld", "wel"),
        ("brief", "briefing"),
        ("4,85", "485"),
    ],
)
def test_different_words_keep_apart(one, other):
    assert analyse(one) != analyse(other)


def test_a_hyphenated_word_stands_for_itself_and_its_parts():
    assert set(analyse("school-gids")) > set(analyse("school")) | set(analyse("gids"))
    assert analyse("0800-2000") == ("0800", "08002000", "2000")


@pytest.mark.parametrize("word", ["de", "Het", "één", "s", "hoeveel"])
def test_stop_words_stand_for_nothing(word):
    assert analyse(normalise(word)) == ()


@settings(max_examples=300)
@given(st.text(max_size=60))
def test_any_text_gives_terms_without_empties_and_spaces(text):
    for word in find_words(normalise(text)):
        assert all(term and " " not in term for term in analyse(word))


@settings(max_examples=300)
@given(st.text(st.sampled_from("aéÖß’'-.,1250 \u00adŁĲ"), max_size=30))
def test_a_text_and_its_folded_form_have_the_same_words(text):
    folded_after = [key for word in find_words(normalise(text)) for key in find_keys(word)]
    assert tuple(folded_after) == find_keys(text)
