"""Files of the content folder; never follows a link, never waits for a pipe, never writes."""

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path, PurePath

from plugins.core.hidden import HIDDEN, describe_hidden
from plugins.core.problem import Problem
from plugins.core.source import Source

DATA_SUFFIXES = (".bib", ".yaml")
# Far more than people write in one file, and still read at once.
_MOST_BYTES = 4_000_000
# Not on every system; where a link cannot be refused here, the check of the folder reports it.
_FLAGS = os.O_RDONLY | sum(
    getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY")
)


def find_files(root: Path, folder: str, suffix: str) -> Iterator[Path]:
    """Yield the regular files under ``root/folder`` with this suffix, sorted.

    Symbolic links are left out, and what a system or editor keeps under a name with a full stop.
    """
    if _has_link(root, PurePath(folder)):
        return
    for path in sorted((root / folder).rglob(f"*{suffix}")):
        if path.is_file() and not path.is_symlink() and not is_kept_apart(path.relative_to(root)):
            yield path


def _has_link(root: Path, inside: PurePath) -> bool:
    """Tell whether a folder on the way from `root` is a link."""
    return any((root / folder).is_symlink() for folder in (inside, *inside.parents[:-1]))


def read_data_texts(root: Path) -> tuple[Source, ...]:
    """Return the texts of the data files right in `root`; what cannot be read is left out."""
    paths = (path for path in find_files(root, "", "") if path.suffix in DATA_SUFFIXES)
    found = (read_source(root, path) for path in paths if path.parent == root)
    return tuple(source for source in found if isinstance(source, Source))


def is_kept_apart(path: PurePath) -> bool:
    """Tell whether a path below content/ is no content: .gitkeep, .DS_Store, a folder .obsidian."""
    return any(part.startswith(".") for part in path.parts)


def find_name(root: Path, path: Path) -> str:
    """Return how messages call a file of the content folder `root`: ``content/pages/a.md``."""
    return f"{root.name}/{path.relative_to(root).as_posix()}"


def read_source(root: Path, path: Path) -> Source | Problem:
    """Return the text of `path`, or the Problem that it cannot be read as plain UTF-8 text."""
    name = find_name(root, path)
    data = read_bytes(root, path)
    if isinstance(data, Problem):
        return data
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_utf8(name, error.object, error.start)  # without a byte order mark
    source = Source(name, text.replace("\r\n", "\n"))
    hidden = HIDDEN.search(source.text)
    if hidden:
        return source.problem(hidden.start(), *describe_hidden(hidden.group()))
    return source


def read_bytes(root: Path, path: Path) -> bytes | Problem:
    """Return what `path`, a regular file below `root`, holds, or the Problem that it cannot be
    read. The file that is looked at is the one that is read: there is no moment in between.
    """
    name = find_name(root, path)
    try:
        data = _read_regular(root, path)
    except FileNotFoundError:
        return Problem(name, 1, 1, "BST003", "dit bestand ontbreekt", "Maak het bestand aan.")
    except OSError:
        return Problem(
            name, 1, 1, "BST003", "dit bestand is niet te openen",
            "Kijk of het een gewoon bestand is en of u het mag lezen.",
        )  # fmt: skip
    if len(data) > _MOST_BYTES:
        return Problem(
            name, 1, 1, "BST004", f"dit bestand is groter dan {_MOST_BYTES // 1_000_000} MB",
            "Splits het bestand; een beeld: maak het kleiner.",
        )  # fmt: skip
    return data


def _read_regular(root: Path, path: Path) -> bytes:
    """Return at most a byte more than a file may hold; raise OSError for what is no plain file."""
    inside = path.relative_to(root)
    if ".." in inside.parts or _has_link(root, inside):
        raise OSError(errno.ELOOP, "not below the content folder itself")
    with open(os.open(path, _FLAGS), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, "no regular file")
        return file.read(_MOST_BYTES + 1)


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
