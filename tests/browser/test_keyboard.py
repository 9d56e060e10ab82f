"""A visit without a mouse: through the menu, a guide, the search and the downloads."""

import pytest
from playwright.sync_api import expect


@pytest.fixture
def phone(page):
    """A page at phone width, where the menu is folded."""
    page.set_viewport_size({"width": 390, "height": 800})
    return page


def press_until(page, key, locator, most=120):
    """Press a key until `locator` has the focus."""
    for _ in range(most):
        page.keyboard.press(key)
        if locator.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"{most} × {key} does not reach {locator}")


def test_the_skip_link_leads_past_strip_and_menu(page, hub_address):
    page.goto(hub_address + "kosten/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_menu_opens_and_leads_on(phone, hub_address):
    phone.goto(hub_address)
    press_until(phone, "Tab", phone.locator(".menu summary"))
    phone.keyboard.press("Enter")
    link = phone.locator(".menu a").last
    target = link.evaluate("link => link.href")
    press_until(phone, "Tab", link)
    phone.keyboard.press("Enter")
    phone.wait_for_url(target)
    expect(phone.get_by_role("heading", level=1)).to_be_visible()


def test_a_folded_menu_holds_no_stops(phone, hub_address):
    phone.goto(hub_address)
    press_until(phone, "Tab", phone.locator(".menu summary"))
    phone.keyboard.press("Tab")
    assert phone.evaluate("document.activeElement.closest('.menu') === null")


def test_the_contents_of_a_guide_lead_to_its_steps(phone, hub_address, kinds):
    phone.goto(hub_address + kinds["page gids"])
    press_until(phone, "Tab", phone.locator(".toc summary"))
    phone.keyboard.press("Enter")
    entry = phone.locator(".toc a").nth(1)
    target = entry.evaluate("entry => decodeURIComponent(entry.hash).slice(1)")
    press_until(phone, "Tab", entry)
    phone.keyboard.press("Enter")
    heading = phone.locator(f"[id='{target}']")
    expect(heading).to_be_in_viewport()
    strip = phone.locator(".safety__bar").bounding_box()
    assert heading.bounding_box()["y"] >= strip["y"] + strip["height"]
    phone.keyboard.press("Tab")
    assert heading.evaluate(
        "heading => !!(heading.compareDocumentPosition(document.activeElement)"
        " & Node.DOCUMENT_POSITION_FOLLOWING)"
    ), "the next stop lies after the heading"


def test_a_search_is_made_and_its_first_page_opened(page, hub_address):
    page.goto(hub_address)
    press_until(page, "Tab", page.locator("header input[type=search]"))
    page.keyboard.type("kosten gemeente")
    hit = page.locator("[data-search-hit] a").first
    expect(hit).to_be_visible()
    title = hit.inner_text()
    press_until(page, "Tab", hit)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_a_file_is_downloaded(page, hub_address):
    page.goto(hub_address + "downloads/")
    link = page.locator("main a[href$='.docx']").first
    press_until(page, "Tab", link)
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    assert link.get_attribute("href").endswith(waiting.value.suggested_filename)


def test_an_explanation_opens_closes_and_gives_the_focus_back(page, hub_address):
    page.goto(hub_address + "handle-with-care/")
    button = page.locator("[popovertarget]").first
    press_until(page, "Tab", button)
    page.keyboard.press("Enter")
    shown = page.locator(":popover-open")
    expect(shown).to_be_visible()
    page.keyboard.press("Escape")
    expect(shown).to_have_count(0)
    expect(button).to_be_focused()
