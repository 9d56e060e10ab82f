"""Leaving fast: the exit link, and every way in which such links are known to fail."""

import time

import pytest
from playwright.sync_api import expect

EXIT = "https://www.knmi.nl/nederland-nu/weer/verwachtingen"


@pytest.fixture
def page(page):
    """A page for which the exit address answers from this machine."""
    page.context.route(
        f"{EXIT}*", lambda route: route.fulfill(body="weer", content_type="text/html")
    )
    return page


def test_the_exit_link_leaves_the_site(page, hub_address):
    page.goto(hub_address + "hulp-nu/")
    page.get_by_role("link", name="Verlaat deze site").click()
    page.wait_for_url(EXIT)


def test_the_exit_link_leaves_the_site_without_javascript(browser, hub_address):
    context = browser.new_context(java_script_enabled=False)
    context.route(f"{EXIT}*", lambda route: route.fulfill(body="weer", content_type="text/html"))
    page = context.new_page()
    page.goto(hub_address)
    page.get_by_role("link", name="Verlaat deze site").click()
    page.wait_for_url(EXIT)
    context.close()


def test_the_exit_address_does_not_learn_where_the_visitor_was(page, hub_address):
    headers = []
    page.on(
        "request", lambda request: headers.append(request.headers) if EXIT in request.url else None
    )
    page.goto(hub_address + "hulp-nu/")
    page.get_by_role("link", name="Verlaat deze site").click()
    page.wait_for_url(EXIT)
    assert headers
    assert all("referer" not in sent for sent in headers)


def test_shift_three_times_leaves_the_site(page, hub_address):
    page.goto(hub_address)
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(EXIT)


@pytest.mark.parametrize("interruption", ["a", "Shift+a", "Tab"])
def test_another_key_between_starts_the_count_again(page, hub_address, interruption):
    page.goto(hub_address)
    for key in ("Shift", "Shift", interruption, "Shift"):
        page.keyboard.press(key)
    expect(page.locator("[data-exit-status]")).to_contain_text("2 keer")
    assert page.url.startswith(hub_address)


def answer_slowly(route):
    """Leave time to see the cover: once the other site answers, this page is gone."""
    time.sleep(0.5)
    route.fulfill(body="weer", content_type="text/html")


WATCH = """
addEventListener('click', () => {
    const cover = document.querySelector('.exit-cover');
    const hidden = document.querySelector("h1").getClientRects().length === 0;
    const field = document.querySelector('input[type=search]');
    const hits = document.querySelectorAll('[data-search-hit]').length;
    tell([cover?.textContent, hidden, field?.value ?? '', hits]);
});
"""


def test_the_page_is_covered_at_once_and_back_shows_it_again(page, hub_address):
    seen = []
    page.context.route(f"{EXIT}*", answer_slowly)
    page.expose_function("tell", lambda *told: seen.extend(told))
    page.add_init_script(WATCH)
    page.goto(hub_address)
    page.get_by_role("link", name="Verlaat deze site").click()
    page.wait_for_url(EXIT)
    assert seen == [["Bezig met laden.", True, "", 0]]
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".exit-cover")).to_have_count(0)


def test_leaving_wipes_what_was_searched(page, hub_address):
    seen = []
    page.context.route(f"{EXIT}*", answer_slowly)
    page.expose_function("tell", lambda *told: seen.extend(told))
    page.add_init_script(WATCH)
    page.goto(hub_address + "zoeken/")
    page.locator("input[type=search]").fill("mijn vader slaat mij")
    expect(page.locator("[data-search-hit]").first).to_be_visible()
    page.get_by_role("link", name="Verlaat deze site").click()
    page.wait_for_url(EXIT)
    assert seen == [["Bezig met laden.", True, "", 0]]


def test_the_exit_link_is_first_after_the_skip_link_and_the_focus_is_seen(page, hub_address):
    page.goto(hub_address + "kosten/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Verlaat deze site")).to_be_focused()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_exit_link_stays_in_sight_uncovered_and_large_enough(page, hub_address, width):
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(hub_address + "handle-with-care/")
    page.mouse.wheel(0, 4000)
    expect(page.get_by_role("heading", level=1)).not_to_be_in_viewport()
    link = page.get_by_role("link", name="Verlaat deze site")
    expect(link).to_be_in_viewport()
    box = link.bounding_box()
    assert box["width"] >= 24
    assert box["height"] >= 24
    link.click(trial=True, timeout=2000)  # fails where something lies over it


def test_print_keeps_the_help_numbers_and_drops_the_exit_link(page, hub_address):
    page.goto(hub_address + "kosten/")
    page.emulate_media(media="print")
    expect(page.get_by_role("link", name="Verlaat deze site")).to_be_hidden()
    expect(page.get_by_text("0800-2000").first).to_be_visible()
