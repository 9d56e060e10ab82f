"""What search knows of a page, read from its built HTML. Never looks at content/ or Pelican.

The markup contract: `<article data-search-document data-audience="raadslid school"
data-kind="gids">` holds an `<h1>`, a `<p class="inleiding">` and a `<div class="tekst">`.
What lies under `data-search-skip` is not read; a page without such an article is not indexed.
In the text an `<h2>`, `<h3>` or `<dt>` with an id opens a section.
"""

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
    found = (
        find_document(path.read_text(encoding="utf-8"), find_url(path.relative_to(site)))
        for path in sorted(site.rglob("*.html"))
        if path.relative_to(site) != Path(NOT_FOUND_PAGE)
    )
    documents = (document for document in found if document is not None)
    return tuple(sorted(documents, key=lambda document: document.url))


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
class _Pieces:
    """A section while it is read."""

    anchor: str
    level: str
    heading: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


class _Element(NamedTuple):
    """An open element, and which part of the document text inside it belongs to."""

    tag: str
    part: str


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
        if not self.open_elements and (self.found or "data-search-document" not in given):
            return
        if not self.open_elements:
            self._enter(given)
        self._separate(tag)
        if tag in VOID_ELEMENTS:
            return
        part = self._part_of(tag, given)
        if part == "heading" and self._part != "heading":
            self.sections.append(_Pieces(given["id"], tag))
        self.open_elements.append(_Element(tag, part))

    def handle_endtag(self, tag: str) -> None:
        if tag not in {element.tag for element in self.open_elements}:
            return
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
                self.sections[-1].text.append(data)

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


def _opens_section(tag: str, given: dict[str, str], part: str) -> bool:
    """A heading that a link can lead to; one without an address is text like any other."""
    return tag in HEADINGS and bool(given.get("id")) and part == "body"


def _build_sections(pieces: Sequence[_Pieces]) -> Iterator[Section]:
    above = ""
    for piece in pieces:
        heading = _tidy(piece.heading)
        if piece.level == "h2":
            above = heading
        # The letter that terms stand under says nothing of them.
        parent = above if piece.level not in ("", "h2") and len(above) > 1 else ""
        yield Section(piece.anchor, piece.level, heading, parent, _tidy(piece.text))


def _tidy(pieces: list[str]) -> str:
    return " ".join("".join(pieces).split())
