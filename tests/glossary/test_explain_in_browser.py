"""An explanation in a real browser without JavaScript: by pointer, and by keyboard alone."""

from pathlib import Path

import pytest
from markdown import Markdown

from plugins.assets.stylesheet import read_stylesheet
from plugins.glossary.explain import TermExtension
from plugins.glossary.term import Term
from plugins.glossary.usage import build_spellings

CSS = Path(__file__).parents[2] / "theme" / "static" / "css"
TERM = Term("huiselijke kring", "", "Familie en huisgenoten.", (), 1, 1)
TEXT = "[Begin](#begin)\n\nWie tot de huiselijke kring hoort, staat in de wet.\n\n[Eind](#eind)"


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 360, "height": 640}, java_script_enabled=False)
    page = context.new_page()
    html = Markdown(
        extensions=[TermExtension(build_spellings([TERM]))], output_format="html"
    ).convert(TEXT)
    page.set_content(
        f"<!DOCTYPE html><html lang=nl><style>{read_stylesheet(CSS)}</style>"
        f"<body><main class=tekst>{html}</main></body></html>"
    )
    yield page
    context.close()


def is_open(page) -> bool:
    return page.locator(".begrip__uitleg").is_visible()


def find_focus(page) -> str:
    focused = page.locator(":focus")
    return focused.get_attribute("aria-label") or focused.inner_text()


def test_a_click_on_the_word_opens_it_and_one_beside_it_closes_it(page):
    assert not is_open(page)

    page.locator(".begrip").click()
    assert is_open(page)
    assert page.locator(".begrip__uitleg").inner_text() == (
        "huiselijke kring: Familie en huisgenoten. Begrippenlijst\nSluiten"
    )

    page.mouse.click(350, 5)
    assert not is_open(page)


def test_the_keyboard_alone_opens_it_reads_on_and_comes_back(page):
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert find_focus(page) == "Uitleg: huiselijke kring"

    page.keyboard.press("Enter")
    assert is_open(page)
    page.keyboard.press("Tab")
    assert find_focus(page) == "Begrippenlijst"
    page.keyboard.press("Tab")
    assert find_focus(page) == "Sluiten"
    page.keyboard.press("Enter")
    assert not is_open(page)
    assert find_focus(page) == "Uitleg: huiselijke kring"

    page.keyboard.press("Space")
    assert is_open(page)
    page.keyboard.press("Escape")
    assert not is_open(page)
    page.keyboard.press("Tab")
    assert find_focus(page) == "Eind"


def test_it_leaves_the_strip_with_the_exit_link_free(page):
    page.locator(".begrip").click()
    box = page.locator(".begrip__uitleg").bounding_box()

    assert box["y"] > 200
    assert box["y"] + box["height"] == pytest.approx(640, abs=1)


def test_paper_shows_the_word_alone(page):
    page.locator(".begrip").click()
    page.emulate_media(media="print")

    assert page.locator(".begrip").is_visible()
    assert not is_open(page)


def test_the_sentence_copies_as_it_was_written(page):
    copied = page.evaluate(
        """() => {
            const selection = getSelection();
            selection.selectAllChildren(document.querySelectorAll('main p')[1]);
            return selection.toString();
        }"""
    )

    assert copied == "Wie tot de huiselijke kring hoort, staat in de wet."
