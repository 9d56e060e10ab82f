"""Every check of the hub in one list."""

from collections.abc import Iterator

from plugins.core.code import blank_code
from plugins.core.problem import Problem, sort_problems
from plugins.core.tree import check_tree
from plugins.glossary.check import check_glossary
from plugins.hub.hub import Hub
from plugins.hub.rendering import RenderedHub
from plugins.packs.check import check_packs
from plugins.pages.check import check_links, check_pages
from plugins.pages.check_text import check_html
from plugins.pages.site import Site
from plugins.references.bibliography import FILE as BIBLIOGRAPHY_FILE
from plugins.references.check import (
    check_bibliography,
    check_citations,
    check_fields_without_citation,
)
from plugins.region.check import check_region

_GLOSSARY_PAGE = "pages/begrippen.md"  # links in begrippen.yaml count from here


def check_hub(rendered: RenderedHub) -> tuple[Problem, ...]:
    """Return everything that is wrong with the content, those that stop a publish first."""
    return sort_problems(_find_problems(rendered.hub, rendered.site))


def _find_problems(hub: Hub, site: Site) -> Iterator[Problem]:
    for part in (hub.reading, hub.bibliography, hub.glossary, hub.region, hub.packs):
        yield from part.problems
    yield from check_tree(hub.tree, hub.folder)
    yield from check_pages(site)
    yield from check_links(hub.glossary.source, 0, _GLOSSARY_PAGE, site)
    yield from check_html(hub.glossary.source, 0, blank_code(hub.glossary.source.text))
    yield from check_bibliography(hub.bibliography, f"{hub.folder}/{BIBLIOGRAPHY_FILE}")
    for page in hub.reading.pages:
        yield from check_citations(page.source, page.body_start, hub.bibliography)
        yield from check_fields_without_citation(page.fields, page.source.path)
    yield from check_citations(hub.glossary.source, 0, hub.bibliography)
    yield from check_glossary(hub.glossary)
    yield from check_region(hub.region)
    yield from check_packs(hub.packs, hub.reading.paths)
