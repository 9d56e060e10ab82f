"""Pages in Pelican: a reader that gives what the hub has rendered, menu, breadcrumbs and lists."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from plugins.core.dutch import render_date, render_moment, sort_key
from plugins.core.memory import find_key
from plugins.core.tree import TEXT_FOLDERS

if TYPE_CHECKING:
    from pelican import Pelican
    from pelican.readers import Readers
    from pelican.writers import Writer

    from plugins.pages.page import Page
    from plugins.pages.site import Relations


class Entry(NamedTuple):
    """A page as templates list it; `url` counts from the root of the site."""

    title: str
    url: str
    summary: str
    moment: str = ""
    kind: str = ""
    audiences: tuple[str, ...] = ()
    line: str = ""


class Place(NamedTuple):
    """A page's place in a series, and the pages beside it."""

    number: int
    total: int
    previous: Entry | None
    next: Entry | None


Entries = Mapping[str, Entry]  # by the page's path


def _prepare(pelican: "Pelican") -> None:
    settings = pelican.settings
    settings["PAGE_PATHS"] = list(TEXT_FOLDERS)
    filters = {"datum": render_date, "moment": render_moment}
    settings["JINJA_FILTERS"] = {**settings["JINJA_FILTERS"], **filters}


def _add_reader(readers: "Readers") -> None:
    from plugins.pages.reader import PageReader

    readers.reader_classes["md"] = PageReader


def _relate(generator: Any) -> None:
    """Give each page its place among the others, and the templates their menu and lists."""
    from plugins.pages.site import build_relations

    pages = tuple(content.written for content in generator.pages)
    relations = build_relations(pages)
    entries = {page.path: _entry(page, relations) for page in pages}
    for content in generator.pages:
        _place(content, relations, entries, generator.settings["RELATED"])
    by_order = sorted(pages, key=lambda page: (page.order, page.title))
    by_title = sorted(pages, key=lambda page: sort_key(page.title))
    generator.context["MENU"] = _rename(by_order, entries, "menu")
    generator.context["ENTRANCES"] = _rename(by_order, entries, "ingang")
    found = (page for page in by_title if page.is_found)
    generator.context["pages_index"] = tuple(entries[page.path] for page in found)
    generator.context["REVIEWS"] = generator.settings["REVIEWS"]
    generator.context["PAGE_AT"] = {content.url: content for content in generator.pages}


def _place(
    content: Any, relations: "Relations", entries: Entries, related: Mapping[str, tuple[str, ...]]
) -> None:
    page = content.written
    content.breadcrumbs = tuple(entries[above.path] for above in relations.find_breadcrumbs(page))
    content.children = tuple(entries[child.path] for child in relations.find_children(page))
    content.related = tuple(entries[path] for path in related.get(page.path, ()))
    content.line = entries[page.path].line
    place = relations.find_neighbours(page)
    content.place = place and Place(
        place.number,
        place.total,
        entries[place.previous.path] if place.previous else None,
        entries[place.next.path] if place.next else None,
    )
    around = (content.breadcrumbs, content.children, content.related, content.line, content.place)
    shown = repr((content.toc, content.overdue, *around))
    content.made_of = find_key(page.path, page.source.text, content.content, shown)


def _entry(page: "Page", relations: "Relations") -> Entry:
    return Entry(
        page.title,
        page.address,
        page.summary,
        page.moment,
        page.fields.text("soort"),
        page.fields.texts("voor"),
        relations.find_action_line(page),
    )


def _rename(pages: Iterable["Page"], entries: Entries, field: str) -> tuple[Entry, ...]:
    """Return the pages that have `field`, under the name that it gives them."""
    named = ((page.fields.text(field), entries[page.path]) for page in pages)
    return tuple(entry._replace(title=name) for name, entry in named if name)


def _give_writer(pelican: "Pelican") -> type["Writer"]:
    from plugins.pages.writer import PageWriter

    return PageWriter


def register() -> None:
    """Connect to Pelican."""
    from pelican import signals

    signals.initialized.connect(_prepare)
    signals.readers_init.connect(_add_reader)
    signals.page_generator_finalized.connect(_relate)
    signals.get_writer.connect(_give_writer)
