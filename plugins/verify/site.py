"""A finished site, walked once from front to back; every check of it in one list."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from plugins.core.folder import read_file
from plugins.core.manifest import MANIFEST, Manifest, find_digest, find_manifest, find_names
from plugins.core.memory import Memory, find_key
from plugins.core.problem import Problem, sort_problems
from plugins.verify import check_files as files
from plugins.verify.address import Target
from plugins.verify.check_links import Places, check_links
from plugins.verify.check_packs import check_pack
from plugins.verify.check_search import check_search
from plugins.verify.check_sharing import NAMES, ROBOTS, check_sharing, find_base
from plugins.verify.data import Data, read_data
from plugins.verify.file import File, Finding, find_links, read_finding

_LOOKING = "Site nakijken"
_DATA = ".json"
_NEEDED = ("index.html", "404.html")


def verify_site(
    root: Path, shown: str, today: date, memory: Memory | None = None
) -> tuple[Problem, ...]:
    """Return everything that is wrong with the site in the folder `root`; messages call it
    `shown`. What `memory` knows of the same bytes under the same name is not looked at again.
    """
    return sort_problems(_Walk(root, shown, memory or Memory()).find_problems(today))


class _Walk:
    """One way through the files of a site, on which each is opened once and judged; what they say
    about one another is kept, and judged at the end.
    """

    def __init__(self, root: Path, shown: str, memory: Memory) -> None:
        self.root = root
        self.shown = shown
        self.memory = memory
        there = find_names(root)
        known = frozenset(there)
        self.packed = tuple(name for name in there if files.is_packed(name, known))
        self.names = tuple(sorted(known.difference(self.packed)))
        self.base = find_base(self.read_text(ROBOTS))
        self.sizes: dict[str, int] = {}
        self.digests: dict[str, str] = {}
        self.findings: dict[str, Finding] = {}
        self.data: dict[str, Data] = {}

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
        self.look_ahead()
        for name in self.names:
            yield from self.check_file(name)
        manifest = self.read_manifest()
        kept = frozenset(manifest.kept if manifest else ())
        anchors = {n: f.anchors for n, f in self.findings.items() if f.anchors is not None}
        hidden = frozenset(name for name, finding in self.findings.items() if finding.is_hidden)
        places = Places(frozenset({*self.names, MANIFEST}), anchors, self.base)
        yield from self.check_links(places)
        yield from files.check_sizes(self.sizes, self.shown)
        yield from files.check_packed(self.root, self.packed, self.shown)
        yield from files.check_manifest(manifest, self.digests, self.shown)
        yield from self.check_packs()
        # What is still there of the version before is no part of this one's search.
        now = replace(places, names=places.names - kept)
        yield from check_search(self.root, now, self.data, self.shown)
        texts = {name: self.read_text(name) for name in NAMES if name in self.names}
        yield from check_sharing(texts, places, hidden, self.shown, today)

    def check_needed(self) -> Iterator[Problem]:
        for name in _NEEDED:
            if name not in self.names:
                yield Problem(
                    f"{self.shown}/{name}", 1, 1, "VER026", "deze pagina mag niet ontbreken",
                    "Maak haar in content/pages/, en bouw de site opnieuw.",
                )  # fmt: skip

    def look_ahead(self) -> None:
        """Look at all files that are no data, in less time than at each by itself."""
        found = (self.read_file(name) for name in self.names)
        names = {self.find_key(file): file.name for file in found if file.suffix != _DATA}
        self.memory.make_ahead(
            ("verified",), names, lambda name: self.find_finding(self.read_file(name)), _LOOKING
        )

    def find_key(self, file: File) -> bytes:
        return find_key(file.name, self.shown, self.base, find_digest(file.data))

    def find_finding(self, file: File) -> Finding:
        key = self.find_key(file)
        return self.memory.recall("verified", key, lambda: read_finding(file, self.shown))

    def check_file(self, name: str) -> Iterator[Problem]:
        file = self.read_file(name)
        digest = find_digest(file.data)
        self.sizes[name] = len(file.data)
        self.digests[name] = digest
        if file.suffix == _DATA:
            # The same under any name: each build has a new folder for the files of its search.
            key = find_key(digest)
            data = self.memory.recall("verified-data", key, lambda: read_data(file.data))
            self.data[name] = data
            if not data.whole:
                yield files.find_unreadable(name, self.shown)
            return
        self.findings[name] = finding = self.find_finding(file)
        yield from finding.problems

    def read_file(self, name: str) -> File:
        data = read_file(f"{self.root}/{name}")
        return File(name, data, self.base, f"{self.shown}/{name}")

    def check_links(self, places: Places) -> Iterator[Problem]:
        """Yield each link that leads nowhere; only files that hold such a one are read again."""
        faults: dict[tuple[str, str], bool] = {}
        for name, finding in self.findings.items():
            for lead in finding.leads:
                if lead not in faults:
                    faults[lead] = bool(places.find_fault(Target("own", *lead)))
            if any(faults[lead] for lead in finding.leads):
                yield from check_links(find_links(self.read_file(name)), places)

    def check_packs(self) -> Iterator[Problem]:
        for name in self.names:
            if name.endswith(".zip"):
                data = (self.root / name).read_bytes()
                yield from check_pack(name, data, self.digests, self.shown)
