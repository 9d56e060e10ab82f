"""Folding, words, numbers and dates."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.search.dutch import (
    FILLER_WORDS,
    STOP_WORDS,
    find_keys,
    find_words,
    fold,
    normalise,
)


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
    ("text", "keys"),
    [
        ("1-7-2013", ("1", "juli", "2013")),
        ("op 01/07/2013.", ("op", "1", "juli", "2013")),
        ("31-12-1999", ("31", "december", "1999")),
        ("32-12-1999", ("32121999",)),
        ("1-13-2013", ("1132013",)),
        ("0800-2000", ("08002000",)),
        ("€ 10.000,-", ("10000",)),
        ("10.000,00", ("10000",)),
        ("38,6 miljoen", ("38,6", "miljoen")),
    ],
)
def test_dates_and_amounts(text, keys):
    assert find_keys(text) == keys


def test_a_filler_word_is_no_stop_word():
    assert not FILLER_WORDS & STOP_WORDS
    assert {"maken", "goed"} <= FILLER_WORDS


@settings(max_examples=300)
@given(st.text(st.sampled_from("aéÖß’'-.,1250 \u00adŁĲ"), max_size=30))
def test_a_text_and_its_folded_form_have_the_same_words(text):
    folded_after = [key for word in find_words(normalise(text)) for key in find_keys(word)]
    assert tuple(folded_after) == find_keys(text)
