"""A finished site, walked once from front to back; every check of it in one list."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath

from plugins.core.manifest import MANIFEST, Manifest, find_digest, find_manifest, find_names
from plugins.core.problem import Problem, sort_problems
from plugins.core.source import Source
from plugins.verify import check_files as files
from plugins.verify.address import find_target
from plugins.verify.check_links import Link, Places, check_links
from plugins.verify.check_packs import DOCUMENTS, check_document, check_pack
from plugins.verify.check_page import check_drawing, check_page, check_request
from plugins.verify.check_search import check_search
from plugins.verify.check_sharing import NAMES, ROBOTS, check_sharing, find_base
from plugins.verify.markup import find_page
from plugins.verify.reference import (
    Reference,
    find_references,
    find_script_references,
    find_style_references,
)

_NEEDED = ("index.html", "404.html")


def verify_site(root: Path, shown: str, today: date) -> tuple[Problem, ...]:
    """Return everything that is wrong with the site in the folder `root`; messages call it
    `shown`.
    """
    return sort_problems(_Walk(root, shown).find_problems(today))


class _Walk:
    """One way through the files of a site, on which each is opened once and judged; what they say
    about one another is kept, and judged at the end.
    """

    def __init__(self, root: Path, shown: str) -> None:
        self.root = root
        self.shown = shown
        there = find_names(root)
        self.packed = tuple(name for name in there if files.is_packed(name, frozenset(there)))
        self.names = tuple(name for name in there if name not in frozenset(self.packed))
        self.base = find_base(self.read_text(ROBOTS))
        self.sizes: dict[str, int] = {}
        self.digests: dict[str, str] = {}
        self.anchors: dict[str, frozenset[str]] = {}
        self.hidden: set[str] = set()
        self.links: list[Link] = []

    def read_text(self, name: str) -> str:
        path = self.root / name
        if not path.is_file() or path.is_symlink():
            return ""
        return path.read_text(encoding="utf-8", errors="replace")

    def read_manifest(self) -> Manifest | None:
        has_one = (self.root / MANIFEST).is_file()
        return find_manifest(self.read_text(MANIFEST)) if has_one else None

    def find_problems(self, today: date) -> Iterator[Problem]:
        yield from files.check_kinds(self.root, self.shown)
        yield from self.check_needed()
        for name in self.names:
            yield from self.check_file(name)
        manifest = self.read_manifest()
        kept = frozenset(manifest.kept if manifest else ())
        places = Places(frozenset({*self.names, MANIFEST}), self.anchors, self.base)
        yield from check_links(self.links, places)
        yield from files.check_sizes(self.sizes, self.shown)
        yield from files.check_packed(self.root, self.packed, self.shown)
        yield from files.check_manifest(manifest, self.digests, self.shown)
        yield from self.check_packs()
        # What is still there of the version before is no part of this one's search.
        now = replace(places, names=places.names - kept)
        yield from check_search(self.root, now, self.shown)
        texts = {name: self.read_text(name) for name in NAMES if name in self.names}
        yield from check_sharing(texts, places, frozenset(self.hidden), self.shown, today)

    def check_needed(self) -> Iterator[Problem]:
        for name in _NEEDED:
            if name not in self.names:
                yield Problem(
                    f"{self.shown}/{name}", 1, 1, "VER026", "deze pagina mag niet ontbreken",
                    "Maak haar in content/pages/, en bouw de site opnieuw.",
                )  # fmt: skip

    def check_file(self, name: str) -> Iterator[Problem]:
        data = (self.root / name).read_bytes()
        self.sizes[name] = len(data)
        self.digests[name] = find_digest(data)
        yield from files.check_syntax(name, data, self.shown)
        suffix = PurePosixPath(name).suffix.lower()
        if suffix in (".html", ".svg"):
            yield from self.check_markup(name, data)
        elif suffix in (".css", ".js", ".mjs"):
            text = data.decode("utf-8", "replace")
            find = find_style_references if suffix == ".css" else find_script_references
            yield from self.check_references(name, Source(self.show(name), text), tuple(find(text)))
        elif suffix in DOCUMENTS:
            yield from check_document(name, data, self.shown)

    def show(self, name: str) -> str:
        return f"{self.shown}/{name}"

    def check_markup(self, name: str, data: bytes) -> Iterator[Problem]:
        page = find_page(name, Source(self.show(name), data.decode("utf-8", "replace")))
        self.anchors[name] = page.ids
        if page.is_hidden:
            self.hidden.add(name)
        yield from check_page(page) if name.endswith(".html") else check_drawing(page)
        yield from self.check_references(name, page.source, tuple(find_references(page)))

    def check_references(
        self, name: str, source: Source, references: tuple[Reference, ...]
    ) -> Iterator[Problem]:
        for one in references:
            target = find_target(name, one.address, self.base)
            yield from check_request(one, target, source, self.base)
            if target.kind == "own":
                place = source.position(one.offset)
                self.links.append(Link(one.address, target, source.path, *place, one.fetched))

    def check_packs(self) -> Iterator[Problem]:
        for name in self.names:
            if name.endswith(".zip"):
                data = (self.root / name).read_bytes()
                yield from check_pack(name, data, self.digests, self.shown)
