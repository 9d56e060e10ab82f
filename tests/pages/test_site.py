"""Which pages stand above and below a page."""

import pytest

from plugins.core.source import Source
from plugins.pages.page import Page, find_page
from plugins.pages.site import Neighbours, build_relations, parent_addresses


def page_of(path: str, title: str, order: str = "", kind: str = "uitleg", more: str = "") -> Page:
    text = f"---\ntitel: {title}\nvolgorde: {order}\nsoort: {kind}\n{more}\n---\n"
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


LINE = page_of("pages/lijn/index.md", "Lijn", "1", "overzicht", "actielijn: 2")
FIRST = page_of("pages/lijn/een.md", "Een", "1")
SECOND = page_of("pages/lijn/twee.md", "Twee", "2", "gids")
THIRD = page_of("pages/lijn/drie.md", "Drie", "3", "uitleg", "actielijn: 3")
NEWS = page_of("pages/lijn/nieuws.md", "Nieuws", "4", "nieuws", "datum: 2026")
GUIDE = page_of("pages/care/gids.md", "Gids", "30", "gids")
OTHER_GUIDE = page_of("pages/care/gids-b.md", "Gids B", "40", "gids")
LONELY = page_of("pages/alleen.md", "Alleen", "1", "gids")
SERIES = build_relations(
    (HOME, CARE, LATER, LINE, FIRST, SECOND, THIRD, NEWS, GUIDE, OTHER_GUIDE, LONELY)
)


@pytest.mark.parametrize(
    ("page", "place"),
    [
        (FIRST, Neighbours(1, 3, None, SECOND)),
        (SECOND, Neighbours(2, 3, FIRST, THIRD)),
        (THIRD, Neighbours(3, 3, SECOND, None)),
        (GUIDE, Neighbours(1, 2, None, OTHER_GUIDE)),
        (OTHER_GUIDE, Neighbours(2, 2, GUIDE, None)),
        (LATER, None),  # no guide, and below no overview
        (NEWS, None),  # has an order of its own
        (LONELY, None),
        (HOME, None),
    ],
)
def test_pages_below_an_overview_and_guides_beside_one_another_are_read_in_order(page, place):
    assert SERIES.find_neighbours(page) == place


@pytest.mark.parametrize(("page", "line"), [(LINE, "2"), (FIRST, "2"), (THIRD, "3"), (LATER, "")])
def test_a_page_is_about_the_nearest_action_line_above_it(page, line):
    assert SERIES.find_action_line(page) == line
