"""What may stand in the content folder, and under which names."""

import re
from collections.abc import Iterator
from pathlib import PurePath

from plugins.core.files import is_kept_apart
from plugins.core.problem import Problem
from plugins.core.suggest import render_hint
from plugins.core.tree import TEXT_FOLDERS, Entry

IMAGE_FOLDER = "beelden"
IMAGES = (".png", ".jpg", ".jpeg", ".webp")  # no SVG: it can hold scripts
_FOLDERS = (*TEXT_FOLDERS, IMAGE_FOLDER)
_DATA = (".yaml", ".bib")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FILE_NAME = re.compile(r"[A-Za-z0-9._-]+")  # of images and data files
# Windows keeps these for devices, with any ending.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.I)
_LONGEST_NAME, _LONGEST_PATH = 100, 180  # archives and Windows can do with these


def check_tree(entries: tuple[Entry, ...], folder: str) -> Iterator[Problem]:
    """Yield Problems for what is no regular file, for files that do not belong where they are, and
    for names that do not work everywhere.

    `folder` is how messages call the content folder.
    """
    for entry in entries:
        found = _find_fault(entry)
        if found:
            yield Problem(f"{folder}/{entry.path}".rstrip("/"), 1, 1, *found)
    yield from _check_alike(entries, folder)


def _find_fault(entry: Entry) -> tuple[str, str, str] | None:
    """Return code, message and hint of what is wrong with one thing, or None."""
    irregular = _find_irregular(entry)
    if irregular or is_kept_apart(PurePath(entry.path)):
        return irregular
    first, *rest = entry.path.split("/")
    name = rest[-1] if rest else first
    if len(name) > _LONGEST_NAME or len(entry.path) > _LONGEST_PATH:
        return (
            "BST008", f"deze naam is te lang: {len(name)} tekens, het hele pad {len(entry.path)}",
            f"Kort hem in: hooguit {_LONGEST_NAME}, en het pad hooguit {_LONGEST_PATH}.",
        )  # fmt: skip
    if not rest:
        return _find_stray(entry)
    if first in TEXT_FOLDERS:
        return _find_text_fault(entry, name)
    return _find_image_fault(entry, name) if first == IMAGE_FOLDER else None


def _find_irregular(entry: Entry) -> tuple[str, str, str] | None:
    if entry.is_link:
        here = "Zet het bestand zelf hier neer."
        return "BST005", "dit is een koppeling naar iets anders", here
    if entry.is_closed:
        return "BST003", "deze map is niet te openen", "Kijk of u de map mag lezen."
    if not entry.is_file and not entry.is_folder:
        return "BST005", "dit is geen gewoon bestand", "Haal het hier weg."
    if entry.names > 1:
        copy = "Zet een kopie van het bestand hier neer."
        return "BST005", "dit bestand staat ook ergens anders op de schijf", copy
    return None


def _find_stray(entry: Entry) -> tuple[str, str, str] | None:
    """Return what is wrong with something right in content/: nothing of it would come out."""
    where = f"Zet het in een van de mappen {', '.join(_FOLDERS)}."
    if entry.is_folder and entry.path not in _FOLDERS:
        near = render_hint(entry.path, _FOLDERS, where)
        return "BST009", "deze map hoort hier niet: er komt niets van op de hub", near
    if entry.is_file and not entry.path.endswith(_DATA):
        return "BST009", "dit bestand hoort hier niet: er komt niets van op de hub", where
    return None if _FILE_NAME.fullmatch(entry.path) else _bad_name(entry.path)


def _find_text_fault(entry: Entry, name: str) -> tuple[str, str, str] | None:
    stem = name.removesuffix(".md") if entry.is_file else name
    if entry.is_file and stem == name:
        return (
            "BST006", "hier horen alleen Markdown-bestanden, met «.md» op het eind",
            "Geef het bestand een naam met «.md», of verplaats een beeld naar content/beelden/.",
        )  # fmt: skip
    return None if _NAME.fullmatch(stem) and not _DEVICE.fullmatch(stem) else _bad_name(name)


def _find_image_fault(entry: Entry, name: str) -> tuple[str, str, str] | None:
    if entry.is_file and not name.casefold().endswith(IMAGES):
        return (
            "BST010", f"hier horen alleen beelden: {', '.join(IMAGES)}",
            "Bewaar een tekening als png; een document maakt u als brief in content/brieven/.",
        )  # fmt: skip
    return None if _FILE_NAME.fullmatch(name) and not _DEVICE.fullmatch(name) else _bad_name(name)


def _check_alike(entries: tuple[Entry, ...], folder: str) -> Iterator[Problem]:
    """Yield Problems for names that differ in capitals only: on some disks they are one file."""
    seen: dict[str, str] = {}
    for entry in entries:
        other = seen.setdefault(entry.path.casefold(), entry.path)
        if other != entry.path:
            yield Problem(
                f"{folder}/{entry.path}", 1, 1, "BST011",
                f"deze naam verschilt alleen in hoofdletters van «{other}»",
                "Geef een van de twee een andere naam.",
            )  # fmt: skip


def _bad_name(name: str) -> tuple[str, str, str]:
    return (
        "BST007", f"de naam «{name}» geeft een adres dat niet overal werkt",
        "Gebruik alleen kleine letters zonder accent, cijfers en streepjes.",
    )  # fmt: skip
