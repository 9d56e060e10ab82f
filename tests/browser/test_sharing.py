"""What a page says of itself to programs that share or index it."""

import json

from tests.conftest import SUBPATH

SITE = f"https://hub.example{SUBPATH}"


def find_content(page, name):
    return page.locator(f'meta[property="{name}"]').get_attribute("content")


def find_linked_data(page):
    return json.loads(page.locator('script[type="application/ld+json"]').text_content())


def test_a_page_names_its_own_address_and_what_a_shared_link_shows(page, hub_address):
    page.goto(hub_address + "kosten/")
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    assert canonical == find_content(page, "og:url") == f"{SITE}/kosten/"
    assert find_content(page, "og:title") == "Wat Handle with Care kost"
    assert find_content(page, "og:image") == f"{SITE}/delen.png"
    assert page.request.get(hub_address + "delen.png").headers["content-type"] == "image/png"


def test_a_page_for_someone_in_danger_is_shared_under_its_neutral_title(page, hub_address):
    page.goto(hub_address + "hulp-nu/")
    assert find_content(page, "og:title") == "Telefoonnummers"
    assert find_linked_data(page)["name"] == "Telefoonnummers"


def test_linked_data_tells_where_a_page_stands_and_the_browser_reports_nothing(page, hub_address):
    refused = []
    page.on("console", lambda message: refused.append(message.text))
    page.goto(hub_address + "actielijnen/specifieke-groepen/loverboys/")
    data = find_linked_data(page)
    assert [one["position"] for one in data["breadcrumb"]["itemListElement"]] == [1, 2, 3, 4]
    assert data["breadcrumb"]["itemListElement"][1]["item"] == f"{SITE}/actielijnen/"
    assert refused == []


def test_a_page_that_is_not_there_is_neither_indexed_nor_shared(page, hub_address):
    page.goto(hub_address + "404.html")
    assert page.locator('meta[name=robots][content="noindex"]').count() == 1
    assert page.locator("link[rel=canonical], meta[property], [type*=json]").count() == 0


def test_the_feed_that_a_page_names_is_there(page, hub_address):
    page.goto(hub_address + "nieuws/")
    feed = page.locator('link[type="application/atom+xml"]').get_attribute("href")
    answer = page.request.get(hub_address + "nieuws/" + feed)
    assert answer.status == 200
    assert "<feed xmlns=" in answer.text()
