"""Whether what can be downloaded opens, and is what its pack says it is."""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile

from plugins.core.manifest import find_digest
from plugins.core.problem import Problem

# A line of a pack's index: the name of a file, and further on in its row its SHA-256.
_ROW = re.compile(r'data-bestand="(?P<name>[^"<>]+)"(?P<rest>[^\n]*)')
_DIGEST = re.compile(r"\b[0-9a-f]{64}\b")
_INDEX = ".html"
_FOREMOST = {".docx": "[Content_Types].xml", ".odt": "mimetype"}
DOCUMENTS = (".pdf", ".docx", ".odt", ".zip")


def check_document(name: str, data: bytes, shown: str) -> Iterator[Problem]:
    """Yield a Problem when a document does not open."""
    suffix = PurePosixPath(name).suffix
    whole = _is_pdf(data) if suffix == ".pdf" else _opens(data, _FOREMOST.get(suffix))
    if not whole:
        yield Problem(
            f"{shown}/{name}", 1, 1, "VER015", "dit bestand is kapot en gaat niet open",
            "Bouw de site opnieuw.",
        )  # fmt: skip


def _is_pdf(data: bytes) -> bool:
    return data.startswith(b"%PDF-") and b"%%EOF" in data[-1024:] and b"startxref" in data[-1024:]


def _opens(data: bytes, needed: str | None) -> bool:
    """Tell whether a package opens, each part matches its checksum, and the needed one is there."""
    try:
        with ZipFile(BytesIO(data)) as package:
            names = package.namelist()
            whole = package.testzip() is None
    except (BadZipFile, EOFError, NotImplementedError, OSError, ValueError):
        return False
    return whole and bool(names) and (needed is None or needed in names)


def check_pack(name: str, data: bytes, digests: Mapping[str, str], shown: str) -> Iterator[Problem]:
    """Yield where a ZIP of the site differs from its own index, or from the files beside it.

    `digests` are those of the files of the site by name. A ZIP that does not open is passed over.
    """
    if not _opens(data, None):
        return
    with ZipFile(BytesIO(data)) as package:
        inside = {one: find_digest(package.read(one)) for one in package.namelist()}
        indexes = [one for one in inside if one.endswith(_INDEX)]
        texts = [package.read(one).decode("utf-8", "replace") for one in indexes]
    told = {one: digest for text in texts for one, digest in _find_told(text)}
    folder = PurePosixPath(name).parent
    beside = {one: digests.get((folder / one).as_posix()) for one in inside if one not in indexes}
    faults = [*_compare_index(inside, told, indexes), *_compare_beside(inside, beside)]
    for fault in faults:
        yield Problem(f"{shown}/{name}", 1, 1, "VER016", fault, "Bouw de site opnieuw.")


def _find_told(text: str) -> Iterator[tuple[str, str]]:
    for row in _ROW.finditer(text):
        digest = _DIGEST.search(row["rest"])
        if digest:
            yield row["name"], digest.group()


def _compare_index(
    inside: Mapping[str, str], told: Mapping[str, str], indexes: list[str]
) -> Iterator[str]:
    if len(indexes) != 1:
        yield "dit pakket heeft niet precies één overzicht"
        return
    for one in sorted({*inside, *told} - {*indexes}):
        if inside.get(one) != told.get(one):
            yield f"«{one}» heeft in dit pakket een andere vingerafdruk dan het overzicht noemt"


def _compare_beside(inside: Mapping[str, str], beside: Mapping[str, str | None]) -> Iterator[str]:
    for one, digest in sorted(beside.items()):
        if digest is None:
            yield f"«{one}» zit in dit pakket, en staat er niet los naast"
        elif digest != inside[one]:
            yield f"«{one}» is in dit pakket een ander bestand dan los"
