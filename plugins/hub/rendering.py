"""The hub's pages as HTML, and the tables derived from all of them: one renderer for the checks and
for the site.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from plugins.coalition.markdown import CoalitionExtension
from plugins.core.kept import Kept
from plugins.core.memory import Memory
from plugins.core.problem import Problem
from plugins.costs.markdown import CostExtension
from plugins.drawings.markdown import DrawingExtension
from plugins.figures.listing import find_anchors, render_register
from plugins.figures.markdown import FigureExtension
from plugins.glossary.explain import TermExtension
from plugins.glossary.markdown import render_terms
from plugins.glossary.usage import Spellings, build_spellings
from plugins.hub.costs import find_known
from plugins.hub.facts import Mentions, Uses, find_mentions, find_uses
from plugins.hub.hub import Hub
from plugins.hub.keys import Keys
from plugins.hub.usage import (
    Paths,
    Usage,
    build_uses,
    find_named_sources,
    find_usage,
    relate_pages,
)
from plugins.pages.markdown import Renderer, Rendering
from plugins.pages.page import Page
from plugins.pages.site import Site
from plugins.references.markdown import CitationExtension
from plugins.references.place import Place, find_places, join_places
from plugins.references.render import Reference, render_references
from plugins.region.markdown import RegionExtension

# Where terms are not explained: letters are for copying, help stays plain, and the page of terms
# is the explanation.
_PLAIN_KINDS = ("brief", "hulp", "start")
_PLAIN_TEMPLATES = ("begrippen",)

T = TypeVar("T")


@dataclass(frozen=True)  # without slots: what follows from the hub is kept once it is asked for
class RenderedHub:
    """The hub's pages as HTML, and what follows from all of them; each made when it is first asked
    for, unless `memory` has it. `base` is the path under which the site is served.
    """

    hub: Hub
    base: str = ""
    memory: Memory = field(default_factory=Memory)

    @cached_property
    def keys(self) -> Keys:
        """What the kept results follow from."""
        return Keys(self.hub, self.base)

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """The hub's pages by their path."""
        return {page.path: page for page in self.hub.reading.pages}

    @cached_property
    def mentions(self) -> Mapping[str, Mentions]:
        """What the text of each page tells by itself, by its path."""
        return self._keep("mentions", self.keys.find_text, find_mentions)

    @cached_property
    def uses(self) -> Mapping[str, Uses]:
        """Which figures and terms each page uses, by its path."""

        def find(page: Page) -> Uses:
            return find_uses(page, self.hub, self._spellings)

        return self._keep("uses", self.keys.find_named, find)

    def _keep(
        self, table: str, find_key: Callable[[Page], bytes], make: Callable[[Page], T]
    ) -> Mapping[str, T]:
        """Return what `make` makes of each page, by its path; from the memory where it can."""

        def recall(path: str) -> T:
            page = self.pages[path]
            return self.memory.recall(table, find_key(page), lambda: make(page))

        return Kept(self.pages, recall)

    def _make_ahead(
        self,
        tables: Sequence[str],
        find_key: Callable[[Page], bytes],
        look: Callable[[Page], object],
        what: str,
    ) -> None:
        """Let `look` make what is missing in these tables, on all cores."""
        items = {find_key(page): page for page in self.pages.values()}
        self.memory.make_ahead(tables, items, look, what)

    @cached_property
    def usage(self) -> Usage:
        """Which pages use which figures and terms."""
        self._spellings  # noqa: B018 - made before each process would make them
        find, uses = self.keys.find_named, self.uses
        self._make_ahead(("uses",), find, lambda page: uses[page.path], "Begrippen zoeken")
        return find_usage(self.hub.reading.pages, self.uses)

    @cached_property
    def references(self) -> Mapping[str, Reference]:
        """Every source by its key, as pages show it."""
        works = self.hub.bibliography
        return self.memory.recall(
            "sources", self.keys.bibliography, lambda: render_references(works)
        )

    @cached_property
    def renderings(self) -> Mapping[str, Rendering]:
        """Each page's HTML by its path."""
        return Kept(self.pages, lambda path: self._rendered[path].rendering)

    def render_all(self) -> None:
        """Make the HTML of all pages, in less time than of each when it is asked for."""
        self.prepare()
        find, rendered = self._find_rendered_key, self._rendered
        self._make_ahead(("rendered",), find, lambda page: rendered[page.path], "Pagina’s opmaken")

    @cached_property
    def _rendered(self) -> Mapping[str, "_Rendered"]:
        return self._keep("rendered", self._find_rendered_key, self._render)

    def _find_rendered_key(self, page: Page) -> bytes:
        return self.keys.find_rendered(page, self._texts.get(page.template, ""))

    def render(self, page: Page) -> Rendering:
        """Return a page as HTML, whether it is one of the hub's or a newer one."""
        terms, renderer = self._renderer
        terms.active = _explains_terms(page)
        return renderer.render(page)

    def prepare(self) -> None:
        """Make what `render` needs, so that no page waits for it."""
        self._renderer  # noqa: B018 - asking for it makes it

    def check_all(self, look: Callable[[Page], object]) -> None:
        """Let `look`, which asks for what is wrong with a page and for what it mentions, do so."""
        self._make_ahead(("checked", "mentions"), self.keys.find_named, look, "Teksten nakijken")

    def recall_checked(
        self, page: Page, check: Callable[[], Iterable[Problem]]
    ) -> tuple[Problem, ...]:
        """Return what `check` finds wrong with a page. It must follow from the page and the data
        files, and from nothing else.
        """
        key = self.keys.find_named(page)
        return self.memory.recall("checked", key, lambda: tuple(check()))

    def _render(self, page: Page) -> "_Rendered":
        rendering = self.render(page)
        return _Rendered(rendering, find_places(page.path, rendering.html))

    @cached_property
    def _renderer(self) -> tuple[TermExtension, Renderer]:
        hub, terms = self.hub, TermExtension(self._spellings)
        extensions = [
            CitationExtension(self.references),
            FigureExtension(hub.register),
            DrawingExtension(),
            RegionExtension(hub.region.region),
            CostExtension(hub.costs.model, find_known(hub.register)),
            CoalitionExtension(hub.coalition, hub.lexicon),
            terms,
        ]
        sizes = {
            image.file.removeprefix(f"{hub.folder}/"): size
            for image in hub.images.images
            if (size := image.size)
        }
        return terms, Renderer(extensions, texts=self._texts, base=self.base, sizes=sizes)

    @cached_property
    def _spellings(self) -> Spellings:
        return build_spellings(self.hub.glossary.terms)

    @cached_property
    def _texts(self) -> Mapping[str, str]:
        """The Markdown that closes the pages of a template."""
        hub, usage, pages = self.hub, self.usage, self.hub.reading.pages
        return {
            "begrippen": render_terms(hub.glossary.terms, build_uses(usage.terms, pages)),
            "cijfers": render_register(hub.register, build_uses(usage.figures, pages)),
        }

    @cached_property
    def places(self) -> Mapping[str, tuple[Place, ...]]:
        """Where each source is cited, by its key; to know that, every page is rendered."""
        self.render_all()
        return join_places(self._rendered[path].places for path in sorted(self.pages))

    @cached_property
    def cited(self) -> frozenset[str]:
        """The keys of sources that texts cite; no page needs to be rendered to know them."""
        return find_named_sources(self.hub, self.mentions.values())

    @cached_property
    def related(self) -> Paths:
        """The paths of pages to read next, by the path of each page."""
        citing = {key: tuple({place.path for place in found}) for key, found in self.places.items()}
        return relate_pages(self.hub.reading.pages, self.usage.figures, self.usage.terms, citing)

    @cached_property
    def site(self) -> Site:
        """The pages with all their anchors: those of their text, and those of their template."""
        pages = self.pages
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
        return self.mentions[page.path].anchors | self._find_listed_anchors(page)

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


@dataclass(frozen=True, slots=True)
class _Rendered:
    """A page as HTML, and the sources that it cites, each with its place."""

    rendering: Rendering
    places: tuple[tuple[str, Place], ...]


def render_hub(hub: Hub, base: str = "", memory: Memory | None = None) -> RenderedHub:
    """Return the hub to be rendered; `base` is the path under which the site is served."""
    return RenderedHub(hub, base, memory or Memory())


def _explains_terms(page: Page) -> bool:
    kind, is_dutch = page.fields.text("soort"), page.language == "nl"
    return is_dutch and kind not in _PLAIN_KINDS and page.template not in _PLAIN_TEMPLATES
