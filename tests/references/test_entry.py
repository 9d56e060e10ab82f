"""Plain entries are read without pybtex's parser, and come out as it would have them."""

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pybtex.database.input.bibtex import Parser
from pybtex.richtext import Text

from plugins.core.source import Source
from plugins.references.bibliography import find_works
from plugins.references.entry import MONTHS, find_fields, plain_text

REAL = Path("content/bronnen.bib")

names = st.sampled_from(["title", "Year", "note", "author", "editor", "x-y_1"])
texts = st.text(st.sampled_from("aBé 1{},.\n\t&~%'`-\\\""), max_size=12)
values = st.one_of(
    texts.map(lambda text: f"{{{text}}}"),
    texts.map(lambda text: f"{{{{{text}}}}}"),
    st.sampled_from(["2018", "apr", '"tekst"', '"a" # {b}', "{A B and de C, D.}"]),
)


def read_as_pybtex(text: str) -> dict[str, object]:
    return dict(Parser(macros=MONTHS).parse_string(text).entries.items())


def test_the_hubs_own_sources_are_read_as_pybtex_reads_them():
    text = REAL.read_text(encoding="utf-8")

    assert {one.key: one.work for one in find_works(Source("a", text)).works} == read_as_pybtex(
        text
    )


@given(st.dictionaries(names, values, min_size=1, max_size=4))
def test_what_is_read_at_all_is_read_as_pybtex_reads_it(fields):
    body = ",\n  ".join(f"{name} = {value}" for name, value in fields.items())
    text = f"@misc{{a,\n  {body}\n}}"
    bibliography = find_works(Source("a", text))

    assert bibliography.works or bibliography.problems
    for located in bibliography.works:
        assert all(located.text(name) is not None for name in located.work.fields)
        assert read_as_pybtex(text) == {located.key: located.work}


@given(st.text(st.sampled_from("aBé {}'`,-~%\\\"1"), max_size=20))
def test_plain_text_is_what_pybtex_makes_of_a_value(text):
    balanced = text.replace("}", "").replace("{", "{}")
    try:
        expected = str(Text.from_latex(balanced)).strip()
    except UnicodeDecodeError:  # a loose backslash: no entry with one is read
        assume(False)

    assert plain_text(balanced) == expected


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Het {GHNT}-plan", "Het GHNT-plan"),
        ("706--711", "706–711"),
        ("Ren{\\'e}e", "Renée"),
        (" {} ", ""),
        ("S.~de Vries", "S.\u00a0de Vries"),
    ],
)
def test_latex_and_braces_are_read(value, text):
    assert plain_text(value) == text


def test_fields_are_found_with_their_places_whatever_they_hold():
    raw = '@misc{a , title={title = {x}} ,\n Year\n = 2018, note = "n", }'
    fields = (("title", "{title = {x}}"), ("year", "2018"), ("note", '"n"'))

    places = [(raw[start], raw[value:][:3]) for _, start, value in find_fields(raw, fields)]
    assert places == [("t", "tit"), ("Y", "201"), ("n", 'n",')]
