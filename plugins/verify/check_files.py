"""Which files stand in the site: of known kinds, of a bearable size, and as the manifest says."""

import gzip
import os
import zlib
from collections.abc import Container, Iterable, Iterator, Mapping
from operator import itemgetter
from os.path import isfile
from pathlib import Path, PurePosixPath
from posixpath import splitext
from xml.etree import ElementTree

from plugins.core.dutch import render_size
from plugins.core.folder import find_entries
from plugins.core.manifest import MANIFEST, Manifest
from plugins.core.problem import Problem

# Bytes that a visitor on a phone still gets in reasonable time; packs are asked for by hand.
_MOST = {
    ".html": 250_000, ".css": 150_000, ".js": 60_000, ".mjs": 60_000, ".json": 250_000,
    ".svg": 60_000, ".png": 300_000, ".jpg": 300_000, ".jpeg": 300_000, ".webp": 300_000,
    ".gif": 300_000, ".ico": 60_000, ".woff2": 100_000, ".pdf": 2_000_000, ".docx": 2_000_000,
    ".odt": 2_000_000, ".zip": 2_000_000, ".csv": 1_000_000, ".txt": 250_000, ".atom": 250_000,
    ".xml": 5_000_000, ".bib": 1_000_000, ".ris": 1_000_000,
}  # fmt: skip
# Below these stand lists of all that there is, which grow with the hub: thousands of pages.
_LISTS = frozenset(
    ("begrippen", "bronnen", "cijfers", "herziening", "nieuws", "trefwoorden", "zoeken")
)
_MOST_IN_LISTS = 5_000_000
_PACKED = (".gz", ".br")  # a server may send these in the place of the file beside them
_PLAIN = (MANIFEST, "_headers", "CNAME")
_HIDDEN = ".well-known/"


def check_kinds(root: Path, shown: str) -> Iterator[Problem]:
    """Yield a Problem for each thing in the folder `root` that no site should hold."""
    folded: dict[str, str] = {}
    for path, entry in sorted(find_entries(root), key=itemgetter(0)):
        name = os.fsencode(path).decode(errors="replace")
        other = folded.setdefault(name.casefold(), name)
        for fault in _find_faults(entry, name, other):
            yield Problem(
                f"{shown}/{name}", 1, 1, "VER023", fault, "Haal dit uit de site.",
            )  # fmt: skip


def _find_faults(entry: os.DirEntry[str], name: str, other: str) -> Iterator[str]:
    if entry.is_symlink():
        yield "dit is een koppeling naar iets anders"
    elif entry.is_file():
        if not _is_known(entry, name):
            kind = PurePosixPath(entry.name).suffix or entry.name
            yield f"een bestand van de soort «{kind}» hoort niet in de site"
    elif not entry.is_dir():
        yield "dit is geen gewoon bestand"
    if "/." in f"/{name}" and not f"{name}/".startswith(_HIDDEN):
        yield "een naam met een punt vooraan hoort niet in de site"
    if other != name:
        yield f"«{other}» en «{name}» zijn op sommige schijven hetzelfde bestand"


def _is_known(entry: os.DirEntry[str], name: str) -> bool:
    beside, suffix = splitext(entry.path)
    known = name in _PLAIN or suffix.lower() in _MOST
    return known or (suffix in _PACKED and isfile(beside))


def is_packed(name: str, names: Container[str]) -> bool:
    """Tell whether a file is the packed form of one of the `names`."""
    beside, suffix = splitext(name)
    return suffix in _PACKED and beside in names


def check_packed(root: Path, names: Iterable[str], shown: str) -> Iterator[Problem]:
    """Yield a Problem for each file packed by gzip that holds other bytes than the one beside."""
    for name in names:
        path = root / name
        if path.suffix == ".gz" and _unpack(path) != path.with_suffix("").read_bytes():
            yield Problem(
                f"{shown}/{name}", 1, 1, "VER029", "dit is ingepakt een ander bestand dan ernaast",
                "Publiceer de site opnieuw.",
            )  # fmt: skip


def _unpack(path: Path) -> bytes | None:
    try:
        return gzip.decompress(path.read_bytes())
    except (OSError, EOFError, zlib.error):
        return None


def check_sizes(sizes: Mapping[str, int], shown: str) -> Iterator[Problem]:
    """Yield a Problem for each file that is too large, or empty; `sizes` are bytes by name."""
    for name, size in sizes.items():
        most = _find_most(name)
        if most is not None and size > most:
            yield Problem(
                f"{shown}/{name}", 1, 1, "VER020",
                f"dit bestand is te groot: {render_size(size)}, meer dan {render_size(most)}",
                "Splits het, of maak het kleiner.",
            )  # fmt: skip
        elif size == 0:
            yield Problem(
                f"{shown}/{name}", 1, 1, "VER020", "dit bestand is leeg", "Bouw de site opnieuw."
            )


def _find_most(name: str) -> int | None:
    """Return the most bytes that a file may have; None where there is no bound."""
    suffix = splitext(name)[1].lower()
    grows = name.partition("/")[0] in _LISTS and suffix in (".html", ".json")
    return _MOST_IN_LISTS if grows else _MOST.get(suffix)


def check_manifest(
    manifest: Manifest | None, digests: Mapping[str, str], shown: str
) -> Iterator[Problem]:
    """Yield where the files, by their `digests`, differ from the manifest that goes with them."""
    place = f"{shown}/{MANIFEST}"
    if manifest is None:
        yield Problem(
            place, 1, 1, "VER021", "de lijst van bestanden ontbreekt of is niet te lezen",
            "Bouw de site opnieuw.",
        )  # fmt: skip
        return
    expected = {**manifest.kept, **manifest.files}
    for name in sorted(expected.keys() | digests.keys()):
        fault = _compare(expected.get(name), digests.get(name))
        if fault:
            yield Problem(
                f"{shown}/{name}", 1, 1, "VER022", fault,
                f"Bouw de site opnieuw; pas haar nooit met de hand aan. De lijst is {MANIFEST}.",
            )  # fmt: skip


def _compare(expected: str | None, found: str | None) -> str:
    if found is None:
        return "dit bestand ontbreekt"
    if expected is None:
        return "dit bestand staat niet in de lijst van bestanden"
    return "" if expected == found else "dit bestand is niet meer wat de lijst van bestanden zegt"


def check_syntax(name: str, data: bytes, shown: str) -> Iterator[Problem]:
    """Yield a Problem when a file of text or XML is not that."""
    suffix = splitext(name)[1].lower()
    try:
        if suffix in (".svg", ".xml", ".atom"):
            ElementTree.fromstring(data)
        elif suffix in (".html", ".css", ".js", ".mjs", ".txt", ".csv", ".bib", ".ris"):
            data.decode("utf-8")
    except (ValueError, ElementTree.ParseError):
        yield find_unreadable(name, shown)


def find_unreadable(name: str, shown: str) -> Problem:
    """Return the Problem that a file is not of the kind that its name says."""
    return Problem(
        f"{shown}/{name}", 1, 1, "VER024", "dit bestand is niet te lezen als wat het heet",
        "Bouw de site opnieuw.",
    )  # fmt: skip
