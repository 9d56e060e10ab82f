"""Searching the hub in a real browser, and the same order as Whoosh itself."""

import re

import pytest
from playwright.sync_api import expect

from plugins.search.answer import search_index

QUERIES = (
    "kosten gemeente", "wat kost het", "kindermishandeling", "meldcode", "Veilig Thuis",
    "0800-2000", "brief aan ouders", "HwC", "privacy", "signaal school", "48 uur",
    "mijn vader slaat mij", "raadslid", "leerplicht minuten", "coalitieakkoord", "schol",
    "zzzqqq",
)  # fmt: skip


def shown(page):
    return page.locator("[data-search-hit]").evaluate_all(
        "hits => hits.map(hit => hit.querySelector('a').getAttribute('href'))"
    )


def ask(page, query):
    page.locator("input[type=search]").fill(query)
    status = page.locator("main [role=status]").first
    expect(status).to_have_text(re.compile("resulta|Niets gevonden"))


def test_a_search_finds_a_page_and_opens_it(page, hub_address):
    page.goto(hub_address + "zoeken/")
    ask(page, "kosten gemeente")
    expect(page.locator("[data-search-results] [data-search-hit]").first).to_be_visible()
    page.locator("[data-search-hit] a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wat Handle with Care kost")


@pytest.mark.parametrize("query", QUERIES)
def test_the_browser_and_whoosh_give_the_same_order(page, hub, hub_address, query):
    expected = [hit.url for hit in search_index(hub.project / ".build" / "index", query, limit=10)]
    page.goto(hub_address + "zoeken/")
    ask(page, query)
    found = [link.replace("..", "", 1) for link in shown(page)][:10]
    assert found == expected


def test_a_query_stays_out_of_the_address_the_history_and_the_title(page, hub_address):
    page.goto(hub_address + "zoeken/")
    length = page.evaluate("history.length")
    ask(page, "mijn vader slaat mij")
    page.keyboard.press("Enter")
    assert page.url == hub_address + "zoeken/"
    assert page.evaluate("history.length") == length
    assert "slaat" not in page.title()


def test_the_help_box_stands_above_the_results(page, hub_address):
    page.goto(hub_address + "zoeken/")
    ask(page, "zzzqqq")
    expect(page.locator(".help-box")).to_be_visible()
    assert shown(page) == []
