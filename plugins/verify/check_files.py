"""Which files stand in the site: of known kinds, of a bearable size, and as the manifest says."""

import gzip
import json
import os
import zlib
from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree

from plugins.core.dutch import render_size
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
    for folder, folders, files in os.walk(root):
        for one in sorted((*folders, *files)):
            path = Path(folder, one)
            name = os.fsencode(path.relative_to(root).as_posix()).decode(errors="replace")
            other = folded.setdefault(name.casefold(), name)
            for fault in _find_faults(path, name, other):
                yield Problem(
                    f"{shown}/{name}", 1, 1, "VER023", fault, "Haal dit uit de site.",
                )  # fmt: skip


def _find_faults(path: Path, name: str, other: str) -> Iterator[str]:
    if path.is_symlink():
        yield "dit is een koppeling naar iets anders"
    elif not path.is_dir() and not path.is_file():
        yield "dit is geen gewoon bestand"
    elif path.is_file() and not _is_known(path, name):
        yield f"een bestand van de soort «{path.suffix or path.name}» hoort niet in de site"
    if any(part.startswith(".") for part in name.split("/")) and not f"{name}/".startswith(_HIDDEN):
        yield "een naam met een punt vooraan hoort niet in de site"
    if other != name:
        yield f"«{other}» en «{name}» zijn op sommige schijven hetzelfde bestand"


def _is_known(path: Path, name: str) -> bool:
    known = name in _PLAIN or path.suffix.lower() in _MOST
    return known or (path.suffix in _PACKED and path.with_suffix("").is_file())


def is_packed(name: str, names: Container[str]) -> bool:
    """Tell whether a file is the packed form of one of the `names`."""
    path = PurePosixPath(name)
    return path.suffix in _PACKED and path.with_suffix("").as_posix() in names


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
        most = _find_most(PurePosixPath(name))
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


def _find_most(path: PurePosixPath) -> int | None:
    """Return the most bytes that a file may have; None where there is no bound."""
    suffix = path.suffix.lower()
    grows = path.parts[0] in _LISTS and suffix in (".html", ".json")
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
    """Yield a Problem when a file of text, JSON or XML is not that."""
    suffix = PurePosixPath(name).suffix.lower()
    try:
        if suffix == ".json":
            json.loads(data)
        elif suffix in (".svg", ".xml", ".atom"):
            ElementTree.fromstring(data)
        elif suffix in (".html", ".css", ".js", ".mjs", ".txt", ".csv", ".bib", ".ris"):
            data.decode("utf-8")
    except (ValueError, ElementTree.ParseError):
        yield Problem(
            f"{shown}/{name}", 1, 1, "VER024", "dit bestand is niet te lezen als wat het heet",
            "Bouw de site opnieuw.",
        )  # fmt: skip
