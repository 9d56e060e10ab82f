"""Neighbouring pages that are made and kept together, and what they bring to each other."""

import pytest

from plugins.search.packed import pack
from plugins.search.rows import join_share
from plugins.search.segment import LEAST_PAGES, MOST_SEGMENTS, find_runs

ADDRESSES = [f"/deel-{number // 20:02}/pagina-{number:04}/" for number in range(700)]


def split(addresses):
    return [tuple(addresses[run]) for run in find_runs(addresses)]


def test_every_page_is_in_one_run_and_they_stay_in_order():
    assert [address for run in split(ADDRESSES) for address in run] == ADDRESSES


@pytest.mark.parametrize("changed", ["/deel-17/nieuw/", ADDRESSES[350]], ids=["more", "less"])
def test_a_page_more_or_less_changes_two_runs_at_most(changed):
    others = sorted({*ADDRESSES} ^ {changed})
    assert len({*split(others)} - {*split(ADDRESSES)}) <= 2


@pytest.mark.parametrize(("count", "most"), [(0, 0), (1, 1), (LEAST_PAGES, 4)])
def test_a_small_site_has_few_runs(count, most):
    assert len(split(ADDRESSES[:count])) <= most


def test_a_large_site_has_no_more_runs_than_twice_the_most():
    addresses = [f"/{number:05}/" for number in range(10_000)]
    assert len(split(addresses)) <= 2 * MOST_SEGMENTS


def test_pieces_are_joined_in_order_with_the_numbers_of_their_pages():
    first = {
        "geweld": ([[[0, 2], [1, 1], [5, 6], [1, 1]], (), (), [[0], [1], [2], [8]]], [[(0,), (3,)]])
    }
    second = {"geweld": ([[[1], [2], [7], [1]]], [[(0, 4)]]), "kind": ([(), [[0], [1], [3]]], [()])}
    geweld, kind = join_share([(0, pack(first)), (3, pack(second))])
    assert geweld.term == "geweld"
    assert geweld.numbers == "[[[0,2,2],[1,1,2],[5,6,7],[1,1,1]],[],[],[[0],[1],[2],[8]]]"
    assert geweld.places == "[[[0],[3],[0,4]]]"
    assert geweld.size == 16
    assert (kind.term, kind.numbers, kind.places) == ("kind", "[[],[[3],[1],[3]]]", "[]")
