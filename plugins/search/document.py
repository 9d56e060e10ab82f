"""What search knows of a page, read from its built HTML. Never looks at content/ or Pelican.

The markup contract: `<article data-search-document data-audience="raadslid school"
data-kind="gids">` holds an `<h1>`, a `<p class="inleiding">` and a `<div class="tekst">`.
What lies under `data-search-skip` is not read; a page without such an article is not indexed.
In the text an `<h2>`, `<h3>` or `<dt>` with an id opens a section. A paragraph or an item that is
little else than links, or an item that begins with one, tells of other pages: it is not read.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

VOID_ELEMENTS = frozenset(
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
        "track", "wbr"
    }
)  # fmt: skip
# Text on both sides of these belongs to one word: "<em>school</em>gids".
INLINE_ELEMENTS = frozenset(
    {
        "a", "abbr", "b", "bdi", "bdo", "button", "cite", "code", "dfn", "em", "i", "label",
        "mark", "q", "s", "small", "span", "strong", "sub", "sup", "u", "wbr"
    }
)  # fmt: skip
UNREADABLE_ELEMENTS = frozenset({"script", "style", "template", "svg", "noscript"})
# A term of a list of terms is a section too: /begrippen/#avg.
HEADINGS = frozenset({"h2", "h3", "dt"})
# Who says it: "(Ministerie van VWS, 2020)" stands in nearly every paragraph.
CITATION = "verwijzingen"
# A figure in a sentence is a link to where it comes from, and still says what it says.
FIGURE = "cijfer"
# A block with more of its letters in links than this part is a pointer.
MOST_LINKED = 0.5
# The attribute of an article that is to be found.
MARK = "data-search-document"
_END = "</article>"
_LOOSE = re.compile(r" (?=[.,;:?!](?: |$))")
# It carries the template of a page, but nobody should be sent to it.
NOT_FOUND_PAGE = "404.html"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page with an address of its own; the first has no heading and no anchor.

    `level` is the element of the heading, `above` the heading that a smaller one stands under.
    """

    anchor: str
    level: str
    heading: str
    above: str
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """One page as search sees it; `url` starts at the site's root: "/kosten/"."""

    url: str
    title: str
    summary: str
    sections: tuple[Section, ...]
    audiences: tuple[str, ...]
    kind: str

    @property
    def lists_terms(self) -> bool:
        """Whether its sections are definitions: a line or two each, with the term as heading."""
        return any(section.level == "dt" for section in self.sections)


def read_documents(site: Path) -> tuple[Document, ...]:
    """Every indexable page below a built site, sorted by url."""
    articles = ((read_article(path), url) for url, path in find_paths(site).items())
    found = (find_document(article, url) for article, url in articles if article)
    return tuple(document for document in found if document is not None)


def find_paths(site: Path) -> dict[str, Path]:
    """The files of all pages but one, by address and sorted by it."""
    paths = {find_url(path.relative_to(site)): path for path in site.rglob("*.html")}
    paths.pop(f"/{NOT_FOUND_PAGE}", None)
    return {url: paths[url] for url in sorted(paths)}


def read_article(path: Path) -> str:
    """The article of a page that may be indexable; empty for any other."""
    return find_article(path.read_text(encoding="utf-8"))


def find_article(html: str) -> str:
    """The part of a page that holds its article: menus would take as long to read as texts.

    Empty where the page has none; the whole page where its markup is not as the theme writes it.
    """
    mark = html.find(MARK)
    start = html.rfind("<", 0, max(mark, 0))
    if mark < 0:
        return ""
    inside = html.rfind("<!--", 0, start) > html.rfind("-->", 0, start)
    if not html.startswith("<article", start) or ">" in html[start:mark] or inside:
        return html
    end = html.rfind(_END)
    return html[start : end + len(_END)] if end > mark else html[start:]


def find_url(path: Path) -> str:
    """The address of a file of the site: kosten/index.html is at "/kosten/"."""
    return "/" + path.as_posix().removesuffix("index.html")


def find_document(html: str, url: str) -> Document | None:
    """The first search document in a page, or None where the page holds none."""
    parser = _ArticleParser()
    parser.feed(html)
    parser.close()
    if not parser.found:
        return None
    return Document(
        url=url,
        title=_tidy(parser.title),
        summary=_tidy(parser.summary),
        sections=tuple(_build_sections(parser.sections)),
        audiences=tuple(parser.audience.split()),
        kind=parser.kind,
    )


@dataclass(slots=True)
class _Block:
    """The text between two borders of blocks; `linked` counts its letters that stand in links."""

    text: list[str] = field(default_factory=list)
    letters: int = 0
    linked: int = 0
    opens_linked: bool = False

    def add(self, data: str, *, is_linked: bool) -> None:
        """Take more text."""
        letters = len(data.strip())
        if letters and not self.letters:
            self.opens_linked = is_linked
        self.letters += letters
        self.linked += letters * is_linked
        self.text.append(data)

    def is_pointer(self, *, in_item: bool) -> bool:
        """Whether it only leads elsewhere."""
        return self.linked > MOST_LINKED * self.letters or (in_item and self.opens_linked)


@dataclass(slots=True)
class _Pieces:
    """A section while it is read."""

    anchor: str
    level: str
    heading: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    block: _Block = field(default_factory=_Block)
    has_pointers: bool = False

    def end_block(self, *, in_item: bool = False) -> None:
        """Keep the text since the last border of a block, unless it only leads elsewhere."""
        if self.block.is_pointer(in_item=in_item):
            self.has_pointers = True
        else:
            self.text += self.block.text
        self.text.append(" ")
        self.block = _Block()


class _Element(NamedTuple):
    """An open element, and which part of the document text inside it belongs to."""

    tag: str
    part: str
    is_link: bool = False


class _ArticleParser(HTMLParser):
    """Collects the text of one article by part; tolerates elements that are never closed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = False
        self.audience = ""
        self.kind = ""
        self.title: list[str] = []
        self.summary: list[str] = []
        self.sections = [_Pieces("", "")]
        self.open_elements: list[_Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if not self.open_elements and (self.found or MARK not in given):
            return
        if not self.open_elements:
            self._enter(given)
        self._separate(tag)
        if tag in VOID_ELEMENTS:
            return
        part = self._part_of(tag, given)
        if part == "heading" and self._part != "heading":
            self.sections.append(_Pieces(given["id"], tag))
        is_link = tag == "a" and FIGURE not in given.get("class", "").split()
        self.open_elements.append(_Element(tag, part, is_link))

    def handle_endtag(self, tag: str) -> None:
        if tag not in {element.tag for element in self.open_elements}:
            return
        self._separate(tag)
        while self.open_elements.pop().tag != tag:
            pass
        self._separate(tag)

    def handle_data(self, data: str) -> None:
        match self._part:
            case "title":
                self.title.append(data)
            case "summary":
                self.summary.append(data)
            case "heading":
                self.sections[-1].heading.append(data)
            case "body":
                is_linked = any(element.is_link for element in self.open_elements)
                self.sections[-1].block.add(data, is_linked=is_linked)

    @property
    def _part(self) -> str:
        return self.open_elements[-1].part if self.open_elements else ""

    def _enter(self, given: dict[str, str]) -> None:
        self.found = True
        self.audience = given.get("data-audience", "")
        self.kind = given.get("data-kind", "")

    def _part_of(self, tag: str, given: dict[str, str]) -> str:
        classes = given.get("class", "").split()
        if "data-search-skip" in given or tag in UNREADABLE_ELEMENTS or CITATION in classes:
            return "skip"
        if self._part == "skip":
            return "skip"
        if tag == "h1":
            return "title"
        if tag == "p" and "inleiding" in classes:
            return "summary"
        if tag == "div" and "tekst" in classes:
            return "body"
        return "heading" if _opens_section(tag, given, self._part) else self._part

    def _separate(self, tag: str) -> None:
        if tag not in INLINE_ELEMENTS:
            self.handle_data(" ")
            in_item = any(element.tag == "li" for element in self.open_elements)
            self.sections[-1].end_block(in_item=in_item)


def _opens_section(tag: str, given: dict[str, str], part: str) -> bool:
    """A heading that a link can lead to; one without an address is text like any other."""
    return tag in HEADINGS and bool(given.get("id")) and part == "body"


def _build_sections(pieces: Sequence[_Pieces]) -> Iterator[Section]:
    above = ""
    for piece in pieces:
        piece.end_block()
        heading, text = _tidy(piece.heading), _tidy(piece.text)
        if piece.anchor and piece.has_pointers and not text:
            continue
        if piece.level == "h2":
            above = heading
        # The letter that terms stand under says nothing of them.
        parent = above if piece.level not in ("", "h2") and len(above) > 1 else ""
        yield Section(piece.anchor, piece.level, heading, parent, text)


def _tidy(pieces: list[str]) -> str:
    """One line; where something was left out before a sign, no space is left before it either."""
    return _LOOSE.sub("", " ".join("".join(pieces).split()))
