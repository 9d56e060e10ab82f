"""Files of the content folder, read as text; never follows a link out of it, never writes."""

import re
from collections.abc import Iterator
from pathlib import Path

from plugins.core.problem import Problem
from plugins.core.source import Source

# Control characters, and marks that turn the direction of the text around; an old Mac's line end
# is no control character here, because the reader of front matter says what is wrong with it.
_HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")


def find_files(root: Path, folder: str, suffix: str) -> Iterator[Path]:
    """Yield the regular files under ``root/folder`` with this suffix, sorted.

    Symbolic links and hidden files are left out.
    """
    for path in sorted((root / folder).rglob(f"*{suffix}")):
        if path.is_file() and not path.is_symlink() and not path.name.startswith("."):
            yield path


def read_source(root: Path, path: Path) -> Source | Problem:
    """Return the text of `path`, or the Problem that it cannot be read as plain UTF-8 text."""
    name = f"{root.name}/{path.relative_to(root).as_posix()}"
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Problem(name, 1, 1, "BST003", "dit bestand ontbreekt", "Maak het bestand aan.")
    except OSError:
        return Problem(
            name, 1, 1, "BST003", "dit bestand is niet te openen",
            "Kijk of het een gewoon bestand is en of u het mag lezen.",
        )  # fmt: skip
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_utf8(name, error.object, error.start)  # without a byte order mark
    source = Source(name, text.replace("\r\n", "\n"))
    hidden = _HIDDEN.search(source.text)
    return _hidden(source, hidden) if hidden else source


def _hidden(source: Source, match: re.Match[str]) -> Problem:
    return source.problem(
        match.start(), "BST002", f"hier staat een onzichtbaar teken (U+{ord(match.group()):04X})",
        "Verwijder het teken: wis het woord en typ het opnieuw.",
    )  # fmt: skip


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
