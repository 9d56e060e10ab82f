"""The ways on that single pages offer, in a real browser."""

import pytest
from playwright.sync_api import expect


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


# The characters of each line but the last of every paragraph.
COUNT_CHARACTERS = """paragraphs => paragraphs.flatMap((paragraph) => {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const lines = [];
    let low = -Infinity;
    while (walker.nextNode()) {
        for (let at = 0; at < walker.currentNode.length; at += 1) {
            range.setStart(walker.currentNode, at);
            range.setEnd(walker.currentNode, at + 1);
            const [box] = range.getClientRects();
            if (!box) continue;
            if (box.top > low + 12) lines.push(0);
            low = Math.max(low, box.top);
            lines[lines.length - 1] += 1;
        }
    }
    return lines.slice(0, -1);
})"""


def test_a_line_of_running_text_holds_no_more_than_75_characters(page, hub_address):
    page.set_viewport_size({"width": 1440, "height": 900})
    lines = []
    for address in ("handle-with-care/", "kosten/", "raadsleden/"):
        page.goto(hub_address + address)
        lines += page.locator(".tekst > p:not([class])").evaluate_all(COUNT_CHARACTERS)
    assert len(lines) > 50
    assert 60 < sum(lines) / len(lines) <= 75
