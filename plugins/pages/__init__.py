"""Pages in Pelican: a reader that gives what the hub has rendered, addresses, menu, breadcrumbs and
the table of contents.
"""

from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from pelican import Pelican, signals
from pelican.readers import BaseReader, Readers

from plugins.core.dutch import render_date, render_moment, sort_key
from plugins.core.tree import TEXT_FOLDERS
from plugins.pages.address import output_file
from plugins.pages.page import Page
from plugins.pages.site import build_relations


class Entry(NamedTuple):
    """A page as templates list it; `url` counts from the root of the site."""

    title: str
    url: str
    summary: str
    moment: str = ""


class PageReader(BaseReader):  # type: ignore[misc]  # Pelican has no types
    """Gives Pelican the pages as the hub has read and rendered them."""

    enabled = True
    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Return the body as HTML and the metadata that templates use."""
        path = Path(source_path).relative_to(self.settings["PATH"]).as_posix()
        page = self.settings["PAGES"].get(path)
        if page is None:
            return "", _unreadable(path)
        rendering = self.settings["RENDERINGS"][path]
        return rendering.html, {**_metadata(page), "toc": rendering.headings}


def _metadata(page: Page) -> dict[str, Any]:
    return {
        "title": page.title,
        "summary": page.summary,
        "slug": page.address.strip("/").replace("/", "-") or "start",
        "url": page.address,
        "save_as": output_file(page.address),
        "template": page.template,
        "audiences": page.fields.texts("voor"),
        "kind": page.fields.text("soort"),
        "language": page.fields.text("taal") or "nl",
        "tab_title": page.fields.text("tabtitel") or page.title,
        "moment": page.moment,
        "reviewed": page.date("gecontroleerd"),
        "review_before": page.date("herzien_voor"),
        "written": page,
    }


def _unreadable(path: str) -> dict[str, Any]:
    """Metadata for a page that only a lenient preview can meet: it is shown, never published."""
    return {"title": f"{path} is niet te lezen", "slug": path.replace("/", "-"), "status": "draft"}


def _prepare(pelican: Pelican) -> None:
    settings = pelican.settings
    settings["BASE_PATH"] = urlsplit(settings["SITEURL"]).path.rstrip("/")
    settings["PAGE_PATHS"] = list(TEXT_FOLDERS)
    settings["JINJA_FILTERS"] = {
        **settings["JINJA_FILTERS"],
        "datum": render_date,
        "moment": render_moment,
    }


def _add_reader(readers: Readers) -> None:
    readers.reader_classes["md"] = PageReader


def _relate(generator: Any) -> None:
    """Give each page its breadcrumbs and children, and the templates their menu."""
    pages = tuple(content.written for content in generator.pages)
    relations = build_relations(pages)
    for content in generator.pages:
        above = relations.find_breadcrumbs(content.written)
        content.breadcrumbs = tuple(map(_entry, above))
        related = generator.settings["RELATED"].get(content.written.path, ())
        content.related = tuple(_entry(generator.settings["PAGES"][path]) for path in related)
        content.children = tuple(map(_entry, relations.find_children(content.written)))
    by_order = sorted(pages, key=lambda page: (page.order, page.title))
    by_title = sorted(pages, key=lambda page: sort_key(page.title))
    generator.context["MENU"] = tuple(
        Entry(page.fields.text("menu"), page.address, page.summary)
        for page in by_order
        if page.fields.text("menu")
    )
    generator.context["pages_index"] = tuple(map(_entry, by_title))


def _entry(page: Page) -> Entry:
    return Entry(page.title, page.address, page.summary, page.moment)


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(_prepare)
    signals.readers_init.connect(_add_reader)
    signals.page_generator_finalized.connect(_relate)
