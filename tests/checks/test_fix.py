"""Fixes worked into texts: only where the text is what the fix was made for."""

from dataclasses import replace

import pytest

from plugins.checks.fix import Change, find_changes, render_diff
from plugins.core.problem import Fix
from tests.checks.sample import FILE, FIXED, STOP


def mend(text, *problems):
    changes = find_changes(problems, {FILE: text})
    return changes[0].after if changes else text


def fix(line, column, old, new):
    return replace(STOP, line=line, column=column, fix=Fix(old, new))


@pytest.mark.parametrize(
    ("text", "problems", "mended"),
    [
        ("a\nwaarde: 1,500\n", [FIXED], "a\nwaarde: 1.500\n"),
        ("a\r\nwaarde: 1,500\r\n", [FIXED], "a\r\nwaarde: 1.500\r\n"),
        ("een", [fix(1, 4, "", "\n")], "een\n"),
        ("een\r\ntwee", [fix(2, 5, "", "\n")], "een\r\ntwee\r\n"),
        ("a'b'c", [fix(1, 2, "'", "’"), fix(1, 4, "'", "’")], "a’b’c"),
        ("a'b", [fix(1, 2, "'", "’"), fix(1, 2, "'", "‘")], "a’b"),
        ("abcd", [fix(1, 1, "abc", "x"), fix(1, 2, "bc", "y")], "xd"),
        ("\U0001f600 'x", [fix(1, 3, "'", "’")], "\U0001f600 ’x"),
    ],
)
def test_a_fix_replaces_what_stands_at_its_place(text, problems, mended):
    assert mend(text, *problems) == mended


@pytest.mark.parametrize(
    "text", ["", "a\nwaarde: '1,500'\n", "a\nwaarde: 1.500\n", "een regel", "\n\n\n"]
)
def test_a_fix_for_another_text_changes_nothing(text):
    assert mend(text, FIXED) == text


def test_a_problem_without_a_fix_changes_nothing():
    assert find_changes((STOP,), {FILE: "a\nb\nc\n"}) == ()


def test_the_diff_is_one_that_git_reads():
    change = Change(FILE, "een\ntwee\ndrie", "een\n2\ndrie\n")
    assert render_diff((change,)).splitlines() == [
        "--- a/content/pages/a.md",
        "+++ b/content/pages/a.md",
        "@@ -1,3 +1,3 @@",
        " een",
        "-twee",
        "-drie",
        "\\ Geen regeleinde aan het eind van het bestand",
        "+2",
        "+drie",
    ]
