"""Every check of the hub in one list."""

from collections.abc import Iterator
from datetime import date

from plugins.core.code import blank_code
from plugins.core.problem import Problem, sort_problems
from plugins.core.source import Source
from plugins.core.tree import check_tree
from plugins.core.yaml import Fields
from plugins.drawings.check import check_drawings
from plugins.figures.check import check_register
from plugins.figures.check_text import (
    check_fields_without_mark,
    check_marks,
    check_typed,
    check_unsourced,
)
from plugins.glossary.check import (
    check_abbreviations,
    check_glossary,
    find_known_abbreviations,
)
from plugins.hub.hub import Hub
from plugins.hub.rendering import RenderedHub
from plugins.packs.check import check_packs
from plugins.pages.check import check_links, check_pages
from plugins.pages.check_text import check_html
from plugins.pages.page import Page
from plugins.pages.site import Site
from plugins.references.check import check_citations, check_fields_without_citation
from plugins.references.check_bibliography import check_bibliography
from plugins.references.check_words import find_words
from plugins.region.check import check_region

# Links in these files count from the page that shows them.
_GLOSSARY_PAGE = "pages/begrippen.md"
_REGISTER_PAGE = "pages/cijfers.md"
_NO_FIELDS = Fields((), 1, 1)


def check_hub(rendered: RenderedHub, today: date) -> tuple[Problem, ...]:
    """Return everything that is wrong with the content, those that stop a publish first."""
    return sort_problems(_find_problems(rendered, today))


def _find_problems(rendered: RenderedHub, today: date) -> Iterator[Problem]:
    hub, site = rendered.hub, rendered.site
    readings = hub.reading, hub.bibliography, hub.glossary, hub.register, hub.region, hub.packs
    for part in readings:
        yield from part.problems
    yield from check_tree(hub.tree, hub.folder)
    yield from check_pages(site)
    yield from _check_texts(hub)
    yield from _check_data_text(hub.glossary.source, _GLOSSARY_PAGE, hub, site)
    yield from _check_data_text(hub.register.source, _REGISTER_PAGE, hub, site)
    yield from check_marks(hub.glossary.source, 0, hub.register)
    yield from check_glossary(hub.glossary)
    yield from check_register(hub.register, hub.bibliography.keys)
    yield from check_bibliography(
        hub.bibliography, today, frozenset(rendered.places), _find_vocabulary(hub)
    )
    yield from check_region(hub.region)
    yield from check_packs(hub.packs, hub.reading.paths)


def _check_texts(hub: Hub) -> Iterator[Problem]:
    """Yield what the features have to say of each page."""
    titles = (located.text("title") for located in hub.bibliography.works)
    known = find_known_abbreviations(hub.glossary.terms, titles)
    yield from check_abbreviations(hub.glossary.source, 0, _NO_FIELDS, known)
    for page in hub.reading.pages:
        place = page.source, page.body_start
        yield from check_citations(*place, hub.bibliography)
        yield from check_fields_without_citation(page.fields, page.source.path)
        yield from check_marks(*place, hub.register)
        yield from check_fields_without_mark(page.fields, page.source.path)
        yield from check_drawings(*place)
        yield from check_abbreviations(*place, page.fields, known)
        yield from _check_numbers(page, hub)


def _check_numbers(page: Page, hub: Hub) -> Iterator[Problem]:
    yield from check_typed(page.source, page.body_start, hub.register)
    yield from check_unsourced(page.source, page.body_start, hub.register)


def _check_data_text(source: Source, page: str, hub: Hub, site: Site) -> Iterator[Problem]:
    """Yield what is wrong with Markdown in a data file that `page` shows."""
    yield from check_links(source, 0, page, site)
    yield from check_html(source, 0, blank_code(source.text))
    yield from check_citations(source, 0, hub.bibliography)


def _find_vocabulary(hub: Hub) -> frozenset[str]:
    """Return the words of the hub's own texts."""
    texts = (page.body for page in hub.reading.pages)
    return frozenset(word for text in texts for word in find_words(text))
