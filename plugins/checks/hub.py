"""Every check of the hub in one list."""

from collections.abc import Iterator
from datetime import date

from plugins.coalition.check import check_coalition, check_subjects
from plugins.coalition.check import check_marks as check_clause_marks
from plugins.coalition.check_lexicon import check_lexicon
from plugins.core.check_tree import check_tree
from plugins.core.code import blank_code
from plugins.core.problem import Problem, sort_problems
from plugins.core.raw_html import check_yaml_for_html
from plugins.core.source import Source
from plugins.core.yaml import Fields
from plugins.costs.check import check_costs
from plugins.costs.mark import check_marks as check_cost_marks
from plugins.drawings.check import check_drawings
from plugins.figures.check import check_register
from plugins.figures.check_text import (
    check_data_numbers,
    check_fields_without_mark,
    check_marks,
    check_numbers,
)
from plugins.glossary.check import (
    check_abbreviations,
    check_glossary,
    find_known_abbreviations,
)
from plugins.hub.costs import find_known
from plugins.hub.hub import Hub
from plugins.hub.rendering import RenderedHub
from plugins.images.check import check_images
from plugins.packs.check import check_packs
from plugins.pages.check import check_apart, check_links, check_page, check_together
from plugins.pages.check_text import check_cleaned, may_be_cleaned
from plugins.pages.links import find_links
from plugins.pages.page import Page
from plugins.pages.review import check_review
from plugins.pages.site import Site
from plugins.privacy.allowed import Known
from plugins.privacy.allowed import find_known as find_known_data
from plugins.privacy.check import check_personal, check_public
from plugins.references.bibliography import FILE as BIBLIOGRAPHY
from plugins.references.check import (
    check_bare_keys,
    check_citations,
    check_fields_without_citation,
)
from plugins.references.check_bibliography import check_bibliography
from plugins.region import check as region
from plugins.region.check_security import check_security
from plugins.typography.check import check_accents, check_end, check_hyphens, check_quotes

# Links in these files count from the page that shows them.
_GLOSSARY_PAGE = "pages/begrippen.md"
_REGISTER_PAGE = "pages/cijfers.md"
_REGION_PAGE = "pages/uw-gemeente.md"
_COSTS_PAGE = "pages/kosten.md"
_COALITION_PAGE = "pages/coalitietekst.md"
_NO_FIELDS = Fields((), 1, 1)
_ANY = ""


def check_hub(
    rendered: RenderedHub, today: date, asked: frozenset[str] | None = None
) -> tuple[Problem, ...]:
    """Return everything that is wrong with the content, those that stop a publish first.

    With `asked`, only what is wrong with these files, as messages call them: the same problems in
    less time.
    """
    known = _find_known_abbreviations(rendered.hub)
    shared = find_known_data(rendered.hub.public, (rendered.hub.region.source.text,))
    found = _find_parts(rendered, today, known, shared)
    if asked is None:
        # All pages together take less time than each by itself.
        rendered.check_all(lambda page: tuple(_check_page(page, rendered, known, shared)))
        return sort_problems(one for _, part in found for one in part)
    parts = (part for file, part in found if file in {_ANY, *asked})
    return sort_problems(one for part in parts for one in part if one.file in asked)


def check_every_html(rendered: RenderedHub) -> tuple[Problem, ...]:
    """Return what had to be taken out of the HTML of any page; to know that, all are rendered."""
    rendered.render_all()
    pages = rendered.hub.reading.pages
    return sort_problems(one for page in pages for one in _check_cleaned(page, rendered))


def _find_parts(
    rendered: RenderedHub, today: date, known: frozenset[str], shared: Known
) -> Iterator[tuple[str, Iterator[Problem]]]:
    """Yield the checks, none of them begun: each with the one file it can say something of, or
    _ANY. Of abbreviations some are `known`, and data of people that are `shared` may stand in any
    file.
    """
    hub, site = rendered.hub, rendered.site
    yield _ANY, _find_unread(hub)
    yield _ANY, check_tree(hub.tree, hub.folder)
    yield _ANY, check_together(site.pages)
    yield _ANY, check_packs(hub.packs, hub.reading.paths)
    yield _ANY, check_images(hub.images.images)
    yield hub.public.path, check_public(hub.public)
    for source in hub.data:
        yield source.path, check_personal(source, shared)
        yield source.path, check_accents(source)
        yield source.path, check_end(source)
        if not source.path.endswith(BIBLIOGRAPHY):  # REF018 tells of them there
            yield source.path, check_hyphens(source)
        if source.path.endswith(".yaml"):
            yield source.path, check_yaml_for_html(source, blank_code(source.text))
    for page in hub.reading.pages:
        yield page.source.path, _check_page(page, rendered, known, shared)
        if may_be_cleaned(page):
            yield page.source.path, _check_cleaned(page, rendered)
        yield page.source.path, check_review(page, today)
    for page in hub.reading.pages:  # by now all texts are read that their links lead to
        yield page.source.path, _check_links(page, rendered)
    yield hub.glossary.source.path, _check_glossary(hub, site, known)
    yield hub.register.source.path, _check_register(hub, site)
    yield f"{hub.folder}/{BIBLIOGRAPHY}", _check_bibliography(rendered, today)
    yield hub.costs.source.path, _check_costs(hub, site)
    yield hub.coalition.source.path, _check_coalition(hub, site)
    yield hub.lexicon.source.path, _check_lexicon(hub)
    yield hub.region.source.path, _check_region(hub, site)
    yield hub.region.source.path, check_security(hub.region, today)


def _find_unread(hub: Hub) -> Iterator[Problem]:
    readings = hub.reading, hub.bibliography, hub.glossary, hub.register, hub.region, hub.packs
    for part in (*readings, hub.costs, hub.coalition, hub.lexicon, hub.images, hub.public):
        yield from part.problems


def _check_glossary(hub: Hub, site: Site, known: frozenset[str]) -> Iterator[Problem]:
    yield from _check_data_text(hub.glossary.source, _GLOSSARY_PAGE, hub, site)
    yield from _check_data_figures(hub.glossary.source, hub)
    yield from check_glossary(hub.glossary)
    yield from check_abbreviations(hub.glossary.source, 0, _NO_FIELDS, known)


def _check_register(hub: Hub, site: Site) -> Iterator[Problem]:
    yield from _check_data_text(hub.register.source, _REGISTER_PAGE, hub, site)
    yield from check_register(hub.register, hub.bibliography.keys)


def _check_bibliography(rendered: RenderedHub, today: date) -> Iterator[Problem]:
    hub = rendered.hub
    words = (mentions.words for mentions in rendered.mentions.values())
    vocabulary: frozenset[str] = frozenset().union(*words)
    yield from check_bibliography(hub.bibliography, today, rendered.cited, vocabulary)


def _check_costs(hub: Hub, site: Site) -> Iterator[Problem]:
    yield from check_costs(hub.costs, find_known(hub.register))
    yield from _check_data_text(hub.costs.source, _COSTS_PAGE, hub, site)
    yield from _check_data_figures(hub.costs.source, hub)


def _check_coalition(hub: Hub, site: Site) -> Iterator[Problem]:
    source = hub.coalition.source
    yield from check_coalition(hub.coalition)
    yield from _check_data_text(source, _COALITION_PAGE, hub, site)
    yield from _check_data_figures(source, hub)


def _check_lexicon(hub: Hub) -> Iterator[Problem]:
    yield from check_lexicon(hub.lexicon)
    yield from check_subjects(hub.lexicon, hub.coalition)


def _check_region(hub: Hub, site: Site) -> Iterator[Problem]:
    works = hub.bibliography
    unread = bool(works.problems) and not works.works
    yield from region.check_region(hub.region, None if unread else works.keys)
    yield from _check_data_text(hub.region.source, _REGION_PAGE, hub, site)
    yield from _check_data_figures(hub.region.source, hub)


def _find_known_abbreviations(hub: Hub) -> frozenset[str]:
    titles = (located.text("title") for located in hub.bibliography.works)
    return find_known_abbreviations(hub.glossary.terms, titles)


def _check_page(
    page: Page, rendered: RenderedHub, known: frozenset[str], public: Known
) -> Iterator[Problem]:
    """Yield what is wrong with a page, whatever the day is."""

    def check() -> Iterator[Problem]:
        yield from _check_features(page, rendered.hub, known)
        yield from check_personal(page.source, public)
        yield from check_accents(page.source)
        yield from check_end(page.source)
        yield from check_hyphens(page.source)
        if page.language == "nl":
            yield from check_quotes(page.source, page.body_start)

    yield from rendered.recall_checked(page, check)
    rendered.mentions[page.path]  # made at once, from what the checks have just read


def _check_links(page: Page, rendered: RenderedHub) -> Iterator[Problem]:
    links = rendered.mentions[page.path].links
    yield from check_links(page.source, page.body_start, links, page.path, rendered.site)


def _check_features(page: Page, hub: Hub, known: frozenset[str]) -> Iterator[Problem]:
    """Yield what the features have to say of a page."""
    yield from check_page(page)
    place = page.source, page.body_start
    yield from check_citations(*place, hub.bibliography)
    yield from check_bare_keys(*place, hub.bibliography)
    yield from check_fields_without_citation(page.fields, page.source.path)
    yield from check_marks(*place, hub.register)
    yield from check_fields_without_mark(page.fields, page.source.path)
    yield from check_drawings(*place)
    yield from check_cost_marks(*place, page.template, hub.costs)
    yield from check_clause_marks(*place, page.template, hub.coalition)
    yield from region.check_marks(*place)
    yield from region.check_fields_without_mark(page.fields, page.source.path)
    yield from check_abbreviations(*place, page.fields, known)
    yield from check_numbers(*place, hub.register)


def _check_cleaned(page: Page, rendered: RenderedHub) -> Iterator[Problem]:
    yield from check_cleaned(page, rendered.renderings[page.path].cleaned)


def _check_data_text(source: Source, page: str, hub: Hub, site: Site) -> Iterator[Problem]:
    """Yield what is wrong with Markdown in a data file that `page` shows."""
    yield from check_links(source, 0, find_links(source.text), page, site)
    yield from check_apart(source, 0)
    yield from check_citations(source, 0, hub.bibliography)
    yield from region.check_marks(source, 0)


def _check_data_figures(source: Source, hub: Hub) -> Iterator[Problem]:
    yield from check_marks(source, 0, hub.register)
    yield from check_data_numbers(source, hub.register)
