"""What each kept result is made of: one place decides whether it can be used again.

A key is the digest of everything that a result follows from; the memory adds the code and the
libraries. What many pages share counts whole: one entry of the bibliography changes every page's
key, because an entry can change the labels of others.
"""

from dataclasses import dataclass
from functools import cached_property

from plugins.core.memory import find_key
from plugins.hub.hub import Hub
from plugins.pages.page import Page
from plugins.pages.site import Site


@dataclass(frozen=True)  # without slots: what is asked for is kept
class Keys:
    """The keys of a hub that is served under the path `base`."""

    hub: Hub
    base: str

    @cached_property
    def bibliography(self) -> bytes:
        """What the entries of all sources follow from."""
        works = self.hub.bibliography.works
        return find_key(*(source.text for source in dict.fromkeys(work.source for work in works)))

    @cached_property
    def shared(self) -> bytes:
        """What every page follows from: the data files, the sizes of images, the address."""
        texts = (part for source in self.hub.data for part in (source.path, source.text))
        sizes = (f"{image.file} {image.size}" for image in self.hub.images.images)
        return find_key(self.base, find_key(*texts), find_key(*sizes))

    def find_page(self, page: Page, more: str = "") -> bytes:
        """Return what one page follows from; `more` is Markdown that its template adds."""
        return find_key(self.shared, page.path, page.source.path, page.source.text, more)

    def find_site(self, site: Site) -> bytes:
        """Return what the links of any page follow from: which pages, anchors and files exist."""
        pages = (find_key(path, *sorted(site.anchors[path])) for path in sorted(site.anchors))
        return find_key(*pages, b"", *sorted(site.files), b"", *sorted(site.unread))
