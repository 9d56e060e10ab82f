"""All pages together: what exists and where, as one frozen value that the checks and templates
read.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from plugins.pages.page import Page


@dataclass(frozen=True, slots=True)
class Site:
    """`anchors` holds the anchors of each page by its path; `files` the other files of content/.

    `unread` holds the paths of pages that exist but could not be read: nothing is known of their
    anchors. `told` holds those anchors that are known before a page is rendered.
    """

    pages: tuple[Page, ...]
    unread: frozenset[str]
    anchors: Mapping[str, frozenset[str]]
    files: frozenset[str]
    told: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def has_anchor(self, path: str, anchor: str) -> bool:
        """Tell whether the page at `path` has an anchor; renders it only when its text does not
        tell.
        """
        told = self.told.get(path, frozenset())
        return anchor in told or anchor in self.anchors.get(path, frozenset())


def parent_addresses(address: str) -> tuple[str, ...]:
    """Return the addresses above `address`, the start page first: ``a/b/`` gives ``("", "a/")``."""
    parts = address.strip("/").split("/")
    if not address:
        return ()
    return ("", *("/".join(parts[:count]) + "/" for count in range(1, len(parts))))


@dataclass(frozen=True, slots=True)
class Neighbours:
    """A page's place in a series: its number, from 1, how many there are, who stand beside it."""

    number: int
    total: int
    previous: Page | None
    next: Page | None


@dataclass(frozen=True, slots=True)
class Relations:
    """Which page stands at each address, which pages right below it in their order, and what is
    read before and after each page, by its path.
    """

    by_address: Mapping[str, Page]
    below: Mapping[str, tuple[Page, ...]]
    neighbours: Mapping[str, Neighbours]

    def find_children(self, page: Page) -> tuple[Page, ...]:
        """Return the pages right below `page`; of the start page none, as all are below it."""
        return self.below.get(page.address, ()) if page.address else ()

    def find_family(self, page: Page) -> frozenset[str]:
        """Return the paths of the pages above and right below `page`, which it links to anyway."""
        family = (*self.find_breadcrumbs(page), *self.find_children(page))
        return frozenset(other.path for other in family)

    def find_breadcrumbs(self, page: Page) -> tuple[Page, ...]:
        """Return the pages above `page`, the start page first; a gap in them is left out."""
        above = parent_addresses(page.address)
        return tuple(self.by_address[address] for address in above if address in self.by_address)

    def find_neighbours(self, page: Page) -> Neighbours | None:
        """Return the place of `page` in its series, or None when it is in none."""
        return self.neighbours.get(page.path)

    def find_action_line(self, page: Page) -> str:
        """Return the number of the action line that `page` is about; empty for none."""
        nearest = (page, *reversed(self.find_breadcrumbs(page)))
        return next((text for one in nearest if (text := one.fields.text("actielijn"))), "")


def build_relations(pages: Iterable[Page]) -> Relations:
    """Return how `pages` stand to one another, from one pass over them."""
    by_order = sorted(pages, key=lambda page: (page.order, page.title))
    below: dict[str, list[Page]] = defaultdict(list)
    for page in by_order:
        for parent in parent_addresses(page.address)[-1:]:
            below[parent].append(page)
    children = {address: tuple(found) for address, found in below.items()}
    by_address = {page.address: page for page in by_order}
    neighbours = {
        path: place
        for address, found in children.items()
        if address in by_address
        for path, place in _find_places(_find_series(by_address[address], found))
    }
    return Relations(by_address, children, neighbours)


def _find_series(above: Page, pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """Return what is read in order of the pages right below `above`: all those of an overview, else
    the guides. News has an order of its own.
    """
    if above.address and above.fields.text("soort") == "overzicht":
        return tuple(page for page in pages if not page.moment)
    return tuple(page for page in pages if page.fields.text("soort") == "gids")


def _find_places(series: tuple[Page, ...]) -> Iterator[tuple[str, Neighbours]]:
    if len(series) < 2:
        return
    around = (None, *series, None)
    for number, page in enumerate(series, 1):
        place = Neighbours(number, len(series), around[number - 1], around[number + 1])
        yield page.path, place
