"""Pages joined into one document: unique ids, links that still lead, one list of sources."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from urllib.parse import urldefrag, urljoin

from plugins.packs.blank import mark_blanks
from plugins.packs.markup import Element, change_tree, find_elements, find_tree, render_tree
from plugins.packs.sources import find_sources, merge_sources

_BASE = "https://hub.invalid/"  # never asked for: it only lets urljoin resolve "../kosten/"
# What only works or makes sense on a screen: drawn shapes, whose words stand beside them; bars,
# whose table stands below them; buttons and the explanations they open; ways back from a note or
# source.
_SCREEN_TAGS = ("svg", "button")
_SCREEN_CLASSES = ("begrip__uitleg", "bron__terug", "tabelnoot__terug", "chart")
# What holds its words together on a screen.
_FRAMES = ("tabel", "drawing__stage", "begrip")
# Converters keep the class of a division, but not that of a paragraph.
_CALL_OUT_TITLE = Element("div", (("class", "kadertitel"),), ())


@dataclass(frozen=True, slots=True)
class PageSource:
    """A page as the site shows it: `html` starts below the title; `url` is like "kosten/"."""

    title: str
    html: str
    url: str

    def resolve(self, href: str) -> str | None:
        """Return where a link leads, from the root of the site; None for what lies outside it."""
        address = urljoin(_BASE + self.url, href)
        return address.removeprefix(_BASE) if address.startswith(_BASE) else None


def build_guide(pages: tuple[PageSource, ...], address: str) -> str:
    """Return one HTML text: a level-1 heading per page, then the sources of all pages together.

    `address` is the hub's public address, or empty: then links to other pages become plain text.
    """
    parts = {page.url: f"deel{number}" for number, page in enumerate(pages, 1)}
    trees = tuple(_build_part(page, parts, address) for page in pages)
    body = "".join(
        render_tree(Element("h1", (("id", parts[page.url]),), (page.title,))) + render_tree(tree)
        for page, (tree, _) in zip(pages, trees, strict=True)
    )
    return body + _render_sources(merge_sources(tuple(entries for _, entries in trees)), "h1")


def build_letter(page: PageSource, address: str) -> str:
    """Return the HTML of one letter or card, its own title on top."""
    tree, entries = _build_part(page, {page.url: "deel1"}, address)
    title = render_tree(Element("h1", (("id", "deel1"),), (page.title,)))
    return title + render_tree(tree) + _render_sources(entries, "h2")


def _build_part(
    page: PageSource, parts: Mapping[str, str], address: str
) -> tuple[Element, tuple[Element, ...]]:
    change = partial(_change, page=page, parts=parts, address=address)
    tree = mark_blanks(change_tree(find_tree(page.html), change))
    lists = find_elements(tree, _is_source_list)
    entries = tuple(entry for found in lists for entry in find_sources(found))
    body = change_tree(tree, lambda found: () if _is_source_list(found) else (found,))
    return body, entries


def _is_source_list(element: Element) -> bool:
    return element.tag == "section" and element.has_class("bronnenlijst")


def _change(
    element: Element, page: PageSource, parts: Mapping[str, str], address: str
) -> tuple[Element | str, ...]:
    if element.tag in _SCREEN_TAGS or any(map(element.has_class, _SCREEN_CLASSES)):
        return ()
    if any(map(element.has_class, _FRAMES)):
        return element.children
    if element.has_class("admonition-title"):
        return (replace(_CALL_OUT_TITLE, children=element.children),)
    identity = element.get("id")
    if identity and not identity.startswith("bron-"):
        element = element.with_attribute("id", f"{parts[page.url]}-{identity}")
    return _change_link(element, page, parts, address) if element.tag == "a" else (element,)


def _change_link(
    link: Element, page: PageSource, parts: Mapping[str, str], address: str
) -> tuple[Element | str, ...]:
    href = link.get("href")
    resolved = page.resolve(href)
    if href.startswith("#bron-") or resolved is None:
        return (link,)
    target = _find_target(resolved, parts, address)
    return (link.with_attribute("href", target),) if target else link.children


def _find_target(resolved: str, parts: Mapping[str, str], address: str) -> str:
    path, anchor = urldefrag(resolved)
    if path in parts:
        return "#" + "-".join(filter(None, (parts[path], anchor)))
    return f"{address.rstrip('/')}/{resolved}" if address else ""


def _render_sources(entries: tuple[Element, ...], heading: str) -> str:
    if not entries:
        return ""
    title = Element(heading, (("id", "bronnen"),), ("Bronnen",))
    # Paragraphs, not a numbered list: the citations in the text are by author and year.
    lines = tuple(
        Element("p", (), (Element("span", (("id", entry.get("id")),), entry.children),))
        for entry in entries
    )
    return render_tree(title) + render_tree(Element("div", (("class", "bronnenlijst"),), lines))
