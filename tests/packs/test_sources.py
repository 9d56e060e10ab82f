"""One list of sources out of several."""

import pytest

from plugins.packs.markup import Element, find_tree, render_tree
from plugins.packs.sources import find_sources, merge_sources


def entries(*texts):
    return tuple(Element("li", (("id", f"bron-{text.casefold()}"),), (text,)) for text in texts)


def keys(*lists):
    return "".join(entry.get("id").removeprefix("bron-") for entry in merge_sources(lists))


@pytest.mark.parametrize(
    ("lists", "expected"),
    [
        ((), ""),
        ((entries("A", "B"),), "ab"),
        ((entries("B"), entries("A", "C")), "abc"),
        ((entries("A", "C"), entries("A", "B", "C")), "abc"),
        ((entries("Z", "A"), entries("B")), "bza"),
        ((entries("Z", "A"), entries("A", "C")), "zac"),
        ((entries("É"), entries("D", "F")), "déf"),
    ],
)
def test_lists_are_merged_without_doubles_and_in_each_pages_order(lists, expected):
    assert keys(*lists) == expected


def test_pages_that_contradict_one_another_are_our_own_fault():
    with pytest.raises(ValueError, match="empty"):
        merge_sources((entries("A", "B"), entries("B", "A")))


def test_entries_are_found_by_their_id():
    entry = '<li id="bron-x-1"><em>Titel</em> &amp;</li>'
    (found,) = find_sources(find_tree(f"<ol>{entry}<li>los</li></ol>"))
    assert render_tree(found) == entry
