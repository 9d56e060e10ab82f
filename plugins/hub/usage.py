"""Which pages use which figures, terms and sources, and which pages belong together by that."""

import posixpath
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plugins.core.dutch import sort_key
from plugins.core.use import Use
from plugins.hub.facts import Mentions, Uses, find_sources
from plugins.hub.hub import Hub
from plugins.hub.related import find_related
from plugins.pages.page import Page
from plugins.pages.site import build_relations

_LISTS = "pages"  # the pages that list uses stand here, and their links count from it
_TEXTS = ("uitleg", "gids", "cijfers", "tekst", "nieuws")  # kinds of page to read next

Paths = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Usage:
    """The paths of the pages that use a figure or table, and a term, by its id; in alphabetical
    order of their titles.
    """

    figures: Paths
    terms: Paths


def find_usage(pages: Iterable[Page], uses: Mapping[str, Uses]) -> Usage:
    """Return what `pages` use together; `uses` tells it of each, by its path."""
    ordered = sorted(pages, key=lambda page: (sort_key(page.title), page.path))
    return Usage(
        figures=_group((page.path, uses[page.path].figures) for page in ordered),
        terms=_group((page.path, uses[page.path].terms) for page in ordered),
    )


def _group(found: Iterable[tuple[str, Iterable[str]]]) -> Paths:
    paths: dict[str, list[str]] = defaultdict(list)
    for path, ids in found:
        for id_ in ids:
            paths[id_].append(path)
    return {id_: tuple(places) for id_, places in sorted(paths.items())}


def build_uses(paths: Paths, pages: Iterable[Page]) -> Mapping[str, tuple[Use, ...]]:
    """Return, for each id of `paths`, links to the pages that use it."""
    uses = {page.path: Use(page.title, posixpath.relpath(page.path, _LISTS)) for page in pages}
    return {id_: tuple(uses[path] for path in found) for id_, found in paths.items()}


def find_named_sources(hub: Hub, mentions: Iterable[Mentions]) -> frozenset[str]:
    """Return the keys of the sources that pages and data files cite, or name as their own."""
    files = hub.glossary, hub.register, hub.region, hub.costs, hub.coalition
    cited = (find_sources(file.source.text) for file in files)
    own = {hub.region.region.bron, *(entry.source for entry in hub.register.all)}
    return frozenset(own.union(*cited, *(one.sources for one in mentions))) - {""}


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
