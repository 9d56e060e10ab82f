"""Plain names for anchors and files."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.slug import find_slug


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Wat het kost", "wat-het-kost"),
        ("Eén kind, één signaal", "een-kind-een-signaal"),
        ("€ 10.000 per jaar?", "10-000-per-jaar"),
        ("«?»", ""),
        ("", ""),
    ],
)
def test_a_text_gets_a_plain_name(text, slug):
    assert find_slug(text) == slug


@given(st.text())
def test_a_plain_name_holds_letters_digits_and_single_hyphens_only(text):
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", find_slug(text))
