"""Markup put together at random: cleaned, none of it runs in a real browser; and the hub's own HTML
passes the cleaner unchanged.
"""

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.core.limits import find_overload
from plugins.core.safe_html import clean_html, spell_alike
from plugins.core.source import Source
from plugins.core.yaml import Fields
from plugins.hub.hub import read_hub
from plugins.hub.rendering import render_hub
from plugins.pages.check_text import may_be_cleaned
from plugins.pages.markdown import Renderer
from plugins.pages.page import Page
from tests.core.test_safe_html import MARKUP
from tests.project import ROOT
from tests.safety.arena import read_vectors

MARKDOWN = st.lists(
    st.one_of(
        st.sampled_from(
            [*"[]()!*_`|#>&\\\"' \n", "\n\n", "    ", "- ", "1. ", "](", "![a](b.png)"]
        ),
        st.sampled_from(
            ["|---|---|\n", '!!! kern "x"\n    ', ":   ", "<https://x.nl>", "[x]: y\n"]
        ),
        st.sampled_from(["&eacute;", "&#60;", "&#1;", "javascript:alert(1)", "a", "{#x}", "{.y}"]),
        st.sampled_from([one.markup for one in read_vectors() if "{" not in one.markup]),
    ),
    max_size=25,
).map("".join)


def test_composed_markup_does_not_run_when_cleaned(arena):
    composed: list[str] = []

    @settings(max_examples=250)
    @given(st.lists(st.sampled_from([one.markup for one in read_vectors()]), max_size=3), MARKUP)
    def compose(vectors, markup):
        composed.append(clean_html("".join((*vectors, markup))))

    compose()
    assert arena.fight({f"pieces {n}": "\n".join(composed[n::10]) for n in range(10)}) == set()


@settings(max_examples=150)
@given(MARKDOWN)
def test_text_without_braces_gives_nothing_to_clean(body):
    """So that a check needs to render only pages with braces."""
    source = Source("content/pages/a.md", body)
    page = Page("pages/a.md", source, Fields((), 1, 1), 0)
    if find_overload(source) is None and not may_be_cleaned(page):
        assert Renderer().render(page).cleaned is None


def test_the_cleaner_changes_no_byte_of_the_hub():
    rendered = render_hub(read_hub(ROOT / "content"))

    pages = rendered.renderings
    assert [path for path in pages if pages[path].cleaned is not None] == []
    sources = rendered.references
    assert [key for key in sources if spell_alike(sources[key].html) != sources[key].html] == []
    assert len(pages) > 80
