"""The report for someone at a screen."""

from plugins.checks.report_text import render_text
from tests.checks.sample import ADVICE, ALL, FIXED, LINES, STOP, UNREAD


def test_problems_are_grouped_by_file_with_their_line_a_caret_and_what_to_do():
    assert render_text((STOP, UNREAD, ADVICE), LINES).split("\n") == [
        "content/pages/a.md",
        "  1:1 PAG006 (advies) de samenvatting is lang",
        "      │ titel: a",
        "      │ ^",
        "      Kort haar in.",
        "  3:12 REF001 de bron ontbreekt",
        "      │ 😀 een [@bron] hier",
        "      │             ^",
        "      Voeg haar toe.",
        "",
        "content/weg.yaml",
        "  1:1 REF001 de bron ontbreekt",
        "      Voeg haar toe.",
        "",
    ]


def test_files_stand_in_the_order_of_their_first_problem():
    text = render_text((UNREAD, FIXED, STOP), LINES)
    assert [line for line in text.split("\n") if line.startswith("content/")] == [
        "content/weg.yaml",
        "content/pages/a.md",
    ]


def test_nothing_wrong_is_nothing_told():
    assert render_text((), LINES) == ""


def test_no_text_of_an_editor_can_steer_the_screen_or_start_a_line():
    text = render_text(ALL, LINES)
    assert "\x1b" not in text
    assert "\r" not in text
    assert not any(line.startswith("::") for line in text.split("\n"))
