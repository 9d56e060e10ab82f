"""The hub's pages as HTML, and the tables derived from all of them: one renderer for the checks and
for the site.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.drawings.markdown import DrawingExtension
from plugins.figures.listing import render_register
from plugins.figures.markdown import FigureExtension
from plugins.glossary.explain import TermExtension
from plugins.glossary.markdown import render_terms
from plugins.hub.hub import Hub
from plugins.hub.usage import Paths, Usage, build_uses, find_usage, relate_pages
from plugins.pages.markdown import Renderer, Rendering
from plugins.pages.page import Page
from plugins.pages.site import Site
from plugins.references.markdown import CitationExtension
from plugins.references.place import Place, find_places
from plugins.references.render import Reference, render_references

# Where terms are not explained: letters are for copying, help stays plain, and the page of terms
# is the explanation.
_PLAIN_KINDS = ("brief", "hulp", "start")
_PLAIN_TEMPLATES = ("begrippen",)


@dataclass(frozen=True, slots=True)
class RenderedHub:
    """`renderings` holds each page's HTML by its path, `places` where each source is cited by its
    key, `related` the paths of pages to read next.
    """

    hub: Hub
    usage: Usage
    references: Mapping[str, Reference]
    renderings: Mapping[str, Rendering]
    places: Mapping[str, tuple[Place, ...]]
    related: Paths

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
    usage = find_usage(hub)
    references = render_references(hub.bibliography)
    renderings = _render_pages(hub, usage, references, base)
    places = find_places({path: rendering.html for path, rendering in renderings.items()})
    citing = {key: tuple({place.path for place in found}) for key, found in places.items()}
    related = relate_pages(hub.reading.pages, usage.figures, usage.terms, citing)
    return RenderedHub(hub, usage, references, renderings, places, related)


def _render_pages(
    hub: Hub, usage: Usage, references: Mapping[str, Reference], base: str
) -> Mapping[str, Rendering]:
    pages = hub.reading.pages
    terms = TermExtension(hub.glossary.terms)
    extensions = [
        CitationExtension(references),
        FigureExtension(hub.register),
        DrawingExtension(),
        terms,
    ]
    texts = {
        "begrippen": render_terms(hub.glossary.terms, build_uses(usage.terms, pages)),
        "cijfers": render_register(hub.register, build_uses(usage.figures, pages)),
    }
    renderer = Renderer(extensions, texts=texts, base=base)
    renderings = {}
    for page in pages:
        terms.active = _explains_terms(page)
        renderings[page.path] = renderer.render(page)
    return renderings


def _explains_terms(page: Page) -> bool:
    kind, language = page.fields.text("soort"), page.fields.text("taal")
    is_dutch = language in ("", "nl")
    return is_dutch and kind not in _PLAIN_KINDS and page.template not in _PLAIN_TEMPLATES
