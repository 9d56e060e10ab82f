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
    def data(self) -> bytes:
        """What every page may name: all that the data files hold."""
        return find_key(*(part for source in self.hub.data for part in (source.path, source.text)))

    @cached_property
    def _frame(self) -> bytes:
        sizes = (f"{image.file} {image.size}" for image in self.hub.images.images)
        return find_key(self.base, self.data, *sizes)

    def find_text(self, page: Page) -> bytes:
        """Return what follows from the text of a page alone."""
        return find_key(page.path, page.source.path, page.source.text)

    def find_named(self, page: Page) -> bytes:
        """Return what follows from a page and all that it may name."""
        return find_key(self.data, self.find_text(page))

    def find_rendered(self, page: Page, added: str) -> bytes:
        """Return what the HTML of a page follows from; `added` is Markdown of its template."""
        return find_key(self._frame, self.find_text(page), added)
