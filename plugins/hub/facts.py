"""What the text of one page names."""

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.coalition.mark import BUILDER, TEMPLATES
from plugins.costs.mark import has_marks
from plugins.figures.mark import Mark, find_marks
from plugins.glossary.usage import Spellings, find_used_terms
from plugins.hub.hub import Hub
from plugins.pages.page import Page
from plugins.references.check_words import find_words
from plugins.references.citation import Citation, find_citations

_TEMPLATES = ("page", "start", "kosten", "coalitie", "toets")


@dataclass(frozen=True, slots=True)
class Facts:
    """The ids of figures, tables and terms, the keys of sources, and the words of a page.

    Letters, and pages that are lists, use no figures and terms: nobody reads them for those.
    """

    figures: tuple[str, ...]
    terms: tuple[str, ...]
    sources: frozenset[str]
    words: frozenset[str]


def find_facts(page: Page, hub: Hub, spellings: Spellings) -> Facts:
    """Return what `page` names; `spellings` are those of the hub's terms."""
    is_text = page.template in _TEMPLATES and page.fields.text("soort") != "brief"
    return Facts(
        figures=tuple(dict.fromkeys(_find_figures(page, hub))) if is_text else (),
        terms=tuple(sorted(find_used_terms(page.body, spellings))) if is_text else (),
        sources=find_sources(page.body),
        words=frozenset(find_words(page.body)),
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
