"""From an offset in a text to a line and a column."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.problem import Problem
from plugins.core.source import Source


@pytest.mark.parametrize(
    ("offset", "place"),
    [(0, (1, 1)), (2, (1, 3)), (3, (2, 1)), (4, (3, 1)), (5, (3, 2)), (6, (3, 3))],
)
def test_an_offset_becomes_a_line_and_a_column_from_one(offset, place):
    assert Source("a.md", "ab\n\nëf").position(offset) == place


@given(st.text(alphabet="a\n\r\u2028é"))
def test_lines_are_counted_as_editors_count_them(text):
    source = Source("a.md", text)
    expected = [
        (line, column)
        for line, row in enumerate(text.split("\n"), 1)
        for column in range(1, len(row) + 2)
    ]
    assert [source.position(offset) for offset in range(len(text) + 1)] == expected


def test_a_problem_of_a_source_carries_its_file_and_place():
    source = Source("content/a.md", "een\ntwee")

    assert source.problem(6, "PAG001", "wat", "Doe dit.", stops=False) == Problem(
        "content/a.md", 2, 3, "PAG001", "wat", "Doe dit.", False
    )
