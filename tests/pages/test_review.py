"""When pages were read against their sources, and which of them are overdue."""

import json
from datetime import date

import pytest

from plugins.core.problem import Problem
from plugins.core.source import Source
from plugins.pages.page import Page, find_page
from plugins.pages.review import check_review, find_reviews, render_reviews

TODAY = date(2027, 1, 31)


def make_page(before: str, reviewed: str = "2026-01-01", name: str = "a", title: str = "A") -> Page:
    dates = f"gecontroleerd: {reviewed}\nherzien_voor: {before}\n"
    page = find_page(
        f"pages/{name}.md",
        Source(f"content/pages/{name}.md", f"---\ntitel: {title}\n{dates}---\nTekst.\n"),
    )
    assert isinstance(page, Page)
    return page


@pytest.mark.parametrize(
    ("before", "overdue"),
    [("2027-01-30", True), ("2027-01-31", True), ("2027-02-01", False)],
)
def test_a_review_is_overdue_from_the_day_before_which_it_was_due(before, overdue):
    (review,) = find_reviews([make_page(before)], TODAY)

    assert review.overdue is overdue


def test_those_that_are_due_first_stand_in_front_and_a_page_without_dates_has_no_review():
    pages = [
        make_page("2028-01-01", name="c"),
        make_page("2027-01-01", name="b"),
        make_page("2027-01-01", name="a"),
        make_page("binnenkort", name="d"),
        make_page("2027-01-01", reviewed="", name="e"),
    ]

    assert [review.address for review in find_reviews(pages, TODAY)] == ["a/", "b/", "c/"]


def test_an_overdue_review_is_advice_at_its_field():
    assert list(check_review(make_page("2027-01-01"), TODAY)) == [
        Problem(
            "content/pages/a.md", 4, 15, "PAG019",
            "deze pagina moest vóór 1 januari 2027 zijn nagelopen",
            "Loop de tekst na naast de bronnen; zet dan bij «gecontroleerd» en «herzien_voor» "
            "nieuwe dagen.",
            stops=False,
        )
    ]  # fmt: skip


def test_a_review_of_a_day_still_to_come_is_advice():
    assert list(check_review(make_page("2028-01-01", reviewed="2027-02-01"), TODAY)) == [
        Problem(
            "content/pages/a.md", 3, 16, "PAG020", "«gecontroleerd» ligt in de toekomst",
            "Zet er de dag waarop iemand de tekst naliep, uiterlijk 2027-01-31.", stops=False,
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "reviewed"),
    [("2027-02-01", "2027-01-31"), ("morgen", "2026-01-01"), ("2020-01-01", "")],
)
def test_a_review_in_time_and_dates_that_are_no_dates_give_nothing(before, reviewed):
    assert list(check_review(make_page(before, reviewed), TODAY)) == []


def test_the_list_is_json_with_full_addresses_and_an_owner_once_they_are_known():
    reviews = find_reviews([make_page("2027-01-01", title="Één")], TODAY)

    assert json.loads(render_reviews(reviews, "https://hub.example", "GGD")) == [
        {
            "title": "Één",
            "url": "https://hub.example/a/",
            "last_reviewed_on": "2026-01-01",
            "review_by": "2027-01-01",
            "overdue": True,
            "owner": "GGD",
        }
    ]
    (without,) = json.loads(render_reviews(reviews, "", ""))
    assert (without["url"], without["owner"]) == ("/a/", None)
