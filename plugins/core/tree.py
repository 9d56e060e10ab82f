"""What stands in the content folder, as it stands there: no link is followed, no file is opened."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TEXT_FOLDERS = ("pages", "nieuws", "brieven")


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One thing in the content folder; `path` is relative to it, and empty for the folder itself.

    What is neither link, file nor folder is a device or pipe. `names` counts the names that a file
    has on its disk: with more than one it stands elsewhere too. What a closed folder holds is
    unknown.
    """

    path: str
    is_link: bool
    is_file: bool
    is_folder: bool = False
    names: int = 1
    is_closed: bool = False


def read_tree(root: Path) -> tuple[Entry, ...]:
    """Return everything under `root`, sorted; what a link points at is left out."""
    return tuple(sorted(_walk(root)))


def _walk(root: Path) -> Iterator[Entry]:
    if root.is_symlink():
        yield Entry("", True, False)
        return
    closed: list[str] = []
    for folder, folders, files in os.walk(
        root, onerror=lambda error: closed.append(error.filename)
    ):
        for name in (*folders, *files):
            yield _find_entry(root, Path(folder, name))
    for path in closed:
        yield Entry(_show(root, Path(path)), False, False, True, is_closed=True)


def _find_entry(root: Path, path: Path) -> Entry:
    found = path.lstat()
    is_file, is_folder = stat.S_ISREG(found.st_mode), stat.S_ISDIR(found.st_mode)
    names = found.st_nlink if is_file else 1
    return Entry(_show(root, path), stat.S_ISLNK(found.st_mode), is_file, is_folder, names)


def _show(root: Path, path: Path) -> str:
    inside = path.relative_to(root).as_posix()
    return os.fsencode("" if inside == "." else inside).decode(errors="replace")
