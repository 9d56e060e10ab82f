"""What the page of downloads shows of a pack; addresses count from the root of the site."""

from dataclasses import dataclass
from datetime import date

from plugins.core.dutch import render_size
from plugins.packs.build import BuiltFile, BuiltPack

DOWNLOADS = "downloads"


@dataclass(frozen=True, slots=True)
class File:
    """A file to download: `url` like ``downloads/school/gids.pdf``, `size` in words ("412 kB")."""

    name: str
    url: str
    format: str
    size: str
    title: str


@dataclass(frozen=True, slots=True)
class Download:
    """A pack as a template lists it: the ZIP, and each file on its own."""

    id: str
    title: str
    audiences: tuple[str, ...]
    description: str
    version: str
    date: date
    zip: File
    files: tuple[File, ...]


def build_download(built: BuiltPack) -> Download:
    """Return what the page of downloads shows of a pack that was made."""
    pack = built.pack
    return Download(
        pack.id, pack.title, pack.audiences, pack.description, pack.version, pack.date,
        _file(pack.id, built.zip), tuple(_file(pack.id, file) for file in built.files),
    )  # fmt: skip


def _file(pack: str, file: BuiltFile) -> File:
    url = f"{DOWNLOADS}/{pack}/{file.name}"
    return File(file.name, url, file.format, render_size(len(file.data)), file.title)
