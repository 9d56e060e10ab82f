"""Files of the content folder, read as text; never follows a link out of it, never writes."""

from collections.abc import Iterator
from pathlib import Path, PurePath

from plugins.core.hidden import HIDDEN, describe_hidden
from plugins.core.problem import Problem
from plugins.core.source import Source


def find_files(root: Path, folder: str, suffix: str) -> Iterator[Path]:
    """Yield the regular files under ``root/folder`` with this suffix, sorted.

    Symbolic links are left out, and what a system or editor keeps under a name with a full stop.
    """
    for path in sorted((root / folder).rglob(f"*{suffix}")):
        if path.is_file() and not path.is_symlink() and not is_kept_apart(path.relative_to(root)):
            yield path


def is_kept_apart(path: PurePath) -> bool:
    """Tell whether a path below content/ is no content: .gitkeep, .DS_Store, a folder .obsidian."""
    return any(part.startswith(".") for part in path.parts)


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
    hidden = HIDDEN.search(source.text)
    if hidden:
        return source.problem(hidden.start(), *describe_hidden(hidden.group()))
    return source


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
