"""What one page mentions and uses."""

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.coalition.mark import BUILDER, TEMPLATES
from plugins.costs.mark import has_marks
from plugins.figures.mark import Mark, find_marks
from plugins.glossary.usage import Spellings, find_used_terms
from plugins.hub.hub import Hub
from plugins.pages.anchors import find_told_anchors
from plugins.pages.links import Link, find_links
from plugins.pages.page import Page
from plugins.references.check_words import find_words
from plugins.references.citation import Citation, find_citations

_TEMPLATES = ("page", "start", "kosten", "coalitie", "toets")


@dataclass(frozen=True, slots=True)
class Mentions:
    """What the text of a page tells by itself: its links, anchors that it surely has, the keys of
    the sources that it cites, and its words.
    """

    links: tuple[Link, ...]
    anchors: frozenset[str]
    sources: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Uses:
    """The ids of the figures, tables and terms that a page uses; it takes the data files to know.

    Letters, and pages that are lists, use none: nobody reads them for those.
    """

    figures: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()


def find_mentions(page: Page) -> Mentions:
    """Return what the text of `page` tells by itself."""
    return Mentions(
        links=tuple(find_links(page.body)),
        anchors=find_told_anchors(page.body),
        sources=find_sources(page.body),
        words=frozenset(find_words(page.body)),
    )


def find_uses(page: Page, hub: Hub, spellings: Spellings) -> Uses:
    """Return what `page` uses; `spellings` are those of the hub's terms."""
    if page.template not in _TEMPLATES or page.fields.text("soort") == "brief":
        return Uses()
    return Uses(
        figures=tuple(dict.fromkeys(_find_figures(page, hub))),
        terms=tuple(sorted(find_used_terms(page.body, spellings))),
    )


def find_sources(text: str) -> frozenset[str]:
    """Return the keys of the sources that a text cites."""
    return frozenset(one.key for one in find_citations(text) if isinstance(one, Citation))


def _find_figures(page: Page, hub: Hub) -> Iterator[str]:
    yield from (mark.id for mark in find_marks(page.body) if isinstance(mark, Mark))
    if has_marks(page.body):
        yield from (one.figure for one in hub.costs.model.quantities if one.figure)
    if page.template == TEMPLATES[BUILDER]:
        marks = find_marks(hub.coalition.source.text)
        yield from (mark.id for mark in marks if isinstance(mark, Mark))
