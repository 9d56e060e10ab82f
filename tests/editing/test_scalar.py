"""Texts as YAML: whatever somebody types reads back as it was."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.source import Source
from plugins.core.yaml import Fields, read_yaml
from plugins.editing.scalar import render_list, render_scalar

TYPED = st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp")), min_size=1)


def read(text: str) -> Fields:
    document = read_yaml(Source("a.yaml", text))
    assert document.problems == ()
    assert isinstance(document.value, Fields)
    return document.value


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Wat het kost", "Wat het kost"),
        ("2026-11-21", "2026-11-21"),
        ("Kosten: een begin", '"Kosten: een begin"'),
        ("Nummer #1", '"Nummer #1"'),
        ("700", '"700"'),
        ("no", '"no"'),
        ("Zie [@bron].", '"Zie [@bron]."'),
        ('Zeg "ja"', r'"Zeg \"ja\""'),
        ("- streep", '"- streep"'),
        ("Eén", "Eén"),
    ],
)
def test_a_text_is_plain_where_that_is_safe(text, written):
    assert render_scalar(text) == written


@given(TYPED)
def test_every_text_reads_back_as_it_was(text):
    text = " ".join(text.split()) or "x"

    written = f"veld: {render_scalar(text)}\n"

    assert read(written).text("veld") == text
    # Other programs take a scalar for what it looks like: a date is the only one that may be.
    assert isinstance(yaml.load(written, yaml.BaseLoader)["veld"], str)


@given(st.lists(TYPED, min_size=1, max_size=4))
def test_every_list_reads_back_as_it_was(texts):
    texts = [" ".join(text.split()) or "x" for text in texts]

    assert read(f"veld: {render_list(texts)}\n").texts("veld") == tuple(texts)


@pytest.mark.parametrize("text", ["yes", "No", "null", "true", "off", "3", "1.5", "~", "0x10"])
def test_a_text_stays_a_text_for_every_reader_of_yaml(text):
    assert yaml.safe_load(f"veld: {render_scalar(text)}") == {"veld": text}
