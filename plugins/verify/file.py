"""One file of a site: what is wrong with it by itself, and where in the site it leads."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from posixpath import splitext

from plugins.core.problem import Problem
from plugins.core.source import Source
from plugins.verify.address import find_target
from plugins.verify.check_files import check_syntax
from plugins.verify.check_links import Link
from plugins.verify.check_packs import DOCUMENTS, check_document
from plugins.verify.check_page import check_drawing, check_page, check_request
from plugins.verify.markup import Page, find_page
from plugins.verify.reference import (
    Reference,
    find_references,
    find_script_references,
    find_style_references,
)

_MARKUP = (".html", ".svg")
_STYLES, _SCRIPTS = (".css",), (".js", ".mjs")


@dataclass(frozen=True, slots=True)
class File:
    """A file of the site: its path from the root, its bytes, the address of the site (empty:
    unknown), and how messages call it.
    """

    name: str
    data: bytes
    base: str
    shown: str

    @property
    def suffix(self) -> str:
        """The end of the name, in small letters."""
        return splitext(self.name)[1].lower()

    @property
    def source(self) -> Source:
        """The file as text."""
        return Source(self.shown, self.data.decode("utf-8", "replace"))


@dataclass(frozen=True, slots=True)
class Finding:
    """What a file says by itself.

    `anchors` is None for what is no page or drawing; `leads` has the paths and anchors within the
    site that it leads to, each once.
    """

    problems: tuple[Problem, ...]
    anchors: frozenset[str] | None = None
    is_hidden: bool = False
    leads: tuple[tuple[str, str], ...] = ()


def read_finding(file: File, root: str) -> Finding:
    """Return what `file` says; messages call the folder of the site `root`."""
    source = file.source
    problems = list(check_syntax(file.name, file.data, root))
    if file.suffix in DOCUMENTS:
        problems += check_document(file.name, file.data, root)
    page = find_page(file.name, source) if file.suffix in _MARKUP else None
    if page:
        problems += check_page(page) if file.suffix == ".html" else check_drawing(page)
    leads: set[tuple[str, str]] = set()
    for one in _find_references(file, source, page):
        target = find_target(file.name, one.address, file.base)
        problems += check_request(one, target, source, file.base)
        if target.kind == "own":
            leads.add((target.path, target.anchor))
    return Finding(
        tuple(problems),
        page.ids if page else None,
        page is not None and page.is_hidden,
        tuple(sorted(leads)),
    )


def find_links(file: File) -> Iterator[Link]:
    """Yield every address within the site that `file` holds, with its place."""
    source = file.source
    page = find_page(file.name, source) if file.suffix in _MARKUP else None
    for one in _find_references(file, source, page):
        target = find_target(file.name, one.address, file.base)
        if target.kind == "own":
            place = source.position(one.offset)
            yield Link(one.address, target, source.path, *place, one.fetched)


def _find_references(file: File, source: Source, page: Page | None) -> Iterable[Reference]:
    if page:
        return find_references(page)
    if file.suffix in _STYLES:
        return find_style_references(source.text)
    return find_script_references(source.text) if file.suffix in _SCRIPTS else ()
