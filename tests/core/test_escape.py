"""Text that Markdown leaves as it is."""

import pytest
from markdown import Markdown

from plugins.core.escape import escape_markdown


@pytest.mark.parametrize(
    "text", ["[a](b)", "*a* _b_", "`c`", "# kop", "> citaat", "{#a}", "a\\b", "1 < 2 & 3"]
)
def test_markdown_shows_an_escaped_text_as_it_was(text):
    shown = Markdown().convert(escape_markdown(text))

    assert shown.replace("&lt;", "<").replace("&amp;", "&").replace("&gt;", ">") == f"<p>{text}</p>"


def test_the_signs_of_citations_figures_and_tables_are_taken_back_too():
    assert escape_markdown("@a #b |") == "\\@a \\#b \\|"
