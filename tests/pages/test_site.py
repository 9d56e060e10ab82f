"""Which pages stand above and below a page."""

import pytest

from plugins.core.source import Source
from plugins.pages.page import Page, find_page
from plugins.pages.site import build_relations, parent_addresses


def page_of(path: str, title: str, order: str = "") -> Page:
    text = f"---\ntitel: {title}\nvolgorde: {order}\n---\n"
    found = find_page(path, Source(f"content/{path}", text))
    assert isinstance(found, Page)
    return found


HOME = page_of("pages/index.md", "Start")
CARE = page_of("pages/care/index.md", "Care")
LATER = page_of("pages/care/later.md", "B", "20")
SOONER = page_of("pages/care/sooner.md", "Z", "10")
LAST = page_of("pages/care/last.md", "C")
BEFORE_LAST = page_of("pages/care/zo.md", "A")
DEEP = page_of("pages/care/leeg/diep.md", "Diep")
RELATIONS = build_relations((HOME, CARE, LAST, LATER, BEFORE_LAST, SOONER, DEEP))


@pytest.mark.parametrize(
    ("address", "above"),
    [("", ()), ("a/", ("",)), ("a/b/c/", ("", "a/", "a/b/")), ("404.html", ("",))],
)
def test_the_addresses_above_start_with_the_start_page(address, above):
    assert parent_addresses(address) == above


def test_children_stand_in_their_order_and_then_by_title():
    assert RELATIONS.find_children(CARE) == (SOONER, LATER, BEFORE_LAST, LAST)


@pytest.mark.parametrize("page", [HOME, DEEP])
def test_the_start_page_and_a_page_with_nothing_below_have_no_children(page):
    assert RELATIONS.find_children(page) == ()


@pytest.mark.parametrize(
    ("page", "above"), [(HOME, ()), (CARE, (HOME,)), (LATER, (HOME, CARE)), (DEEP, (HOME, CARE))]
)
def test_breadcrumbs_leave_out_a_gap_in_the_addresses(page, above):
    assert RELATIONS.find_breadcrumbs(page) == above
