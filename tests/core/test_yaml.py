"""The YAML reader: texts with their places, and a Problem at the right line for all that is
spoilt.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.source import Source
from plugins.core.yaml import Document, Fields, Items, Scalar, read_yaml

DEEP = 10_000


def read(text: str, first_line: int = 1) -> Document:
    return read_yaml(Source("content/a.yaml", text), first_line=first_line)


def places(document: Document) -> list[tuple[int, int, str]]:
    return [(problem.line, problem.column, problem.code) for problem in document.problems]


def test_values_carry_the_place_where_they_stand():
    document = read("titel: Een\nvoor:\n  - school\n", first_line=2)

    assert document == Document(
        Fields(
            (
                (Scalar("titel", 2, 1), Scalar("Een", 2, 8)),
                (Scalar("voor", 3, 1), Items((Scalar("school", 4, 5),), 4, 3)),
            ),
            2,
            1,
        ),
        (),
    )


@pytest.mark.parametrize(
    "text", ["no", "ja", "2026-11-21", "12", "0o17", "1e3", "null", "~", "12:30", "0.5"]
)
def test_every_value_is_text_as_it_was_typed(text):
    assert read(f"veld: {text}\n").value == Fields(
        ((Scalar("veld", 1, 1), Scalar(text, 1, 7)),), 1, 1
    )


@pytest.mark.parametrize("text", ["", "\n\n", "# een\n# twee\n"])
def test_a_text_without_values_is_no_problem(text):
    assert read(text) == Document(None, ())


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("\ta: b", 1, 1),
        ("a:\n\tb: c", 2, 1),
        ("a: b: c", 1, 5),
        ("a: [b", 1, 4),
        ("a: b\nc: [d\ne: f", 2, 4),
        ("a = b\nc: d", 1, 1),
        ("a: b\nc = d\ne: f", 2, 1),
        ("- a: b\n  c d\n  e: f", 2, 3),
        ("a: b\n\n  c: d", 3, 4),
        ("# a\n b c: d: e", 2, 8),
        ('a: "b\nc"\nd: e: f', 3, 5),
        ("a: b\n c: d", 2, 3),
        ('a: "b\nc: d', 1, 4),
        ("a: b\n- c", 2, 1),
        ("a: @b", 1, 4),
        ("- a\n---\n- b\n", 2, 1),
        ("a: b\n...\nc: d\n", 3, 1),
        ('a: "\\x"', 1, 7),
        ('a: "\\UFFFFFFFF"', 1, 7),
        ("%YAML 1." + 5000 * "9" + "\n---\na: b", 1, 18),
        ("a: b\rc: d\ne: [", 2, 5),
        ("a: 1\n" + "b: " + DEEP * "[", 2, 23),
        ("a: 1\nb: " + DEEP * "{", 2, 23),
        ("a: 1\nb:\n  " + DEEP * "- ", 3, 41),
        ("\n".join(depth * " " + "a:" for depth in range(DEEP // 100)), 21, 21),
    ],
)
def test_text_that_cannot_be_read_is_reported_where_reading_stops(text, line, column):
    document = read(text)

    assert document.value is None
    assert places(document) == [(line, column, "YML001")]


@pytest.mark.parametrize(
    ("text", "message", "mend"),
    [
        ("a: 'b\nc: d", "dit aanhalingsteken sluit niet", "eind van de tekst"),
        ('a: "b\nc: d\n---\n', "dit aanhalingsteken sluit niet", "eind van de tekst"),
        ("a: b: c", "een dubbele punt kan hier niet", "Zet de hele tekst tussen"),
        ('a: "C:\\map"', "«\\» kan hier niet", "enkele aanhalingstekens"),
        ("a: [b", "wat hier tussen haken staat is niet te lezen", "een haak aan het eind"),
        ('a: ["b" c]', "wat hier tussen haken staat is niet te lezen", "Zet een komma tussen"),
        ("a = b\nc: d", "op deze regel ontbreekt een dubbele punt", "Schrijf «naam: waarde»"),
        ("a: b\nc\nd: e", "op deze regel ontbreekt een dubbele punt", "Schrijf «naam: waarde»"),
        ("a: b\n- c", "de YAML is hier niet te lezen", "Controleer het inspringen"),
    ],
)
def test_what_is_most_often_wrong_is_named(text, message, mend):
    (problem,) = read(text).problems
    assert problem.message == message
    assert mend in problem.hint


@pytest.mark.parametrize(
    "character",
    [
        "\0",
        "\a",
        "\x1b",
        "\x7f",
        "\u061c",
        "\u200b",
        "\u2028",
        "\u202e",
        "\u2066",
        "\ufeff",
        "\ufffe",
    ],
)
def test_an_invisible_character_is_named_at_its_place(character):
    document = read(f"a: 1\nb: é{character}", first_line=2)

    assert places(document) == [(3, 5, "BST002")]
    assert f"(U+{ord(character):04X})" in document.problems[0].message


@pytest.mark.parametrize("escape", ["\\0", "\\e", "\\u202e"])
def test_an_invisible_character_cannot_come_in_by_an_escape(escape):
    assert places(read(f'a: 1\nb: "x{escape}"')) == [(2, 4, "BST002")]


@pytest.mark.parametrize(
    "text", ["é", "emoji \U0001f600", "\U0001f469\u200d\U0001f680", "zacht\u00adkoppel", "a\u00a0b"]
)
def test_other_characters_are_welcome(text):
    assert read(f"a: {text}") == Document(
        Fields(((Scalar("a", 1, 1), Scalar(text, 1, 4)),), 1, 1), ()
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: !!python/object/apply:os.system [x]", [(1, 4)]),
        ("a: !tekst b", [(1, 4)]),
        ("a: &naam b\nc: *naam", [(1, 4), (2, 4)]),
        ("- &a [x]\n- &b [*a, *a]\n- [*b, *b]", [(1, 3), (2, 3), (2, 7), (2, 11), (3, 4), (3, 8)]),
    ],
)
def test_anchors_aliases_and_types_are_refused_each_at_its_place(text, found):
    document = read(text)

    assert document.value is None
    assert [place[:2] for place in places(document)] == found
    assert document.problems[0].code == "YML003"


def test_a_repeated_field_is_reported_with_its_first_line():
    document = read("a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\na: 2\n", first_line=2)

    assert places(document) == [(7, 1, "YML002"), (6, 3, "YML002")]
    assert document.problems[0].message == "het veld «a» staat er twee keer (eerder op regel 2)"
    assert document.problems[0].hint == "Verwijder één van de twee."


def test_the_same_field_in_two_entries_is_not_repeated():
    assert read("- a: 1\n- a: 2\n").problems == ()


@pytest.mark.parametrize("depth", [1, 18])
def test_ordinary_nesting_is_read(depth):
    assert read("a: " + depth * "[" + depth * "]").problems == ()


def test_a_field_is_looked_up_by_its_name():
    document = read("a: x\nb: [x, y, [z]]\nc:\n")
    fields = document.value
    assert isinstance(fields, Fields)

    assert fields.get("a") == Scalar("x", 1, 4)
    assert fields.get("z") is None
    assert (fields.text("a"), fields.text("b"), fields.text("z")) == ("x", "", "")
    assert (fields.texts("a"), fields.texts("b")) == (("x",), ("x", "y"))
    assert (fields.texts("c"), fields.texts("z")) == ((), ())


@given(st.text(alphabet="ab:- \n\t[]{},&*!#%'\"|>?@\\xU0\0\u202e\u2028\r"))
def test_no_text_makes_the_reader_fail(text):
    document = read(text)

    lines = text.split("\n")
    for problem in document.problems:
        assert problem.code in ("BST002", "YML001", "YML002", "YML003")
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1


NAMES = st.text(alphabet="abcdefgh", min_size=1, max_size=8)


@given(st.dictionaries(NAMES, st.lists(NAMES, min_size=1), min_size=1))
def test_what_was_written_is_read_back(data):
    text = "\n".join(f"{name}: [{', '.join(values)}]" for name, values in data.items())
    document = read(text)

    assert isinstance(document.value, Fields)
    assert {key.text: document.value.texts(key.text) for key, _ in document.value.fields} == {
        name: tuple(values) for name, values in data.items()
    }
