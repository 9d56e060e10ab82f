"""Marks of figures are found where they count, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.figures.mark import Malformed, Mark, find_marks


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("In [#scholen] zijn", [Mark("scholen", "", 3)]),
        ("In [#scholen, kaal] zijn", [Mark("scholen", "kaal", 3)]),
        ("In [# scholen ,\nwaarde ] zijn", [Mark("scholen", "waarde", 3)]),
        ("a [#b][#c]", [Mark("b", "", 2), Mark("c", "", 6)]),
        ("a [#b][@c]", [Mark("b", "", 2)]),
        ("a [[#b] c](d.md)", [Mark("b", "", 3)]),
        ("a [#Hwc_Scholen]", [Mark("Hwc_Scholen", "", 2)]),
        ("a \\\\[#b]", [Mark("b", "", 4)]),
        ("a [#b, zo]", [Mark("b", "zo", 2)]),
    ],
)
def test_a_mark_is_found_at_its_offset(text, marks):
    assert list(find_marks(text)) == marks


@pytest.mark.parametrize(
    "text",
    [
        "\\[#a]", "`[#a]`", "```\n[#a]\n```", "    [#a]", "[a](#a)", "[#a](b.md)", "[#a", "#a]",
        "## Kop {#a}", "[#a\n\nb]", "[a #b]", "[@a, #b]",
    ],
)  # fmt: skip
def test_what_is_no_mark_is_left_out(text):
    assert list(find_marks(text)) == []


@pytest.mark.parametrize("inside", ["", " ", "a b", "a, b, c", "a,", ", kaal", "a; b", "é!"])
def test_what_looks_like_a_mark_and_cannot_be_read_is_told(inside):
    assert list(find_marks(f"In [#{inside}].")) == [Malformed(f"[#{inside}]", 3)]


@pytest.mark.parametrize(
    "text",
    [
        "[#a]",
        "  [#a]  \n",
        "tekst\n\n[#a]\n\ntekst",
        "## Kop\n[#a]\n",
        '!!! kern "Kop"\n    [#a]\n\n    tekst',
        "a" * 400 + "\n\n[#a]",
    ],
)
def test_a_mark_that_is_a_paragraph_stands_alone(text):
    assert [mark.alone for mark in find_marks(text)] == [True]


@pytest.mark.parametrize(
    "text", ["tekst\n[#a]", "[#a]\ntekst", "[#a] b", "a" * 400 + " [#a]", "- [#a]", "| [#a] |"]
)
def test_a_mark_among_other_text_does_not(text):
    assert [mark.alone for mark in find_marks(text)] == [False]


@given(st.text(alphabet="[]#a, \n\\`(-"))
def test_no_text_is_too_strange(text):
    for mark in find_marks(text):
        assert text.startswith("[#", mark.offset)


@pytest.mark.parametrize("sign", ["[#", "[#a", "[#a]", "[#a,", "[#a, b ", "\\[#", "[#\n", "[# "])
def test_a_hundred_thousand_signs_are_read_at_once(sign):
    """A search in time that grows with the square would run for minutes here."""
    marks = list(find_marks(sign * (100_000 // len(sign))))

    assert len(marks) in (0, 100_000 // len(sign))
