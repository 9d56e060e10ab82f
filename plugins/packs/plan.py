"""The files of a pack: planned from its pages, then made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from plugins.packs.document import Document, render_docx, render_odt, render_pdf
from plugins.packs.guide import PageSource, build_guide, build_letter
from plugins.packs.names import GUIDE_NAME, is_card, letter_name
from plugins.packs.pack import Hub, Pack

_RENDERERS: Mapping[str, Callable[[Document], bytes]] = {
    "PDF": render_pdf,
    "DOCX": render_docx,
    "ODT": render_odt,
}
_ALL = tuple(_RENDERERS)
_EDITABLE = ("DOCX", "ODT")


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """A file to make: its name in the pack, its format ("PDF"), and the document it shows."""

    name: str
    format: str
    title: str
    document: Document

    def with_data(self, data: bytes) -> "BuiltFile":
        """Return the file as made, with these bytes."""
        return BuiltFile(self.name, self.format, self.title, data)


@dataclass(frozen=True, slots=True)
class BuiltFile:
    """A file that was made: name, format ("PDF"), title for readers, bytes."""

    name: str
    format: str
    title: str
    data: bytes


def plan_files(pack: Pack, pages: Mapping[str, PageSource], hub: Hub) -> tuple[PlannedFile, ...]:
    """Return the files of a pack, the guide first; `pages`, by path, hold all that it names."""
    files: list[PlannedFile] = []
    if pack.pages:
        files += _plan(GUIDE_NAME, "Gids", _guide(pack, pages, hub), _ALL)
    for path in pack.letters:
        document = _letter(path, pack, pages, hub)
        formats = _ALL if document.kind == "card" else _EDITABLE
        files += _plan(letter_name(path), document.title, document, formats)
    return tuple(files)


def build_file(file: PlannedFile) -> BuiltFile:
    """Make a planned file; raise ConversionError when its document cannot be converted."""
    return file.with_data(_RENDERERS[file.format](file.document))


def _plan(stem: str, title: str, document: Document, formats: tuple[str, ...]) -> list[PlannedFile]:
    return [PlannedFile(f"{stem}.{name.casefold()}", name, title, document) for name in formats]


def _guide(pack: Pack, pages: Mapping[str, PageSource], hub: Hub) -> Document:
    html = build_guide(tuple(pages[path] for path in pack.pages), hub.address)
    companions = tuple(pages[path].title for path in pack.letters)
    return Document("guide", pack.title, html, pack, hub, companions)


def _letter(path: str, pack: Pack, pages: Mapping[str, PageSource], hub: Hub) -> Document:
    html = build_letter(pages[path], hub.address)
    return Document("card" if is_card(path) else "letter", pages[path].title, html, pack, hub)
