"""The feed: what a reader of it sees, and in which order."""

from dataclasses import replace
from datetime import date, timedelta
from xml.etree.ElementTree import Element, fromstring

from plugins.sharing.feed import render_feed
from plugins.sharing.site import SharedPage
from tests.sharing.sample import COSTS, LETTER, MONTH, SITE, START, UNDATED

ATOM = "{http://www.w3.org/2005/Atom}"


def feed_of(*pages: SharedPage) -> Element:
    return fromstring(render_feed(SITE, pages))


def texts(feed: Element, name: str) -> list[str | None]:
    return [element.text for element in feed.findall(f"{ATOM}entry/{ATOM}{name}")]


def test_the_newest_comes_first_and_a_month_counts_from_its_first_day():
    feed = feed_of(LETTER, COSTS, MONTH, START)

    assert texts(feed, "id") == [
        "https://hub.example/regio/",
        "https://hub.example/regio/kosten/",
        "https://hub.example/regio/nieuws/brief/",
        "https://hub.example/regio/nieuws/maand/",
    ]
    assert texts(feed, "updated")[1:] == [
        "2026-11-20T00:00:00Z", "2026-04-09T00:00:00Z", "2026-04-01T00:00:00Z"
    ]  # fmt: skip
    assert feed.findtext(f"{ATOM}updated") == "2026-11-21T00:00:00Z"


def test_the_feed_says_whose_it_is_and_where_it_stands():
    feed = feed_of(COSTS)

    assert feed.findtext(f"{ATOM}title") == "Hub & Co"
    assert feed.findtext(f"{ATOM}subtitle") == "Een voorbeeld."
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Hub & Co"
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {
        "self": "https://hub.example/regio/feed.atom", "alternate": "https://hub.example/regio/"
    }  # fmt: skip


def test_texts_come_out_as_they_went_in_and_news_is_told_apart():
    feed = feed_of(COSTS, LETTER)

    assert texts(feed, "title") == ["Kosten < baten", "Brief"]
    assert texts(feed, "summary") == ["Wat het kost.", "Een brief."]
    terms = [one.get("term") for one in feed.iter(f"{ATOM}category")]
    assert terms == ["gecontroleerd", "nieuws"]


def test_a_page_without_a_date_is_left_out():
    assert texts(feed_of(UNDATED), "id") == []


def test_many_reviewed_pages_do_not_push_out_the_news():
    day = date(2026, 11, 21)
    many = [replace(COSTS, address=f"p{n:02}/", reviewed=day - timedelta(n)) for n in range(30)]

    ids = texts(feed_of(LETTER, *many), "id")

    assert len(ids) == 21
    assert "https://hub.example/regio/p19/" in ids
    assert ids[-1] == "https://hub.example/regio/nieuws/brief/"


def test_the_order_of_the_pages_makes_no_difference():
    assert render_feed(SITE, [COSTS, START, LETTER]) == render_feed(SITE, [LETTER, START, COSTS])
