"""Files of the content folder, read as text; never follows a link out of it, never writes."""

from collections.abc import Iterator
from pathlib import Path

from plugins.core.problem import Problem
from plugins.core.source import Source


def find_files(root: Path, folder: str, suffix: str) -> Iterator[Path]:
    """Yield the regular files under ``root/folder`` with this suffix, sorted; no symbolic links."""
    for path in sorted((root / folder).rglob(f"*{suffix}")):
        if path.is_file() and not path.is_symlink():
            yield path


def read_source(root: Path, path: Path) -> Source | Problem:
    """Return the text of `path`, or the Problem that it is missing or not UTF-8."""
    name = f"{root.name}/{path.relative_to(root).as_posix()}"
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Problem(name, 1, 1, "BST003", "dit bestand ontbreekt", "Maak het bestand aan.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_utf8(name, error.object, error.start)  # without a byte order mark
    return Source(name, text.replace("\r\n", "\n"))


def _not_utf8(name: str, data: bytes, offset: int) -> Problem:
    before = data[:offset]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode()) + 1
    return Problem(
        name,
        line,
        column,
        "BST001",
        f"dit bestand is geen UTF-8: byte 0x{data[offset]:02X} past niet",
        "Sla het bestand op als UTF-8 (in de meeste editors: «Opslaan met codering»).",
    )
