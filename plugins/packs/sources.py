"""The source lists of several pages as one list, in an order that keeps each page's own."""

from dataclasses import dataclass
from graphlib import TopologicalSorter
from heapq import heapify, heappop, heappush
from itertools import pairwise

from plugins.core.dutch import sort_key
from plugins.packs.markup import Element, find_elements, find_text, find_tree, render_tree


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One source as a page lists it: its citation key and its HTML."""

    key: str
    html: str


def find_sources(section: Element) -> tuple[SourceEntry, ...]:
    """Return the entries (`<li id="bron-KEY">`) of one page's source list."""
    items = find_elements(section, lambda element: element.get("id").startswith("bron-"))
    return tuple(
        SourceEntry(item.get("id").removeprefix("bron-"), _render_inside(item)) for item in items
    )


def merge_sources(lists: tuple[tuple[SourceEntry, ...], ...]) -> tuple[SourceEntry, ...]:
    """Return each source once, in an order that no page contradicts; the alphabet breaks ties.

    The pages' own order knows more than the alphabet: which of two works of one year is "a".
    """
    entries = {entry.key: entry for found in reversed(lists) for entry in found}
    order: TopologicalSorter[str] = TopologicalSorter(dict.fromkeys(entries, ()))
    for found in lists:
        for before, after in pairwise(found):
            order.add(after.key, before.key)
    return tuple(entries[key] for key in _sort(order, entries))


def _render_inside(item: Element) -> str:
    return "".join(map(render_tree, item.children)).strip()


def _sort(order: TopologicalSorter[str], entries: dict[str, SourceEntry]) -> list[str]:
    texts = {key: find_text(find_tree(entry.html)) for key, entry in entries.items()}
    ranks = {key: (sort_key(text), key) for key, text in texts.items()}
    order.prepare()
    ready = [ranks[key] for key in order.get_ready()]
    heapify(ready)
    done: list[str] = []
    while ready:
        _, key = heappop(ready)
        done.append(key)
        order.done(key)
        for released in order.get_ready():
            heappush(ready, ranks[released])
    return done
