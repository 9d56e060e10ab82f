"""Anchors that a text tells are anchors that its page has."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.core.source import Source
from plugins.core.yaml import Fields
from plugins.pages.anchors import find_told_anchors
from plugins.pages.markdown import Renderer
from plugins.pages.page import Page


@pytest.mark.parametrize(
    ("text", "anchors"),
    [
        ("## Wat het kost\n", {"wat-het-kost"}),
        ("tekst\n\n## Wat het kost, en waarom? \n\ntekst", {"wat-het-kost-en-waarom"}),
        ("### Eén kind\n\n## Twee\n", {"een-kind", "twee"}),
        ("## Van *alles* [@bron] {#alles}\n", {"alles"}),
        ("## Een kop  \n", {"een-kop"}),
    ],
)
def test_a_plain_heading_and_one_with_braces_tell_their_anchor(text, anchors):
    assert find_told_anchors(text) == anchors


@pytest.mark.parametrize(
    "text",
    [
        "tekst\n## Kop in een alinea\n",
        "## Met *nadruk*\n",
        "## Met [#cijfer]\n",
        "## Met `code`\n",
        "## Met {.klasse}\n",
        "```\n\n## Code\n\n```\n",
        "    ## Code\n",
        "> ## Citaat\n",
        "- ## Item\n",
        "##Kop\n",
        "# Kop\n",
        "## 12. Kop\n",
        "## ???\n",
    ],
)
def test_what_needs_rendering_is_left_to_it(text):
    assert find_told_anchors(text) == frozenset()


LINES = st.sampled_from(
    (
        "## Kop", "## Kop", "### Kop {#een}", "## *Kop*", "tekst", "", "", "- item", "    ## Kop",
        "```", "~~~", "| a | b |", "|---|---|", "## Twee  ", "!!! kern \"K\"", "> citaat", "---",
        "[a]: b", "Term", ":   uitleg", "## A & b", "## a_b c_d", "### 3,5 uur",
    )
)  # fmt: skip


@given(st.lists(LINES, max_size=12))
@settings(max_examples=150)
def test_what_is_told_is_there(lines):
    text = "\n".join(lines)
    page = Page("pages/a.md", Source("content/pages/a.md", text), Fields((), 1, 1), 0)
    assert find_told_anchors(text) <= Renderer().render(page).anchors
