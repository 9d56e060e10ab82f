"""Checks on packs: values in, Problems out."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from plugins.core.problem import Problem
from plugins.core.schema import check_fields
from plugins.core.suggest import render_hint
from plugins.core.yaml import Fields, Items, Scalar
from plugins.packs.names import GUIDE_NAME, letter_name
from plugins.packs.pack import PACK_FIELDS, PackReading, find_scalars

_FOLDERS = ("pages", "brieven")


def check_packs(packs: PackReading, paths: Iterable[str]) -> Iterator[Problem]:
    """Yield what is wrong with the packs; `paths` of pages and letters are relative to content/."""
    if packs.value is not None and not isinstance(packs.value, Items):
        yield Problem(
            packs.file, packs.value.line, packs.value.column, "YML004",
            "hier hoort een lijst van pakketten te staan", "Begin elk pakket met «- id: …».",
        )  # fmt: skip
    known = frozenset(paths)
    for entry in packs.entries:
        yield from check_fields(entry, PACK_FIELDS, packs.file)
        if isinstance(entry, Fields):
            yield from _check_entry(entry, packs.file, known)
    yield from _check_ids(packs)


def find_conversion_problem(packs: PackReading, pack: str, reason: str) -> Problem:
    """Return the Problem that the pack with the id `pack` could not be made, at that id."""
    found = next(one for one in _find_ids(packs) if one.text == pack)
    return Problem(
        packs.file, found.line, found.column, "PAK006",
        f"het pakket «{pack}» is niet te maken: {reason}",
        "Verbeter het genoemde in de pagina's, de brieven of de omschrijving van dit pakket.",
    )  # fmt: skip


def _check_entry(entry: Fields, file: str, known: frozenset[str]) -> Iterator[Problem]:
    pages, letters = find_scalars(entry, "gids"), find_scalars(entry, "brieven")
    if not pages and not letters:
        yield Problem(
            file, entry.line, entry.column, "PAK004", "dit pakket is leeg",
            "Noem bij «gids» of «brieven» ten minste één bestand.",
        )  # fmt: skip
    for path in (*pages, *letters):
        yield from _check_path(path, file, known)
    yield from _check_names(pages, letters, file)


def _check_path(path: Scalar, file: str, known: frozenset[str]) -> Iterator[Problem]:
    parts = PurePosixPath(path.text).parts
    if not parts or parts[0] not in _FOLDERS or ".." in parts or "\\" in path.text:
        yield Problem(
            file, path.line, path.column, "PAK003",
            f"«{path.text}» staat niet in pages/ of brieven/",
            "Schrijf het pad vanaf content/, zonder «..»: «pages/kosten.md».",
        )  # fmt: skip
    elif path.text not in known:
        yield Problem(
            file, path.line, path.column, "PAK001", f"«{path.text}» bestaat niet",
            render_hint(path.text, known, "Maak het bestand aan, of haal het uit het pakket."),
        )  # fmt: skip


def _check_names(
    pages: tuple[Scalar, ...], letters: tuple[Scalar, ...], file: str
) -> Iterator[Problem]:
    seen = {GUIDE_NAME: "de gids"}
    named = [(path, letter_name(path.text)) for path in letters]
    for path, name in [*((path, path.text) for path in pages), *named]:
        if not name:
            yield Problem(
                file, path.line, path.column, "PAK007",
                f"van «{path.text}» is geen bestandsnaam te maken",
                "Geef de brief een naam met letters van a tot z: «brieven/brief-ouders.md».",
            )  # fmt: skip
        elif name in seen:
            yield Problem(
                file, path.line, path.column, "PAK005",
                f"«{path.text}» botst met {seen[name]}: twee bestanden van één naam",
                "Noem elk bestand één keer, of geef de brief een andere naam.",
            )  # fmt: skip
        seen.setdefault(name, f"«{path.text}»")


def _check_ids(packs: PackReading) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for found in _find_ids(packs):
        if found.text in seen:
            earlier = f"eerder op regel {seen[found.text]}"
            yield Problem(
                packs.file, found.line, found.column, "PAK002",
                f"het pakket «{found.text}» staat er twee keer ({earlier})",
                "Geef elk pakket een eigen id.",
            )  # fmt: skip
        seen.setdefault(found.text, found.line)


def _find_ids(packs: PackReading) -> Iterator[Scalar]:
    for entry in packs.entries:
        if isinstance(entry, Fields):
            yield from find_scalars(entry, "id")
