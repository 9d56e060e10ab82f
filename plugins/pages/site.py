"""All pages together: what exists and where, as one frozen value that the checks and templates
read.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plugins.pages.page import Page


@dataclass(frozen=True, slots=True)
class Site:
    """`anchors` holds the anchors of each page by its path; `files` the other files of content/.

    `unread` holds the paths of pages that exist but could not be read: nothing is known of their
    anchors.
    """

    pages: tuple[Page, ...]
    unread: frozenset[str]
    anchors: Mapping[str, frozenset[str]]
    files: frozenset[str]


def parent_addresses(address: str) -> tuple[str, ...]:
    """Return the addresses above `address`, the start page first: ``a/b/`` gives ``("", "a/")``."""
    parts = address.strip("/").split("/")
    if not address:
        return ()
    return ("", *("/".join(parts[:count]) + "/" for count in range(1, len(parts))))


@dataclass(frozen=True, slots=True)
class Relations:
    """Which page stands at each address, and which pages right below it, in their order."""

    by_address: Mapping[str, Page]
    below: Mapping[str, tuple[Page, ...]]

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


def build_relations(pages: Iterable[Page]) -> Relations:
    """Return how `pages` stand to one another, from one pass over them."""
    by_order = sorted(pages, key=lambda page: (page.order, page.title))
    below: dict[str, list[Page]] = defaultdict(list)
    for page in by_order:
        for parent in parent_addresses(page.address)[-1:]:
            below[parent].append(page)
    children = {address: tuple(found) for address, found in below.items()}
    return Relations({page.address: page for page in by_order}, children)
