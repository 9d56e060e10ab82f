"""Running text without what is not read as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.figures.prose import blank_apparatus, find_passages


@pytest.mark.parametrize(
    "text",
    [
        "[#KEY]", "[@KEY, p. 12]", "[zie @a, KEY]", "@a [@b KEY]", "<https://KEY>", "[a](KEY.md)",
        "{#KEY}", "## KEY", "  ### KEY {#a}", "KEY\n---", "![a](KEY)",
    ],
)  # fmt: skip
def test_what_is_no_running_text_is_left_out(text):
    assert "KEY" not in blank_apparatus(text)


@pytest.mark.parametrize(
    "text", ["KEY", "[KEY](a.md)", "**KEY**", "[KEY]", "| KEY |\n|---|", "## a\nKEY", "#KEY a"[1:]]
)
def test_running_text_stays(text):
    assert "KEY" in blank_apparatus(text)


@given(st.text(alphabet="[]()<>{}#@ab \n-|"))
def test_every_other_sign_keeps_its_place(text):
    blanked = blank_apparatus(text)

    assert len(blanked) == len(text)
    assert all(new in (old, " ") for old, new in zip(text, blanked, strict=True))


def test_paragraphs_items_rows_and_definitions_are_passages():
    text = "een\ntwee\n\n- a\n- b\n  c\n\n| d |\n|---|\n| e |\n\nf\n:   g\n"

    assert [passage.text.strip() for passage in find_passages(text)] == [
        "een\ntwee", "- a", "- b\n  c", "| d |", "|---|", "| e |", "f", ":   g",
    ]  # fmt: skip


def test_a_passage_knows_its_offset():
    text = "een\n\n- twee\n"

    assert all(text[p.offset :].startswith(p.text) for p in find_passages(text))


@pytest.mark.parametrize(
    ("text", "sourced"),
    [
        ("a [#b]", True),
        ("a [@b]", True),
        ("a @b zegt", True),
        ("a [zie @b]", True),
        ("a [-@b]", True),
        ("a", False),
        ("a \\@b", False),
        ("info@augeo.nl", False),
        ("a [b](#c)", False),
        ("a `[#b]`", False),
    ],
)
def test_a_mark_or_citation_is_a_source(text, sourced):
    assert [passage.is_sourced for passage in find_passages(text)] == [sourced]


@pytest.mark.parametrize("sign", ["[", "[@", "[#", "](", "<a", "{", "# ", "a\n-", "- ", "@"])
def test_a_hundred_thousand_signs_are_read_at_once(sign):
    text = sign * (100_000 // len(sign))

    assert sum(len(passage.text) for passage in find_passages(text)) <= len(text)
