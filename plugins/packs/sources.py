"""The source lists of several pages as one list, in an order that keeps each page's own."""

from plugins.core.dutch import sort_key
from plugins.packs.markup import Element, find_elements, find_text


def find_sources(section: Element) -> tuple[Element, ...]:
    """Return the entries (`<li id="bron-KEY">`) of one page's source list."""
    return find_elements(section, lambda element: element.get("id").startswith("bron-"))


def merge_sources(lists: tuple[tuple[Element, ...], ...]) -> tuple[Element, ...]:
    """Return each source once, in an order that no page contradicts; the alphabet breaks ties.

    The pages' own order knows more than the alphabet: which of two works of one year is "a".
    Raises ValueError when two pages contradict one another.
    """
    waiting = [found for found in lists if found]
    merged: list[Element] = []
    while waiting:
        behind = {entry.get("id") for found in waiting for entry in found[1:]}
        free = (found[0] for found in waiting if found[0].get("id") not in behind)
        first = min(free, key=_rank)
        merged.append(first)
        rest = (found[found[0].get("id") == first.get("id") :] for found in waiting)
        waiting = [found for found in rest if found]
    return tuple(merged)


def _rank(entry: Element) -> tuple[tuple[str, str], str]:
    return sort_key(find_text(entry)), entry.get("id")
