"""The hub's pages as HTML, and the tables derived from all of them: one renderer for the checks and
for the site.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.glossary.markdown import render_terms
from plugins.hub.hub import Hub
from plugins.pages.markdown import Renderer, Rendering
from plugins.pages.page import Page
from plugins.pages.site import Site
from plugins.references.markdown import CitationExtension
from plugins.references.render import Reference, find_citing, render_references


@dataclass(frozen=True, slots=True)
class RenderedHub:
    """`renderings` holds each page's HTML by its path, `citing` the paths of the pages that cite a
    source by its key.
    """

    hub: Hub
    references: Mapping[str, Reference]
    renderings: Mapping[str, Rendering]
    citing: Mapping[str, tuple[str, ...]]

    @property
    def site(self) -> Site:
        """The pages with all their anchors: those of their text, and those of their template."""
        return Site(
            pages=self.hub.reading.pages,
            unread=self.hub.reading.unread,
            anchors={page.path: self._find_anchors(page) for page in self.hub.reading.pages},
            files=self.hub.files,
        )

    def _find_anchors(self, page: Page) -> frozenset[str]:
        listed = {
            "bronnen": frozenset(self.references),
            "downloads": frozenset(pack.id for pack in self.hub.packs.packs),
        }
        return self.renderings[page.path].anchors | listed.get(page.template, frozenset())


def render_hub(hub: Hub, base: str = "") -> RenderedHub:
    """Render every page; `base` is the path under which the site is served."""
    pages = hub.reading.pages
    references = render_references(hub.bibliography)
    texts = {"begrippen": render_terms(hub.glossary.terms)}
    renderer = Renderer([CitationExtension(references)], texts=texts, base=base)
    return RenderedHub(
        hub,
        references,
        {page.path: renderer.render(page) for page in pages},
        find_citing({page.path: page.full_text(texts) for page in pages}),
    )
