"""What the page of downloads shows of a pack; addresses count from the root of the site."""

from dataclasses import dataclass

from plugins.core.dutch import render_size
from plugins.packs.build import BuiltPack
from plugins.packs.pack import Pack
from plugins.packs.plan import BuiltFile

DOWNLOADS = "downloads"


@dataclass(frozen=True, slots=True)
class File:
    """A file to download: `url` like ``downloads/school/gids.pdf``, `size` in words ("412 kB")."""

    url: str
    format: str
    size: str
    title: str


@dataclass(frozen=True, slots=True)
class Download:
    """A pack as a template lists it: the ZIP, and each file on its own."""

    pack: Pack
    zip: File
    files: tuple[File, ...]


def build_download(built: BuiltPack) -> Download:
    """Return what the page of downloads shows of a pack that was made."""
    files = tuple(_file(built.pack, file) for file in built.files)
    return Download(built.pack, _file(built.pack, built.zip), files)


def _file(pack: Pack, file: BuiltFile) -> File:
    url = f"{DOWNLOADS}/{pack.id}/{file.name}"
    return File(url, file.format, render_size(len(file.data)), file.title)
