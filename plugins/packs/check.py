"""Checks on packs: values in, Problems out."""

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from plugins.core.code import blank_code
from plugins.core.problem import Problem
from plugins.core.schema import check_fields
from plugins.core.source import Source
from plugins.core.suggest import render_hint
from plugins.core.yaml import Fields, Scalar
from plugins.packs.blank import find_blanks
from plugins.packs.fields import FILE_FIELDS
from plugins.packs.names import GUIDE_NAME, piece_name
from plugins.packs.pack import FOLDERS, PackReading, find_entries, find_paths, find_scalars

_IMAGE_WITHOUT_WORDS = re.compile(r"!\[\s*\][(\[]")


def check_packs(packs: PackReading, paths: Iterable[str]) -> Iterator[Problem]:
    """Yield what is wrong with the packs; `paths` of pages and letters are relative to content/."""
    if packs.value is not None:
        yield from check_fields(packs.value, FILE_FIELDS, packs.file)
    known = frozenset(paths)
    for entry in packs.entries:
        yield from _check_entry(entry, packs.file, known)
    yield from _check_once(packs.entries, "id", packs.file, "PAK002", "het pakket")
    yield from _check_once(packs.blanks, "plek", packs.file, "PAK011", "de invulplek")
    yield from _check_texts(packs)


def find_conversion_problem(packs: PackReading, pack: str, reason: str) -> Problem:
    """Return the Problem that the pack with the id `pack` could not be made, at that id."""
    ids = (one for entry in packs.entries for one in find_scalars(entry, "id"))
    found = next(one for one in ids if one.text == pack)
    return Problem(
        packs.file, found.line, found.column, "PAK006",
        f"het pakket «{pack}» is niet te maken: {reason}",
        "Verbeter het genoemde in de pagina's, de brieven of de omschrijving van dit pakket.",
    )  # fmt: skip


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


def _check_texts(packs: PackReading) -> Iterator[Problem]:
    """Yield what would go wrong in the documents, at its place in the page or the letter."""
    names = frozenset(one.text for entry in packs.blanks for one in find_scalars(entry, "plek"))
    pieces = {path.text for entry in packs.entries for path in find_paths(entry)[1]}
    for path, source in packs.texts:
        yield from _check_images(source)
        if path in pieces:
            yield from _check_blanks(source, names)


def _check_images(source: Source) -> Iterator[Problem]:
    for match in _IMAGE_WITHOUT_WORDS.finditer(blank_code(source.text)):
        yield source.problem(
            match.start(), "PAK009", "dit beeld heeft geen alternatieve tekst",
            "Schrijf tussen de haken wat er te zien is: «![Route van het signaal](…)».",
        )  # fmt: skip


def _check_blanks(source: Source, names: frozenset[str]) -> Iterator[Problem]:
    for name, offset in find_blanks(source):
        if name not in names:
            otherwise = (
                "Gebruik een plek uit «invulplekken» in pakketten.yaml, of zet haar daar bij."
            )
            yield source.problem(
                offset, "PAK008", f"de invulplek «[{name}]» bestaat niet",
                render_hint(name, names, otherwise),
            )  # fmt: skip
