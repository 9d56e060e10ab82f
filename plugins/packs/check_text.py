"""Checks on the texts of packs, pages and letters, for what would go wrong in their documents."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from plugins.core.code import blank_code
from plugins.core.problem import Problem
from plugins.core.source import Source
from plugins.core.suggest import render_hint
from plugins.core.yaml import Fields
from plugins.packs.blank import find_blanks, find_body
from plugins.packs.fields import PRINTED_KINDS
from plugins.packs.pack import PackReading, find_entries, find_paths, find_scalars
from plugins.packs.section import find_section_ids
from plugins.packs.sign import find_unknown_signs

_IMAGE = re.compile(r"!\[[^\]\n]{0,300}\]\(\s*<?(?P<file>[^)>\s]{1,300})")
# What Word, OpenDocument and PDF all show, by its ending.
_DRAWN = frozenset((".png", ".jpg", ".jpeg"))
_OTHER_FIELD = re.compile(r"^(?!titel:).*", re.M)
_SIGN = "het teken «{}» kan niet in een PDF"
_SIGN_HINT = "Schrijf het in woorden, of laat het weg."
_SECTION_HINT = (
    "Noem een kop uit dit pakket met een eigen kenmerk: «brieven/checklist.md#vo» bij «{#vo}»."
)
_IMAGE_WITHOUT_WORDS = re.compile(r"!\[\s*\][(\[]")


def check_texts(packs: PackReading) -> Iterator[Problem]:
    """Yield what would go wrong in the documents, at its place in the page or the letter."""
    names = frozenset(one.text for entry in packs.blanks for one in find_scalars(entry, "plek"))
    pieces = {path.text for entry in packs.entries for path in find_paths(entry)[1]}
    printed = {path for entry in packs.entries for path in _find_printed(entry)}
    for path, source in packs.texts:
        yield from _check_images(source)
        if path in pieces:
            yield from _check_blanks(source, names)
        if path in printed:
            yield from _check_signs(source)


def _find_printed(entry: Fields) -> Iterator[str]:
    """Yield the paths of what becomes a PDF."""
    yield from (path.text for path in find_paths(entry)[0])
    for piece in find_entries(entry, "onderdelen"):
        if piece.text("soort") in PRINTED_KINDS:
            yield from (path.text for path in find_scalars(piece, "bestand"))


def _check_signs(source: Source) -> Iterator[Problem]:
    start = find_body(source.text)
    fields = _OTHER_FIELD.sub(lambda line: " " * len(line[0]), source.text[:start])
    for sign, offset in find_unknown_signs(fields + source.text[start:]):
        yield source.problem(offset, "PAK012", _SIGN.format(sign), _SIGN_HINT)


def check_own_signs(entry: Fields, file: str) -> Iterator[Problem]:
    """Yield the signs that cannot be shown in what a PDF says of its pack."""
    shown = [one for field in ("titel", "omschrijving") for one in find_scalars(entry, field)]
    for piece in find_entries(entry, "onderdelen"):
        shown += find_scalars(piece, "voor")
    for text in shown:
        for sign, _ in find_unknown_signs(text.text):
            yield Problem(file, text.line, text.column, "PAK012", _SIGN.format(sign), _SIGN_HINT)


def check_left_out(packs: PackReading) -> Iterator[Problem]:
    """Yield the sections that a pack leaves out and does not have."""
    texts = dict(packs.texts)
    for entry in packs.entries:
        named = {path.text for found in find_paths(entry) for path in found}
        known = {
            f"{path}#{name}"
            for path in named & texts.keys()
            for name in find_section_ids(texts[path].text)
        }
        for section in find_scalars(entry, "weglaten"):
            if section.text not in known:
                yield Problem(
                    packs.file, section.line, section.column, "PAK014",
                    f"de paragraaf «{section.text}» is niet in dit pakket",
                    render_hint(section.text, known, _SECTION_HINT),
                )  # fmt: skip


def _check_images(source: Source) -> Iterator[Problem]:
    for match in _IMAGE_WITHOUT_WORDS.finditer(blank_code(source.text)):
        yield source.problem(
            match.start(), "PAK009", "dit beeld heeft geen alternatieve tekst",
            "Schrijf tussen de haken wat er te zien is: «![Route van het signaal](…)».",
        )  # fmt: skip
    for match in _IMAGE.finditer(blank_code(source.text)):
        if PurePosixPath(match["file"]).suffix.casefold() not in _DRAWN:
            yield source.problem(
                match.start(), "PAK013", f"«{match['file']}» kan niet in een document",
                "Gebruik in een pakket een beeld in PNG of JPEG.",
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
