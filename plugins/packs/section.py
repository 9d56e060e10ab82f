"""Sections that a pack leaves out: a heading and what stands below it, named by page and id."""

import re
from dataclasses import replace
from urllib.parse import urldefrag

from plugins.core.code import blank_code
from plugins.packs.guide import PageSource
from plugins.packs.markup import Element, find_tree, render_tree

_HEADING = re.compile(r"h[2-6]")
_NAMED = re.compile(r"^#{2,6} .*\{#(?P<id>[^\s{}]+)\}[ \t]*$", re.M)


def find_section_ids(text: str) -> frozenset[str]:
    """Return the ids that a page's Markdown gives its headings: "## Samen {#samen}"."""
    return frozenset(match["id"] for match in _NAMED.finditer(blank_code(text)))


def drop_sections(path: str, page: PageSource, left_out: tuple[str, ...]) -> PageSource:
    """Return the page at `path` without its sections among `left_out` ("pages/kosten.md#uren")."""
    ids = {id_ for file, id_ in map(urldefrag, left_out) if file == path}
    if not ids:
        return page
    root = find_tree(page.html)
    kept: list[Element | str] = []
    level = ""  # of the heading whose section is being left out
    for child in root.children:
        heading = _find_level(child)
        if heading and (not level or heading <= level):
            level = heading if isinstance(child, Element) and child.get("id") in ids else ""
        if not level or _is_source_list(child):
            kept.append(child)
    return replace(page, html=render_tree(Element("", (), tuple(kept))))


def _find_level(node: Element | str) -> str:
    """Return "h2" of a heading of level 2, and nothing of what is no heading."""
    return node.tag if isinstance(node, Element) and _HEADING.fullmatch(node.tag) else ""


def _is_source_list(node: Element | str) -> bool:
    return isinstance(node, Element) and node.has_class("bronnenlijst")
