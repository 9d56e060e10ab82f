"""What the page of downloads shows of a pack; addresses count from the root of the site."""

from dataclasses import dataclass

from plugins.core.dutch import render_size
from plugins.packs.build import BuiltPack
from plugins.packs.names import filled_name
from plugins.packs.pack import Blank, Pack
from plugins.packs.plan import BuiltFile, Part

DOWNLOADS = "downloads"


@dataclass(frozen=True, slots=True)
class File:
    """A file to download: `url` like ``downloads/school/gids.pdf``, `size` in words ("412 kB")."""

    url: str
    name: str
    format: str
    size: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A part of a pack as a template lists it, with its files."""

    part: Part
    files: tuple[File, ...]

    @property
    def prints(self) -> File | None:
        """The file to print a card or a poster from."""
        is_sheet = self.part.document.look in ("card", "poster")
        return next((file for file in self.files if is_sheet and file.format == "PDF"), None)


@dataclass(frozen=True, slots=True)
class Download:
    """A pack as a template lists it: the ZIP, and each part with its files.

    `blanks` are what a reader can have filled in, `filled_name` how the ZIP is called then, and
    `left_out` the names of the files that it cannot hold: a PDF cannot be filled in.
    """

    pack: Pack
    zip: File
    parts: tuple[Listed, ...]
    blanks: tuple[Blank, ...]
    filled_name: str
    left_out: tuple[str, ...]


def build_download(built: BuiltPack) -> Download:
    """Return what the page of downloads shows of a pack that was made."""
    pack, files = built.pack, {file.name: file for file in built.files}
    used = {name for part in built.parts for name in part.blanks}
    return Download(
        pack=pack,
        zip=_file(pack, built.zip),
        parts=tuple(_list(pack, part, files) for part in built.parts),
        blanks=tuple(blank for blank in pack.blanks if blank.name in used),
        filled_name=filled_name(pack),
        left_out=tuple(
            part.file_name("PDF")
            for part in built.parts
            if part.blanks and "PDF" in part.kind.formats
        ),
    )


def _list(pack: Pack, part: Part, files: dict[str, BuiltFile]) -> Listed:
    return Listed(
        part, tuple(_file(pack, files[part.file_name(form)]) for form in part.kind.formats)
    )


def _file(pack: Pack, file: BuiltFile) -> File:
    url = f"{DOWNLOADS}/{pack.id}/{file.name}"
    return File(url, file.name, file.format, render_size(len(file.data)))
