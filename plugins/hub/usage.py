"""Which pages use which figures, terms and sources, and which pages belong together by that."""

import posixpath
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from plugins.coalition.mark import BUILDER, TEMPLATES
from plugins.core.dutch import sort_key
from plugins.core.use import Use
from plugins.costs.mark import has_marks
from plugins.figures.mark import Mark, find_marks
from plugins.glossary.usage import build_spellings, find_used_terms
from plugins.hub.hub import Hub
from plugins.hub.related import find_related
from plugins.pages.page import Page
from plugins.pages.site import build_relations
from plugins.references.citation import Citation, find_citations

_LISTS = "pages"  # the pages that list uses stand here, and their links count from it
_TEMPLATES = ("page", "start", "kosten", "coalitie", "toets")
_TEXTS = ("uitleg", "gids", "cijfers", "tekst", "nieuws")  # kinds of page to read next

Paths = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Usage:
    """The paths of the pages that use a figure or table, and a term, by its id; in alphabetical
    order of their titles.
    """

    figures: Paths
    terms: Paths


def find_usage(hub: Hub) -> Usage:
    """Return what the pages of `hub` use: those to read, not letters or pages that are lists."""
    texts = (page for page in hub.reading.pages if _is_text(page))
    pages = sorted(texts, key=lambda page: (sort_key(page.title), page.path))
    spellings = build_spellings(hub.glossary.terms)
    return Usage(
        figures=_group((page.path, _find_figures(page, hub)) for page in pages),
        terms=_group((page.path, sorted(find_used_terms(page.body, spellings))) for page in pages),
    )


def _is_text(page: Page) -> bool:
    return page.template in _TEMPLATES and page.fields.text("soort") != "brief"


def _find_figures(page: Page, hub: Hub) -> Iterator[str]:
    yield from (mark.id for mark in find_marks(page.body) if isinstance(mark, Mark))
    if has_marks(page.body):
        yield from (one.figure for one in hub.costs.model.quantities if one.figure)
    if page.template == TEMPLATES[BUILDER]:
        marks = find_marks(hub.coalition.source.text)
        yield from (mark.id for mark in marks if isinstance(mark, Mark))


def _group(found: Iterable[tuple[str, Iterable[str]]]) -> Paths:
    paths: dict[str, list[str]] = defaultdict(list)
    for path, ids in found:
        for id_ in dict.fromkeys(ids):
            paths[id_].append(path)
    return {id_: tuple(places) for id_, places in sorted(paths.items())}


def build_uses(paths: Paths, pages: Iterable[Page]) -> Mapping[str, tuple[Use, ...]]:
    """Return, for each id of `paths`, links to the pages that use it."""
    uses = {page.path: Use(page.title, posixpath.relpath(page.path, _LISTS)) for page in pages}
    return {id_: tuple(uses[path] for path in found) for id_, found in paths.items()}


def find_named_sources(hub: Hub) -> frozenset[str]:
    """Return the keys of the sources that pages, terms, figures and tables cite."""
    files = hub.glossary, hub.register, hub.region, hub.costs, hub.coalition
    texts = (*(page.body for page in hub.reading.pages), *(file.source.text for file in files))
    cited = (one for text in texts for one in find_citations(text))
    keys = (one.key for one in cited if isinstance(one, Citation))
    return frozenset((*keys, *(entry.source for entry in hub.register.all))) - {""}


def relate_pages(pages: Iterable[Page], *shared: Paths) -> Paths:
    """Return for each page of text, by path, the pages of text that share most with it.

    Each of `shared` tells what is used on which pages.
    """
    texts = tuple(page for page in pages if page.fields.text("soort") in _TEXTS)
    marks: dict[str, set[tuple[int, str]]] = {page.path: set() for page in texts}
    for number, paths in enumerate(shared):
        for id_, found in paths.items():
            for path in marks.keys() & found:
                marks[path].add((number, id_))
    relations = build_relations(texts)
    apart = {page.path: relations.find_family(page) for page in texts}
    return find_related({path: frozenset(found) for path, found in marks.items()}, apart)
