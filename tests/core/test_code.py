"""Code is left out of a text, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from plugins.core.code import blank_code

CODE = [
    "`KEY`",
    "a `KEY` b",
    "``KEY ` KEY``",
    "`een\nKEY`",
    "`KEY\\`",
    "```\nKEY\n```",
    "```\n\nKEY\n\n```\n",
    "~~~ md\nKEY\n\n# KEY\n~~~",
    "````\n```\nKEY\n```\n````",
    "```{.python}\nKEY\n```",
    "    KEY",
    "\tKEY",
    "tekst\n\n    KEY\n\n    KEY\n",
    "## Kop\n\n    KEY",
    "- a\n\ntekst\n\n    KEY",
]
NO_CODE = [
    "KEY",
    "tekst ` en KEY",
    "tekst `\n\nKEY ` tekst",
    "\\`KEY\\`",
    "\\\\\\`KEY`",
    "`code` KEY `code`",
    "```\nKEY\n\nKEY",
    "```\ncode\n```\nKEY\n\n```\ncode\n```",
    "~~~~\n\nKEY\n\n~~~",
    "tekst\n    KEY",
    "- a\n\n    KEY",
    "1. a\n\n    KEY",
    "term\n:   a\n\n    KEY",
    '!!! kern "Kop"\n    KEY\n\n    KEY',
    '!!! kern "Kop"\n    - a\n\n    KEY',
    "- a\nb\n\n    KEY",
]


def as_shown(text: str) -> str:
    return markdown(text, extensions=["fenced_code", "def_list", "admonition", "sane_lists"])


@pytest.mark.parametrize("text", CODE)
def test_code_is_blank_and_shown_as_code(text):
    assert "KEY" not in blank_code(text)
    assert "<code" in as_shown(text)


@pytest.mark.parametrize("text", NO_CODE)
def test_text_that_is_not_shown_as_code_stays(text):
    assert "KEY" in blank_code(text)
    assert "KEY" in as_shown(text)


@given(st.text(alphabet="`~ \n\ta\\#-:!1.{"))
def test_every_other_character_keeps_its_place(text):
    blanked = blank_code(text)

    assert len(blanked) == len(text)
    assert all(new in (old, " ") for old, new in zip(text, blanked, strict=True))
    assert blanked.count("\n") == text.count("\n")


@given(st.text(alphabet="ab [@\n"))
def test_a_text_without_marks_of_code_stays_as_it_is(text):
    words = " ".join(text.split())

    assert blank_code(words) == words


@pytest.mark.parametrize(
    "sign", ["`", "``` \n", "```x\n", "~~~\n```\n", "`` ` ", "    a\n\n", "\\`", "[", "\n"]
)
def test_a_hundred_thousand_signs_leave_their_lines(sign):
    text = sign * (100_000 // len(sign))

    assert blank_code(text).count("\n") == text.count("\n")
