"""Checks on packs: values in, Problems out."""

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from plugins.core.problem import Problem
from plugins.core.schema import check_fields
from plugins.core.suggest import render_hint
from plugins.core.yaml import Fields, Scalar
from plugins.packs.check_text import check_left_out, check_own_signs, check_texts
from plugins.packs.conversion import ConversionError
from plugins.packs.fields import FILE_FIELDS
from plugins.packs.names import GUIDE_NAME, piece_name
from plugins.packs.pack import FOLDERS, PackReading, find_entries, find_paths, find_scalars


def check_packs(packs: PackReading, paths: Iterable[str]) -> Iterator[Problem]:
    """Yield what is wrong with the packs; `paths` of pages and letters are relative to content/."""
    if packs.value is not None:
        yield from check_fields(packs.value, FILE_FIELDS, packs.file)
    known = frozenset(paths)
    for entry in packs.entries:
        yield from _check_entry(entry, packs.file, known)
    yield from _check_once(packs.entries, "id", packs.file, "PAK002", "het pakket")
    yield from _check_once(packs.blanks, "plek", packs.file, "PAK011", "de invulplek")
    yield from check_texts(packs)
    yield from check_left_out(packs)


def find_conversion_problem(packs: PackReading, pack: str, error: ConversionError) -> Problem:
    """Return the Problem that the pack with the id `pack` could not be made: at the letter that
    cannot be converted, or at that id.
    """
    wanted = (("id", pack), ("bestand", error.path))
    found = [place for field, text in wanted for place in _find_places(packs, pack, field, text)]
    return Problem(
        packs.file, found[-1].line, found[-1].column, "PAK006",
        f"het pakket «{pack}» is niet te maken: {error}",
        "Verbeter het genoemde in de pagina's, de brieven of de omschrijving van dit pakket.",
    )  # fmt: skip


def _find_places(packs: PackReading, pack: str, field: str, text: str) -> Iterator[Scalar]:
    """Yield where a pack names `text` in a field of its own or of one of its pieces."""
    for entry in packs.entries:
        if entry.text("id") == pack:
            for fields in (entry, *find_entries(entry, "onderdelen")):
                yield from (one for one in find_scalars(fields, field) if one.text == text)


def _check_entry(entry: Fields, file: str, known: frozenset[str]) -> Iterator[Problem]:
    pages, pieces = find_paths(entry)
    if not pages and not pieces:
        yield Problem(
            file, entry.line, entry.column, "PAK004", "dit pakket is leeg",
            "Noem bij «gids» of «onderdelen» ten minste één bestand.",
        )  # fmt: skip
    for path in (*pages, *pieces):
        yield from _check_path(path, file, known)
    yield from _check_names(pages, pieces, file)
    yield from _check_versions(entry, file)
    yield from check_own_signs(entry, file)


def _check_path(path: Scalar, file: str, known: frozenset[str]) -> Iterator[Problem]:
    parts = PurePosixPath(path.text).parts
    if not parts or parts[0] not in FOLDERS or ".." in parts or "\\" in path.text:
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
    pages: tuple[Scalar, ...], pieces: tuple[Scalar, ...], file: str
) -> Iterator[Problem]:
    seen = {GUIDE_NAME: "de gids"}
    named = [(path, piece_name(path.text)) for path in pieces]
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


def _check_versions(entry: Fields, file: str) -> Iterator[Problem]:
    changes = find_entries(entry, "wijzigingen")
    found = [scalar for change in changes for scalar in find_scalars(change, "versie")]
    numbers = [tuple(map(int, re.findall(r"[0-9]{1,9}", version.text))) for version in found]
    for number, newer, version in zip(numbers[1:], numbers, found[1:], strict=False):
        if number >= newer:
            yield Problem(
                file, version.line, version.column, "PAK010",
                f"versie {version.text} staat onder een versie die niet nieuwer is",
                "Zet de nieuwste versie bovenaan, en geef elke versie een eigen nummer.",
            )  # fmt: skip


def _check_once(
    entries: tuple[Fields, ...], field: str, file: str, code: str, what: str
) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for found in (one for entry in entries for one in find_scalars(entry, field)):
        if found.text in seen:
            yield Problem(
                file, found.line, found.column, code,
                f"{what} «{found.text}» staat er twee keer (eerder op regel {seen[found.text]})",
                f"Geef elk een eigen «{field}».",
            )  # fmt: skip
        seen.setdefault(found.text, found.line)
