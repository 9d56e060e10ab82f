"""The hub's pages as HTML, and the tables derived from all of them: one renderer for the checks and
for the site.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from plugins.coalition.markdown import CoalitionExtension
from plugins.core.kept import Kept
from plugins.costs.markdown import CostExtension
from plugins.drawings.markdown import DrawingExtension
from plugins.figures.listing import find_anchors, render_register
from plugins.figures.markdown import FigureExtension
from plugins.glossary.explain import TermExtension
from plugins.glossary.markdown import render_terms
from plugins.hub.costs import find_known
from plugins.hub.hub import Hub
from plugins.hub.usage import (
    Paths,
    Usage,
    build_uses,
    find_named_sources,
    find_usage,
    relate_pages,
)
from plugins.pages.anchors import find_told_anchors
from plugins.pages.markdown import Renderer, Rendering
from plugins.pages.page import Page
from plugins.pages.site import Site
from plugins.references.markdown import CitationExtension
from plugins.references.place import Place, find_places
from plugins.references.render import Reference, render_references
from plugins.region.markdown import RegionExtension

# Where terms are not explained: letters are for copying, help stays plain, and the page of terms
# is the explanation.
_PLAIN_KINDS = ("brief", "hulp", "start")
_PLAIN_TEMPLATES = ("begrippen",)


@dataclass(frozen=True)  # without slots: what follows from the hub is kept once it is asked for
class RenderedHub:
    """The hub's pages as HTML, and what follows from all of them; each made when it is first asked
    for. `base` is the path under which the site is served.
    """

    hub: Hub
    base: str = ""

    @cached_property
    def usage(self) -> Usage:
        """Which pages use which figures and terms."""
        return find_usage(self.hub)

    @cached_property
    def references(self) -> Mapping[str, Reference]:
        """Every source by its key, as pages show it."""
        return render_references(self.hub.bibliography)

    @cached_property
    def renderings(self) -> Mapping[str, Rendering]:
        """Each page's HTML by its path."""
        pages = {page.path: page for page in self.hub.reading.pages}
        terms = TermExtension(self.hub.glossary.terms)
        renderer = self._build_renderer(terms)

        def render(path: str) -> Rendering:
            terms.active = _explains_terms(pages[path])
            return renderer.render(pages[path])

        return Kept(pages, render)

    def _build_renderer(self, terms: TermExtension) -> Renderer:
        hub, usage = self.hub, self.usage
        extensions = [
            CitationExtension(self.references),
            FigureExtension(hub.register),
            DrawingExtension(),
            RegionExtension(hub.region.region),
            CostExtension(hub.costs.model, find_known(hub.register)),
            CoalitionExtension(hub.coalition, hub.lexicon),
            terms,
        ]
        pages = hub.reading.pages
        texts = {
            "begrippen": render_terms(hub.glossary.terms, build_uses(usage.terms, pages)),
            "cijfers": render_register(hub.register, build_uses(usage.figures, pages)),
        }
        sizes = {
            image.file.removeprefix(f"{hub.folder}/"): size
            for image in hub.images.images
            if (size := image.size)
        }
        return Renderer(extensions, texts=texts, base=self.base, sizes=sizes)

    @cached_property
    def places(self) -> Mapping[str, tuple[Place, ...]]:
        """Where each source is cited, by its key; to know that, every page is rendered."""
        return find_places({path: found.html for path, found in self.renderings.items()})

    @property
    def cited(self) -> frozenset[str]:
        """The keys of sources that pages cite. Where the texts name every source, no page needs to
        be rendered to know that they are cited.
        """
        named = find_named_sources(self.hub)
        return named if self.hub.bibliography.keys <= named else frozenset(self.places)

    @cached_property
    def related(self) -> Paths:
        """The paths of pages to read next, by the path of each page."""
        citing = {key: tuple({place.path for place in found}) for key, found in self.places.items()}
        return relate_pages(self.hub.reading.pages, self.usage.figures, self.usage.terms, citing)

    @cached_property
    def site(self) -> Site:
        """The pages with all their anchors: those of their text, and those of their template."""
        pages = {page.path: page for page in self.hub.reading.pages}
        return Site(
            pages=self.hub.reading.pages,
            unread=self.hub.reading.unread,
            anchors=Kept(pages, lambda path: self._find_anchors(pages[path])),
            files=self.hub.files,
            told=Kept(pages, lambda path: self._find_told_anchors(pages[path])),
        )

    def _find_anchors(self, page: Page) -> frozenset[str]:
        return self.renderings[page.path].anchors | self._find_listed_anchors(page)

    def _find_told_anchors(self, page: Page) -> frozenset[str]:
        return find_told_anchors(page.body) | self._find_listed_anchors(page)

    def _find_listed_anchors(self, page: Page) -> frozenset[str]:
        """Return the anchors of what the page's template lists."""
        hub = self.hub
        if page.template == "bronnen":
            return frozenset(located.key for located in hub.bibliography.works)
        if page.template == "downloads":
            return frozenset(pack.id for pack in hub.packs.packs)
        if page.template == "begrippen":
            return frozenset(term.id for term in hub.glossary.terms)
        if page.template == "cijfers":
            return find_anchors(hub.register)
        return frozenset()


def render_hub(hub: Hub, base: str = "") -> RenderedHub:
    """Return the hub to be rendered; `base` is the path under which the site is served."""
    return RenderedHub(hub, base)


def _explains_terms(page: Page) -> bool:
    kind, is_dutch = page.fields.text("soort"), page.language == "nl"
    return is_dutch and kind not in _PLAIN_KINDS and page.template not in _PLAIN_TEMPLATES
