"""Leaving fast: the exit link, and every way in which such links are known to fail."""

import time
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

EXIT = "https://www.knmi.nl/nederland-nu/weer/verwachtingen"


def answer(route):
    route.fulfill(body="<title>weer</title>weer", content_type="text/html")


def answer_slowly(route):
    """Leave time to see the cover: once the other site answers, this page is gone."""
    time.sleep(0.5)
    answer(route)


@pytest.fixture
def page(page):
    """A page for which the exit address answers from this machine."""
    page.context.route(f"{EXIT}*", answer)
    return page


@pytest.fixture
def fresh_page(fresh_page):
    """A fresh one, likewise."""
    fresh_page.context.route(f"{EXIT}*", answer)
    return fresh_page


def exit_link(page):
    return page.get_by_role("link", name="Verlaat deze site")


def announced(page):
    return page.locator("[data-exit-status]")


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


# ---- The link ----------------------------------------------------------------------------------


def test_the_exit_link_leaves_the_site_in_the_same_tab(fresh_page, hub_address):
    page = fresh_page
    page.goto(hub_address + "hulp-nu/")
    length = page.evaluate("history.length")
    exit_link(page).click()
    page.wait_for_url(EXIT)
    assert len(page.context.pages) == 1
    assert page.evaluate("history.length") == length + 1


def test_the_exit_link_leaves_the_site_without_javascript(browser, hub_address):
    context = browser.new_context(java_script_enabled=False)
    context.route(f"{EXIT}*", answer)
    page = context.new_page()
    page.goto(hub_address)
    exit_link(page).click()
    page.wait_for_url(EXIT)
    context.close()


def test_the_exit_link_leaves_the_site_when_its_script_does_not_arrive(page, hub_address):
    page.context.route("**/*.js", lambda route: route.abort())
    page.goto(hub_address)
    exit_link(page).click()
    page.wait_for_url(EXIT)


@pytest.mark.parametrize("keys", [("Tab", "Tab", "Enter"), ("Shift", "Shift", "Shift")])
def test_the_keyboard_leaves_the_site(page, hub_address, keys):
    page.goto(hub_address)
    press(page, *keys)
    page.wait_for_url(EXIT)


def test_the_exit_address_does_not_learn_where_the_visitor_was(page, hub_address):
    headers = []
    page.on(
        "request", lambda request: headers.append(request.headers) if EXIT in request.url else None
    )
    page.goto(hub_address + "hulp-nu/")
    exit_link(page).click()
    page.wait_for_url(EXIT)
    assert headers
    assert all("referer" not in sent for sent in headers)


@pytest.mark.parametrize("keys", [(), ("Shift", "Shift", "Shift")], ids=["click", "keys"])
def test_leaving_breaks_no_rule_of_the_content_security_policy(fresh_page, hub_address, keys):
    page = fresh_page
    refused = []
    page.context.route(f"{EXIT}*", answer_slowly)
    page.expose_function("tell", lambda address: refused.append(address))
    page.add_init_script(
        "document.addEventListener('securitypolicyviolation', event => tell(event.blockedURI))"
    )
    page.on("console", lambda message: refused.append(message.text))
    page.goto(hub_address)
    if keys:
        press(page, *keys)
    else:
        exit_link(page).click()
    page.wait_for_url(EXIT)
    assert refused == []


def test_the_exit_link_comes_right_after_the_skip_link(page, hub_address):
    page.goto(hub_address + "kosten/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    page.keyboard.press("Tab")
    expect(exit_link(page)).to_be_focused()


# Phone, tablet, desk; and a desk at 200 % and at 400 %, which is a window of 320 by 256.
WINDOWS = [(320, 700), (768, 1024), (1280, 900), (640, 512), (320, 256)]


@pytest.mark.parametrize(("width", "height"), WINDOWS)
def test_the_exit_link_stays_in_sight_uncovered_and_large_enough(page, hub_address, width, height):
    page.set_viewport_size({"width": width, "height": height})
    page.goto(hub_address + "handle-with-care/")
    page.mouse.wheel(0, 4000)
    expect(page.get_by_role("heading", level=1)).not_to_be_in_viewport()
    link = exit_link(page)
    expect(link).to_be_in_viewport(ratio=1)
    box = link.bounding_box()
    assert min(box["width"], box["height"]) >= 24
    assert box["height"] < height / 4, "the text keeps most of the window"
    link.click(trial=True, timeout=2000)  # fails where something lies over it


def test_what_opens_does_not_cover_the_exit_link(page, hub_address):
    page.set_viewport_size({"width": 320, "height": 500})
    page.goto(hub_address + "handle-with-care/")
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    exit_link(page).click(trial=True, timeout=2000)
    popover = page.locator("[popover]").first
    popover.evaluate("one => one.showPopover()")
    expect(popover).to_be_visible()
    exit_link(page).click(trial=True, timeout=2000)


def test_text_of_twice_the_size_leaves_the_exit_link_in_sight(page, hub_address):
    page.set_viewport_size({"width": 640, "height": 800})
    page.goto(hub_address + "handle-with-care/")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    page.mouse.wheel(0, 4000)
    expect(page.get_by_role("heading", level=1)).not_to_be_in_viewport()
    expect(exit_link(page)).to_be_in_viewport(ratio=1)
    exit_link(page).click(trial=True, timeout=2000)


def test_print_keeps_the_help_numbers_and_drops_the_exit_link(page, hub_address):
    page.goto(hub_address + "kosten/")
    page.emulate_media(media="print")
    expect(exit_link(page)).to_be_hidden()
    expect(page.get_by_text("0800-2000").first).to_be_visible()


# ---- Shift, three times ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "interruption", ["a", "Shift+a", "Tab", "Shift+Tab", "Escape", "Control", "CapsLock"]
)
def test_another_key_between_starts_the_count_again(page, hub_address, interruption):
    page.goto(hub_address)
    press(page, "Shift", "Shift", interruption, "Shift")
    expect(announced(page)).to_contain_text("2 keer")
    assert page.url.startswith(hub_address)


@pytest.mark.parametrize("chord", ["Control+Shift", "Alt+Shift", "Shift+A", "Shift+ArrowRight"])
def test_shift_with_another_key_does_not_count(page, hub_address, chord):
    page.goto(hub_address)
    press(page, chord, chord, chord)
    assert page.evaluate("document.querySelector('[data-presses]')?.dataset.presses") in {"0", None}
    assert page.url.startswith(hub_address)


def test_shift_held_down_counts_once_when_it_is_let_go(page, hub_address):
    page.goto(hub_address)
    for _ in range(5):
        page.keyboard.down("Shift")
    expect(announced(page)).to_be_empty()
    page.keyboard.up("Shift")
    expect(announced(page)).to_contain_text("2 keer")


def test_shift_while_clicking_does_not_count(page, hub_address):
    page.goto(hub_address)
    for _ in range(3):
        page.keyboard.down("Shift")
        page.get_by_role("heading", level=1).click()
        page.keyboard.up("Shift")
    expect(announced(page)).to_be_empty()
    assert page.url.startswith(hub_address)


def test_capitals_in_the_search_field_stay_there(page, hub_address):
    page.goto(hub_address + "zoeken/")
    page.locator("main input[type=search]").focus()
    press(page, "Shift+V", "Shift+T", "Shift+H", "Shift+W")
    expect(page.locator("main input[type=search]")).to_have_value("VTHW")
    assert page.url.startswith(hub_address)


def test_shift_three_times_leaves_from_within_the_search_field(page, hub_address):
    page.goto(hub_address + "zoeken/")
    page.locator("main input[type=search]").focus()
    press(page, "Shift", "Shift", "Shift")
    page.wait_for_url(EXIT)


def test_shift_three_times_leaves_from_within_an_open_explanation(page, hub_address):
    page.goto(hub_address + "handle-with-care/")
    page.locator("[popover]").first.evaluate("one => one.showPopover()")
    press(page, "Shift", "Shift", "Shift")
    page.wait_for_url(EXIT)


def test_each_press_is_announced_and_five_seconds_of_rest_end_the_count(own_page, hub_address):
    page = own_page
    page.clock.install(time=0)
    page.goto(hub_address)
    page.clock.pause_at(60_000)
    page.keyboard.press("Shift")
    expect(announced(page)).to_contain_text("nog 2 keer")
    page.clock.run_for(4900)
    page.keyboard.press("Shift")
    expect(announced(page)).to_contain_text("nog 1 keer")
    page.clock.run_for(5100)
    expect(announced(page)).to_contain_text("gestopt")
    page.keyboard.press("Shift")
    expect(announced(page)).to_contain_text("nog 2 keer")
    assert page.url.startswith(hub_address)


def test_a_click_after_shift_still_leaves(page, hub_address):
    page.goto(hub_address)
    press(page, "Shift", "Shift")
    exit_link(page).click()
    page.wait_for_url(EXIT)


def test_escape_and_shift_twice_stay(page, hub_address):
    page.goto(hub_address)
    press(page, "Escape", "Escape", "Escape", "Shift", "Shift")
    expect(announced(page)).to_contain_text("nog 1 keer")
    assert page.url == hub_address


# ---- The cover, and Back -----------------------------------------------------------------------

WATCH = """
addEventListener('click', () => {
    const cover = document.querySelector('.exit-cover');
    const { width, height } = cover.getBoundingClientRect();
    const all = [...document.querySelectorAll('body *')];
    const rest = all.filter(one => one !== cover && one.checkVisibility());
    tell({
        cover: cover.textContent,
        fills: width >= innerWidth && height >= innerHeight,
        rest: rest.length,
        query: document.querySelector('main input[type=search]')?.value ?? '',
        hits: document.querySelectorAll('[data-search-hit]').length,
    });
});
"""

COVERED = {"cover": "Bezig met laden.", "fills": True, "rest": 0, "query": "", "hits": 0}


def leave_watched(page):
    """Leave by click; return what was on the page right after it."""
    seen = []
    page.context.route(f"{EXIT}*", answer_slowly)
    page.expose_function("tell", lambda told: seen.append(told))
    page.evaluate(WATCH)
    exit_link(page).click()
    page.wait_for_url(EXIT)
    return seen


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_covered_at_once_and_back_shows_it_again(fresh_page, hub_address, scheme):
    page = fresh_page
    page.emulate_media(color_scheme=scheme)
    page.goto(hub_address)
    assert leave_watched(page) == [COVERED]
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".exit-cover")).to_have_count(0)


def test_back_after_three_shifts_shows_the_page_and_counts_from_nought(page, hub_address):
    page.goto(hub_address)
    press(page, "Shift", "Shift", "Shift")
    page.wait_for_url(EXIT)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    press(page, "Shift", "Shift")
    expect(announced(page)).to_contain_text("nog 1 keer")
    assert page.url == hub_address


ANNOUNCED = """
new MutationObserver(records => {
    for (const record of records) for (const node of record.addedNodes) {
        if (node.parentElement?.matches?.('.exit-cover')) tell('text');
        if (node.matches?.('.exit-cover[role=alert]')) tell('alert');
    }
}).observe(document, { childList: true, subtree: true });
"""


def test_the_cover_is_there_before_its_words_so_that_they_are_read_out(fresh_page, hub_address):
    page = fresh_page
    told = []
    page.context.route(f"{EXIT}*", answer_slowly)
    page.expose_function("tell", lambda word: told.append(word))
    page.goto(hub_address)
    page.evaluate(ANNOUNCED)
    exit_link(page).click()
    page.wait_for_url(EXIT)
    assert told == ["alert", "text"]


def test_leaving_wipes_what_was_searched(fresh_page, hub_address):
    page = fresh_page
    page.goto(hub_address + "zoeken/")
    page.locator("main input[type=search]").fill("mijn vader slaat mij")
    expect(page.locator("[data-search-hit]").first).to_be_visible()
    assert leave_watched(page) == [COVERED]
    page.go_back()
    expect(page.locator("main input[type=search]")).to_have_value("")
    assert "slaat" not in urlsplit(page.url).geturl()
