"""A pack made: all its files as bytes, and those bytes on disk."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from plugins.packs.archive import build_archive
from plugins.packs.guide import PageSource
from plugins.packs.names import archive_name
from plugins.packs.pack import Hub, Pack
from plugins.packs.plan import BuiltFile, Part, build_file, plan_parts

# The converters are programs of their own, so threads keep both of a small machine's cores busy.
_WORKERS = 4


@dataclass(frozen=True, slots=True)
class BuiltPack:
    """A pack with its parts, their files, and the bytes of the ZIP that holds them all."""

    pack: Pack
    parts: tuple[Part, ...]
    files: tuple[BuiltFile, ...]
    archive: bytes

    @property
    def zip(self) -> BuiltFile:
        """The ZIP as a file like the others."""
        return BuiltFile(archive_name(self.pack), "ZIP", self.archive)


def build_pack(pack: Pack, pages: Mapping[str, PageSource], hub: Hub) -> BuiltPack:
    """Make every file of the pack in memory; `pages` are by path ("pages/kosten.md")."""
    parts = plan_parts(pack, pages, hub)
    wanted = [(part, form) for part in parts for form in part.kind.formats]
    with ThreadPoolExecutor(_WORKERS) as pool:
        files = tuple(pool.map(lambda one: build_file(*one), wanted))
    return BuiltPack(pack, parts, files, build_archive(pack, hub, parts, files))


def write_pack(built: BuiltPack, folder: Path) -> None:
    """Write the ZIP and the single files into `folder`, which is made when it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in (*built.files, built.zip):
        (folder / file.name).write_bytes(file.data)
