"""One list of sources out of several."""

from graphlib import CycleError

import pytest

from plugins.packs.markup import find_tree
from plugins.packs.sources import SourceEntry, find_sources, merge_sources


def entries(*texts):
    return tuple(SourceEntry(text.casefold(), text) for text in texts)


def keys(*lists):
    return "".join(entry.key for entry in merge_sources(lists))


@pytest.mark.parametrize(
    ("lists", "expected"),
    [
        ((), ""),
        ((entries("A", "B"),), "ab"),
        ((entries("B"), entries("A", "C")), "abc"),
        ((entries("A", "C"), entries("A", "B", "C")), "abc"),
        ((entries("Z", "A"), entries("B")), "bza"),
        ((entries("É"), entries("D", "F")), "déf"),
    ],
)
def test_lists_are_merged_without_doubles_and_in_each_pages_order(lists, expected):
    assert keys(*lists) == expected


def test_pages_that_contradict_one_another_are_our_own_fault():
    with pytest.raises(CycleError):
        merge_sources((entries("A", "B"), entries("B", "A")))


def test_entries_are_found_with_their_key_and_html():
    section = find_tree('<ol><li id="bron-x-1"> <em>Titel</em> &amp; </li><li>los</li></ol>')
    assert find_sources(section) == (SourceEntry("x-1", "<em>Titel</em> &amp;"),)
