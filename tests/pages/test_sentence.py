"""Sentences and their words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.pages.sentence import Sentence, find_sentences


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Eén zin.", [2]),
        ("Een zin. Nog een zin!", [2, 3]),
        ("Een zin\nover twee regels.", [5]),
        ("Twee alinea's\n\nzonder punt", [2, 2]),
        ("- een punt\n- nog een punt", [2, 3]),
        ("1. een stap\n2. nog een", [2, 2]),
        ('!!! kern "In één minuut"\n    - Drie korte woorden', [3]),
        ("Bijv. een school, en nr. 3 is er ook.", [9]),
        ("Een ding: dit; en dat.", [2, 1, 2]),
        ("Volgens de brief [@augeo-brief-2026, toelichting, punt 3] kan dat.", [5]),
        ("Lees [de gids](scholen.md#stap-een-twee) eens.", [4]),
        ("## Een kop telt niet\n\nDit wel.", [2]),
        ("| een | rij |\n|---|---|\n| telt | niet |", []),
        ("`code telt niet` mee", [1]),
        ("Het kost € 38,6 miljoen per jaar.", [6]),
        ("", []),
    ],
)
def test_sentences_are_counted_as_readers_read_them(text, words):
    assert [sentence.words for sentence in find_sentences(text)] == words


def test_a_sentence_knows_where_it_starts():
    assert list(find_sentences("Kort.\n\n- Een punt. Nog een.")) == [
        Sentence(0, 1),
        Sentence(9, 2),
        Sentence(19, 2),
    ]


@given(st.text(alphabet="a .!?:;-*[](){}@#|\n’`1", max_size=200))
def test_any_text_can_be_measured(text):
    assert all(0 <= sentence.offset < len(text) for sentence in find_sentences(text))
