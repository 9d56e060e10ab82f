"""When a person last read each page against its sources, when that is due again, and for which
pages that day has passed.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from plugins.core.dutch import render_date
from plugins.core.problem import Problem
from plugins.pages.page import Page


@dataclass(frozen=True, slots=True)
class Review:
    """A page's review; `overdue` tells whether `before` has come without one. `path` counts from
    content/, `address` from the root of the site.
    """

    path: str
    address: str
    title: str
    reviewed: date
    before: date
    overdue: bool


def find_reviews(pages: Iterable[Page], today: date) -> tuple[Review, ...]:
    """Return the reviews of `pages`, those that are due first in front; a page without sound dates
    has none.
    """
    found = (review for page in pages if (review := find_review(page, today)))
    return tuple(sorted(found, key=lambda review: (review.before, review.address)))


def find_review(page: Page, today: date) -> Review | None:
    """Return the review of one page, or None when its dates are no dates."""
    reviewed, before = page.date("gecontroleerd"), page.date("herzien_voor")
    if reviewed is None or before is None:
        return None
    return Review(page.path, page.address, page.title, reviewed, before, before <= today)


def check_review(page: Page, today: date) -> Iterator[Problem]:
    """Yield advice when a page's review is overdue, or said to be of a day still to come."""
    review = find_review(page, today)
    if review and review.overdue:
        yield _problem(
            page, "herzien_voor", "PAG019",
            f"deze pagina moest vóór {render_date(review.before)} zijn nagelopen",
            "Loop de tekst na naast de bronnen; zet dan bij «gecontroleerd» en «herzien_voor» "
            "nieuwe dagen.",
        )  # fmt: skip
    if review and review.reviewed > today:
        yield _problem(
            page, "gecontroleerd", "PAG020", "«gecontroleerd» ligt in de toekomst",
            f"Zet er de dag waarop iemand de tekst naliep, uiterlijk {today.isoformat()}.",
        )  # fmt: skip


def _problem(page: Page, field: str, code: str, message: str, hint: str) -> Problem:
    place = page.fields.get(field) or page.fields
    return Problem(page.source.path, place.line, place.column, code, message, hint, stops=False)


def render_reviews(reviews: Iterable[Review], site: str, owner: str) -> str:
    """Return the reviews as JSON, with the names that GOV.UK's Tech Docs Template gives them.

    `site` is the public address, or empty: addresses then count from the root of the site.
    """
    pages = [
        {
            "title": review.title,
            "url": f"{site}/{review.address}",
            "last_reviewed_on": review.reviewed.isoformat(),
            "review_by": review.before.isoformat(),
            "overdue": review.overdue,
            "owner": owner or None,
        }
        for review in reviews
    ]
    return json.dumps(pages, ensure_ascii=False, indent=2) + "\n"
