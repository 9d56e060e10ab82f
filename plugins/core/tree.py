"""What stands in the content folder, as it stands there: no link is followed, no file is opened."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from plugins.core.files import is_kept_apart
from plugins.core.problem import Problem

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FILE_NAME = re.compile(r"[A-Za-z0-9._-]+")  # of images and data files
TEXT_FOLDERS = ("pages", "nieuws", "brieven")


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One thing in the content folder; `path` is relative to it.

    What is a link is told by `is_link` alone; what is neither file nor folder is a device or pipe.
    """

    path: str
    is_link: bool
    is_file: bool
    is_folder: bool = False


def read_tree(root: Path) -> tuple[Entry, ...]:
    """Return everything under `root`, sorted; what a link points at is left out."""
    return tuple(sorted(_walk(root)))


def _walk(root: Path) -> Iterator[Entry]:
    for folder, folders, files in os.walk(root):
        for name in (*folders, *files):
            path = Path(folder, name)
            shown = os.fsencode(path.relative_to(root).as_posix()).decode(errors="replace")
            yield Entry(shown, path.is_symlink(), path.is_file(), path.is_dir())


def check_tree(entries: tuple[Entry, ...], folder: str) -> Iterator[Problem]:
    """Yield Problems for links, for files that are no text, and for names that make bad addresses.

    `folder` is how messages call the content folder.
    """
    for entry in entries:
        parts = entry.path.split("/")
        place = f"{folder}/{entry.path}"
        if entry.is_link:
            yield Problem(
                place, 1, 1, "BST005", "dit is een koppeling naar iets anders",
                "Zet het bestand zelf hier neer.",
            )  # fmt: skip
        elif not entry.is_file and not entry.is_folder:
            yield Problem(place, 1, 1, "BST005", "dit is geen gewoon bestand", "Haal het hier weg.")
        elif is_kept_apart(PurePath(entry.path)):
            continue
        elif parts[0] in TEXT_FOLDERS:
            yield from _check_text(entry, place, parts[-1])
        elif not _FILE_NAME.fullmatch(parts[-1]):
            yield _bad_name(place, parts[-1])


def _check_text(entry: Entry, place: str, name: str) -> Iterator[Problem]:
    stem = name.removesuffix(".md") if entry.is_file else name
    if entry.is_file and stem == name:
        yield Problem(
            place, 1, 1, "BST006", "hier horen alleen Markdown-bestanden, met «.md» op het eind",
            "Geef het bestand een naam met «.md», of verplaats een beeld naar content/beelden/.",
        )  # fmt: skip
    elif not _NAME.fullmatch(stem):
        yield _bad_name(place, name)


def _bad_name(place: str, name: str) -> Problem:
    return Problem(
        place, 1, 1, "BST007", f"de naam «{name}» geeft een adres dat niet overal werkt",
        "Gebruik alleen kleine letters zonder accent, cijfers en streepjes.",
    )  # fmt: skip
