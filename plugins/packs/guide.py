"""Pages joined into one document: unique ids, links that still lead, one list of sources."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from urllib.parse import urljoin, urlsplit

from plugins.packs.markup import Element, change_tree, find_elements, find_tree, render_tree
from plugins.packs.sources import SourceEntry, find_sources, merge_sources

# Never asked for: it only lets urljoin resolve "../kosten/" as a browser would.
_BASE = "https://hub.invalid/"
_BLANK = re.compile(r"\[[^\W\d_][^\[\]<>\n]{1,80}\]")


@dataclass(frozen=True, slots=True)
class PageSource:
    """A page as the site shows it: `html` starts below the title; `url` is like "kosten/"."""

    title: str
    html: str
    url: str


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
) -> tuple[Element, tuple[SourceEntry, ...]]:
    change = partial(_change, page=page, parts=parts, address=address)
    tree = _mark_blanks(change_tree(find_tree(page.html), change))
    lists = find_elements(tree, _is_source_list)
    entries = tuple(entry for found in lists for entry in find_sources(found))
    body = change_tree(tree, lambda found: () if _is_source_list(found) else (found,))
    return body, entries


def _is_source_list(element: Element) -> bool:
    return element.tag == "section" and element.has_class("bronnenlijst")


def _change(
    element: Element, page: PageSource, parts: Mapping[str, str], address: str
) -> tuple[Element | str, ...]:
    if element.tag == "a":
        return _change_link(element, page, parts, address)
    if element.tag == "div" and element.has_class("tabel"):
        return element.children
    identity = element.get("id")
    if identity and not identity.startswith("bron-"):
        return (element.with_attribute("id", f"{parts[page.url]}-{identity}"),)
    return (element,)


def _change_link(
    link: Element, page: PageSource, parts: Mapping[str, str], address: str
) -> tuple[Element | str, ...]:
    href = link.get("href")
    if link.has_class("headerlink"):
        return ()
    if href.startswith("#bron-") or urlsplit(href).scheme:
        return (link,)
    target = _find_target(href, page, parts, address)
    return (link.with_attribute("href", target),) if target else link.children


def _find_target(href: str, page: PageSource, parts: Mapping[str, str], address: str) -> str:
    resolved = urlsplit(urljoin(_BASE + page.url, href))
    path = resolved.path.removeprefix("/")
    anchor = f"#{resolved.fragment}" if resolved.fragment else ""
    if path in parts:
        return "#" + "-".join(filter(None, (parts[path], resolved.fragment)))
    return f"{address.rstrip('/')}/{path}{anchor}" if address else ""


def _mark_blanks(element: Element) -> Element:
    """Give what a school must fill in, "[naam school]", a span that every format can show."""
    if element.tag in ("code", "pre"):
        return element
    children: list[Element | str] = []
    for child in element.children:
        children.extend(_split_blanks(child) if isinstance(child, str) else (_mark_blanks(child),))
    return Element(element.tag, element.attributes, tuple(children))


def _split_blanks(text: str) -> list[Element | str]:
    nodes: list[Element | str] = []
    end = 0
    for match in _BLANK.finditer(text):
        blank = Element("span", (("class", "invulplek"),), (match.group(),))
        nodes += [text[end : match.start()], blank]
        end = match.end()
    return [*nodes, text[end:]]


def _render_sources(entries: tuple[SourceEntry, ...], heading: str) -> str:
    if not entries:
        return ""
    # Paragraphs, not a numbered list: the citations in the text are by author and year.
    lines = "".join(f'<p><span id="bron-{entry.key}">{entry.html}</span></p>' for entry in entries)
    return f'<{heading} id="bronnen">Bronnen</{heading}><div class="bronnenlijst">{lines}</div>'
