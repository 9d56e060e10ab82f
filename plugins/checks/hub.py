"""The whole content read once, and every check of the hub in one list."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from plugins.core.code import blank_code
from plugins.core.files import find_files
from plugins.core.problem import Problem, sort_problems
from plugins.core.tree import Entry, check_tree, read_tree
from plugins.glossary.check import check_glossary
from plugins.glossary.markdown import render_terms
from plugins.glossary.term import Glossary, read_glossary
from plugins.packs.check import check_packs
from plugins.packs.pack import PackReading, read_packs
from plugins.pages.check import check_links, check_pages
from plugins.pages.check_text import check_html
from plugins.pages.markdown import Renderer
from plugins.pages.page import Page, Reading, read_pages
from plugins.pages.site import Site
from plugins.references.bibliography import FILE as BIBLIOGRAPHY_FILE
from plugins.references.bibliography import Bibliography, read_bibliography
from plugins.references.check import (
    check_bibliography,
    check_citations,
    check_fields_without_citation,
)
from plugins.references.markdown import CitationExtension
from plugins.references.render import render_references
from plugins.region.check import check_region
from plugins.region.region import RegionFile, read_region

_GLOSSARY_PAGE = "pages/begrippen.md"  # links in begrippen.yaml count from here


@dataclass(frozen=True, slots=True)
class Hub:
    """Everything that editors wrote, as frozen values; `root` is the content folder."""

    root: Path
    tree: tuple[Entry, ...]
    reading: Reading
    bibliography: Bibliography
    glossary: Glossary
    region: RegionFile
    packs: PackReading


def read_hub(root: Path) -> Hub:
    """Read the content folder `root`."""
    return Hub(
        root,
        read_tree(root),
        read_pages(root),
        read_bibliography(root),
        read_glossary(root),
        read_region(root),
        read_packs(root),
    )


def check_hub(hub: Hub) -> tuple[Problem, ...]:
    """Return everything that is wrong with the content, those that stop a publish first."""
    return sort_problems(_find_problems(hub))


def _find_problems(hub: Hub) -> Iterator[Problem]:
    for part in (hub.reading, hub.bibliography, hub.glossary, hub.region, hub.packs):
        yield from part.problems
    yield from check_tree(hub.tree, hub.root.name)
    site = _build_site(hub)
    yield from check_pages(site)
    yield from check_links(hub.glossary.source, 0, _GLOSSARY_PAGE, site)
    yield from check_html(hub.glossary.source, 0, blank_code(hub.glossary.source.text))
    yield from check_bibliography(hub.bibliography, f"{hub.root.name}/{BIBLIOGRAPHY_FILE}")
    for page in hub.reading.pages:
        yield from check_citations(page.source, page.body_start, hub.bibliography)
        yield from check_fields_without_citation(page.fields, page.source.path)
    yield from check_citations(hub.glossary.source, 0, hub.bibliography)
    yield from check_glossary(hub.glossary)
    yield from check_region(hub.region)
    yield from check_packs(hub.packs, hub.reading.paths)


def _build_site(hub: Hub) -> Site:
    """Return the pages with all their anchors: those of their text, and those of their template."""
    references = render_references(hub.bibliography)
    texts = {"begrippen": render_terms(hub.glossary.terms)}
    renderer = Renderer([CitationExtension(references)], texts=texts)
    listed = {
        "bronnen": frozenset(references),
        "downloads": frozenset(pack.id for pack in hub.packs.packs),
    }

    def find_anchors(page: Page) -> frozenset[str]:
        return renderer.render(page).anchors | listed.get(page.template, frozenset())

    files = map(partial(_relative, hub.root), find_files(hub.root, "beelden", ""))
    return Site(
        pages=hub.reading.pages,
        unread=hub.reading.unread,
        anchors={page.path: find_anchors(page) for page in hub.reading.pages},
        files=frozenset(files),
    )


def _relative(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()
