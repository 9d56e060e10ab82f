"""Markdown to HTML: one configuration for the whole hub, and the hub's own touches on links, tables
and headings.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.extensions.toc import TocExtension
from markdown.treeprocessors import Treeprocessor

from plugins.core.hub_link import find_hub_address
from plugins.core.safe_html import clean_html, spell_alike
from plugins.core.slug import find_slug
from plugins.pages.address import page_address, relative_address
from plugins.pages.links import resolve_target
from plugins.pages.page import Page

_EURO = re.compile(r"€ (?=\d)")
_ALIGNMENTS = {"right": "rechts", "center": "midden"}
_ID = re.compile(r'\sid="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the body: its level (2 for ``##``), its anchor and its text."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Rendering:
    """A page's body as HTML, with its headings and every anchor in it.

    `cleaned` is None, or where in the body stands what had to be taken out of its HTML.
    """

    html: str
    headings: tuple[Heading, ...]
    anchors: frozenset[str]
    cleaned: int | None = None


class Renderer:
    """Turns pages into HTML with one Markdown instance.

    `extensions` and `texts` come from the features: a text is Markdown that closes the pages of one
    template. `base` is the path under which the site is served, for links that start at its root.
    `sizes` holds width and height of images by their path in content/, so that a page keeps their
    room while they load.
    """

    def __init__(
        self,
        extensions: Sequence[Extension] = (),
        *,
        texts: Mapping[str, str] | None = None,
        base: str = "",
        sizes: Mapping[str, tuple[int, int]] | None = None,
    ) -> None:
        self._texts = texts or {}
        self._place = _PlaceExtension(base, sizes or {})
        self._markdown = Markdown(
            extensions=[
                "tables", "fenced_code", "attr_list", "def_list", "admonition", "sane_lists",
                TocExtension(slugify=_find_anchor, permalink=False),
                self._place,
                *extensions,
            ],
            output_format="html",
        )  # fmt: skip
        # Raw HTML is never passed on: it comes out as the text that was typed.
        self._markdown.preprocessors.deregister("html_block")
        self._markdown.inlinePatterns.deregister("html")
        self._markdown.inlinePatterns.deregister("automail")  # it writes its letters as entities

    def render(self, page: Page) -> Rendering:
        """Return the body of `page` as HTML."""
        self._place.page = page.path
        text = page.full_text(self._texts)
        written = self._convert(text)
        tokens: list[dict[str, object]] = getattr(self._markdown, "toc_tokens", [])
        headings = tuple(_flatten(tokens))
        html = clean_html(written)
        cleaned = None if html == written else self._find_cleaned(text)
        return Rendering(html, headings, frozenset(_ID.findall(html)), cleaned)

    def _convert(self, text: str) -> str:
        self._markdown.reset()
        html = spell_alike(self._markdown.convert(text))
        return _EURO.sub("€\u00a0", html)  # an amount stays on one line

    def _find_cleaned(self, text: str) -> int:
        """Return the offset of a line up to which `text` has to be cleaned, and before it not."""
        ends = (0, *(match.end() for match in re.finditer(r"\n|\Z", text)))
        clean, cleaned = 0, len(ends) - 1
        while cleaned - clean > 1:
            middle = (clean + cleaned) // 2
            html = self._convert(text[: ends[middle]])
            clean, cleaned = (middle, cleaned) if clean_html(html) == html else (clean, middle)
        return ends[clean]


def _find_anchor(text: str, _separator: str) -> str:
    """Return the anchor of a heading; one without letters still gets a name."""
    return find_slug(text) or "deel"


def _flatten(tokens: object) -> Iterator[Heading]:
    for token in tokens if isinstance(tokens, list) else ():
        yield Heading(int(token["level"]), str(token["id"]), unescape(str(token["name"])))
        yield from _flatten(token["children"])


class _PlaceExtension(Extension):
    """Knows which page is being rendered, so that links can be made relative to it."""

    def __init__(self, base: str, sizes: Mapping[str, tuple[int, int]]) -> None:
        super().__init__()
        self.base = base
        self.sizes = sizes
        self.page = "pages/index.md"

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        # After all that makes links; the table of contents has read the headings before.
        md.treeprocessors.register(_LinkTreeprocessor(md, self), "hub-links", 2)
        md.treeprocessors.register(_TableTreeprocessor(md), "hub-tables", 1.5)

    def href(self, written: str) -> str:
        """Return the address to print for a link as written on the current page."""
        address = find_hub_address(written)
        if address is not None:
            return self._join(*address.partition("#")[::2])
        target = resolve_target(self.page, written)
        if target.kind == "refused":
            return "#"
        if target.kind in ("anchor", "elsewhere"):
            return written
        address = page_address(target.path) if target.kind == "page" else target.path
        return self._join(address, target.anchor)

    def size(self, written: str) -> tuple[int, int] | None:
        """Return width and height of an image as written on the current page, if they are known."""
        return self.sizes.get(resolve_target(self.page, written).path)

    def _join(self, address: str, anchor: str) -> str:
        link = self._from_here(address)
        return f"{link}#{anchor}" if anchor else link

    def _from_here(self, address: str) -> str:
        origin = page_address(self.page)
        if origin == "404.html":  # served at any depth, so its links start at the root
            return f"{self.base}/{address}"
        return relative_address(origin, address)


class _LinkTreeprocessor(Treeprocessor):
    """Turns links to Markdown files into links to their pages."""

    def __init__(self, md: Markdown, place: _PlaceExtension) -> None:
        super().__init__(md)
        self.place = place

    def run(self, root: Element) -> None:
        for element in root.iter():
            attribute = {"a": "href", "img": "src"}.get(element.tag)
            written = element.get(attribute) if attribute else None
            if attribute and written:
                element.set(attribute, self.place.href(written))
            if element.tag == "img" and (size := self.place.size(written or "")):
                element.attrib |= {"width": str(size[0]), "height": str(size[1])}


class _TableTreeprocessor(Treeprocessor):
    """Gives each table header cells with a scope, and a frame that scrolls and can take focus.

    A table that a drawing has taken over has its own way to fit.
    """

    def run(self, root: Element) -> None:
        if root.find(".//table") is None:
            return
        title = "Tabel"
        framed: Counter[str] = Counter()
        parents = {child: parent for parent in root.iter() for child in parent}
        for element in list(root.iter()):
            if re.fullmatch(r"h[1-6]", element.tag):
                title = _plain_text(element) or title
            elif element.tag == "table" and "drawing" not in parents[element].get("class", ""):
                name = _plain_text(element.find("caption")) or title
                framed[name] += 1
                position = list(parents[element]).index(element)
                parents[element][position] = _frame(element, _label(name, framed[name]))


def _plain_text(element: Element | None) -> str:
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def _label(title: str, number: int) -> str:
    return f"Tabel: {title}" if number == 1 else f"Tabel {number}: {title}"


def _frame(table: Element, label: str) -> Element:
    for cell in table.iter():
        if cell.tag == "th" and not cell.get("scope"):
            cell.set("scope", "col")
        # A column's alignment comes as an inline style, which the site's security policy forbids.
        alignment = cell.attrib.pop("style", "").removeprefix("text-align: ").rstrip(";")
        if alignment in _ALIGNMENTS:
            cell.set("class", _ALIGNMENTS[alignment])
    attributes = {"class": "tabel", "role": "region", "tabindex": "0", "aria-label": label}
    frame = Element("div", attributes)
    frame.append(table)
    frame.tail, table.tail = table.tail or "\n", None
    return frame
