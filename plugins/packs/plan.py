"""Which files a pack will hold, before any of them is made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from plugins.packs.document import Document, render_docx, render_odt, render_pdf
from plugins.packs.guide import PageSource, build_guide, build_letter
from plugins.packs.names import GUIDE_NAME, is_card, letter_name
from plugins.packs.pack import Pack

FORMATS: Mapping[str, Callable[[Document], bytes]] = {
    "PDF": render_pdf,
    "DOCX": render_docx,
    "ODT": render_odt,
}


@dataclass(frozen=True, slots=True)
class Hub:
    """The hub a pack comes from: `address` is public or empty, `notice` says it is an example."""

    name: str = "Kennishub"
    address: str = ""
    notice: str = ""


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """A file to make: its name in the pack, its format ("PDF"), and the document it shows."""

    name: str
    format: str
    title: str
    document: Document


def plan_files(pack: Pack, pages: Mapping[str, PageSource], hub: Hub) -> tuple[PlannedFile, ...]:
    """Return the files of a pack, the guide first; `pages`, by path, hold all that it names."""
    files: list[PlannedFile] = []
    if pack.pages:
        files += _plan(GUIDE_NAME, "Gids", _guide(pack, pages, hub), ("PDF", "DOCX", "ODT"))
    for path in pack.letters:
        document = _letter(path, pack, pages, hub)
        formats = ("PDF", "DOCX", "ODT") if document.kind == "card" else ("DOCX", "ODT")
        files += _plan(letter_name(path), document.title, document, formats)
    return tuple(files)


def _plan(stem: str, title: str, document: Document, formats: tuple[str, ...]) -> list[PlannedFile]:
    return [PlannedFile(f"{stem}.{name.casefold()}", name, title, document) for name in formats]


def _guide(pack: Pack, pages: Mapping[str, PageSource], hub: Hub) -> Document:
    return Document(
        kind="guide",
        title=pack.title,
        html=build_guide(tuple(pages[path] for path in pack.pages), hub.address),
        pack=pack.title,
        description=pack.description,
        version=pack.version,
        date=pack.date,
        hub=hub.name,
        notice=hub.notice,
        companions=tuple(pages[path].title for path in pack.letters),
    )


def _letter(path: str, pack: Pack, pages: Mapping[str, PageSource], hub: Hub) -> Document:
    return Document(
        kind="card" if is_card(path) else "letter",
        title=pages[path].title,
        html=build_letter(pages[path], hub.address),
        pack=pack.title,
        description=pack.description,
        version=pack.version,
        date=pack.date,
        hub=hub.name,
        notice=hub.notice,
    )
