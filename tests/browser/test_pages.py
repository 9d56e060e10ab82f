"""Every page in a real browser, as a visitor opens it."""

import pytest
from playwright.sync_api import expect


@pytest.fixture
def complaints(page):
    """What the browser complains of: errors, refusals by the security policy, failed requests."""
    found = []
    page.on("console", lambda message: found.append(message.text) if is_bad(message) else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("requestfailed", lambda request: found.append(request.url))
    return found


def is_bad(message):
    return message.type in {"error", "warning"}


def addresses(hub):
    for path in hub.pages:
        yield path.relative_to(hub.output).as_posix().removesuffix("index.html")


def test_no_page_draws_a_complaint_or_asks_another_host(page, hub, hub_address, complaints):
    hosts = set()
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    for address in addresses(hub):
        page.goto(hub_address + address, wait_until="networkidle")
        assert complaints == [], address
    assert hosts == {hub_address.split("/")[2]}


@pytest.mark.parametrize("width", [320, 768])
def test_no_page_scrolls_sideways(page, hub, hub_address, width):
    page.set_viewport_size({"width": width, "height": 800})
    for address in addresses(hub):
        page.goto(hub_address + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_a_visit_leaves_no_cookie_and_nothing_in_storage(page, hub, hub_address):
    for address in addresses(hub):
        page.goto(hub_address + address)
    assert page.context.cookies() == []
    kept = page.evaluate(
        """async () => [
            localStorage.length,
            sessionStorage.length,
            (await indexedDB.databases()).length,
            (await caches.keys()).length,
            (await navigator.serviceWorker.getRegistrations()).length,
        ]"""
    )
    assert kept == [0, 0, 0, 0, 0]


@pytest.mark.parametrize(
    ("card", "heading"),
    [
        ("Ik ben raadslid", "Handle with Care voor raadsleden"),
        ("Ik werk op een school", "Starten met Handle with Care op school"),
        ("Ik werk bij een gemeente", "Handle with Care opzetten in uw gemeente"),
    ],
)
def test_the_start_page_sends_each_audience_on_in_one_tap(page, hub_address, card, heading):
    page.goto(hub_address)
    page.get_by_role("link", name=card).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)


def test_a_citation_leads_to_its_source_on_the_page(page, hub_address):
    page.goto(hub_address + "handle-with-care/")
    page.locator("a.verwijzing").first.click()
    expect(page.locator("#bron-ghnt-2018")).to_be_in_viewport()


def test_a_page_that_is_not_there_still_has_its_ways_on(page, hub_address):
    page.goto(hub_address + "404.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("Deze pagina is er niet")
    expect(page.get_by_role("link", name="112").first).to_be_visible()


def test_the_menu_opens_without_javascript(browser, hub_address):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(hub_address)
    page.locator(".menu summary").click()
    page.get_by_role("link", name="Kosten", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wat Handle with Care kost")
    context.close()
