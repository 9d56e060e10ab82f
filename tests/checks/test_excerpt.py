"""The line of a problem as a screen shows it, the caret below the sign that is meant."""

import pytest

from plugins.checks.excerpt import find_line, make_visible, render_excerpt
from tests.checks.sample import LINES, STOP, UNREAD


@pytest.mark.parametrize(
    ("line", "column", "shown", "caret"),
    [
        ("Een [@bron] hier", 5, "Een [@bron] hier", "    ^"),
        ("Een", 1, "Een", "^"),
        ("Een", 4, "Een", "   ^"),
        ("\tEen", 2, " Een", " ^"),
        ("Een\r", 2, "Een", " ^"),
        ("\U0001f600 een", 3, "\U0001f600 een", "   ^"),
        ("e\u0301\u0301n twee", 5, "e\u0301\u0301n twee", "  ^"),
        ("漢字 een", 4, "漢字 een", "     ^"),
        ("een \x1b[31mrood", 5, "een \ufffd[31mrood", "    ^"),
    ],
)
def test_the_caret_stands_below_the_column(line, column, shown, caret):
    assert render_excerpt(line, column) == (shown, caret)


def test_a_long_line_is_cut_around_the_place():
    line = "x" * 300 + "HIER" + "y" * 300

    shown, caret = render_excerpt(line, 301)

    assert shown.startswith("…x")
    assert shown.endswith("y…")
    assert len(shown) == 78
    assert shown[caret.index("^") :].startswith("HIER")


@pytest.mark.parametrize("column", [1, 40, 41, 76, 77, 150, 200, 201])
def test_wherever_the_place_is_in_a_long_line_the_caret_is_below_it(column):
    line = "".join(chr(0x4E00 + place) if place % 9 == 0 else "x" for place in range(200))

    shown, caret = render_excerpt(line, column)

    width = 0
    for sign in shown:  # wide signs take two cells
        if width == caret.index("^"):
            break
        width += 2 if sign >= "\u4e00" else 1
    assert width == caret.index("^")


@pytest.mark.parametrize(("line", "column"), [("", 1), ("   ", 2), ("een", 9)])
def test_a_place_with_nothing_to_see_has_no_excerpt(line, column):
    assert render_excerpt(line, column) is None


def test_the_line_of_a_file_that_could_not_be_read_is_empty():
    assert find_line(LINES, STOP) == "😀 een [@bron] hier"
    assert find_line(LINES, UNREAD) == ""


def test_what_a_screen_would_obey_is_shown_as_a_sign():
    assert make_visible("a\x1b[2J\nb\u202ec") == "a\ufffd[2J b\ufffdc"
