"""All pages together: what exists and where, as one frozen value that the checks and templates
read.
"""

from collections.abc import Mapping
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


def find_children(page: Page, pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """Return the pages right below `page`, in their order."""
    below = [
        other
        for other in pages
        if other.address and parent_addresses(other.address)[-1] == page.address and page.address
    ]
    return tuple(sorted(below, key=lambda other: (other.order, other.title)))


def find_breadcrumbs(page: Page, pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """Return the pages above `page`, the start page first; a gap in the addresses is left out."""
    by_address = {other.address: other for other in pages}
    above = parent_addresses(page.address)
    return tuple(by_address[address] for address in above if address in by_address)
