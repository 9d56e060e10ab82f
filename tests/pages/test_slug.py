"""The anchor of a heading."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.pages.slug import heading_slug


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Wat het kost", "wat-het-kost"),
        ("Eén kind, één signaal", "een-kind-een-signaal"),
        ("€ 10.000 per jaar?", "10-000-per-jaar"),
        ("«?»", "deel"),
        ("", "deel"),
    ],
)
def test_a_heading_gets_a_plain_anchor(text, slug):
    assert heading_slug(text) == slug


def test_words_are_joined_by_the_separator_that_is_asked_for():
    assert heading_slug("Wat het kost", "_") == "wat_het_kost"


@given(st.text())
def test_an_anchor_holds_letters_digits_and_single_dashes_only(text):
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", heading_slug(text))
