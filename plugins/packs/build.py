"""A pack made: all its files as bytes, and those bytes on disk."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from plugins.packs.archive import build_archive
from plugins.packs.guide import PageSource
from plugins.packs.names import archive_name
from plugins.packs.pack import Pack
from plugins.packs.plan import FORMATS, Hub, PlannedFile, plan_files

__all__ = ["BuiltFile", "BuiltPack", "Hub", "PageSource", "build_pack", "gather_pack", "write_pack"]

# The converters are programs of their own, so threads keep both of a small machine's cores busy.
_WORKERS = 4


@dataclass(frozen=True, slots=True)
class BuiltFile:
    """A file that was made: name, format ("PDF"), title for readers, bytes."""

    name: str
    format: str
    title: str
    data: bytes


@dataclass(frozen=True, slots=True)
class BuiltPack:
    """A pack with its single files and the ZIP that holds them all."""

    pack: Pack
    files: tuple[BuiltFile, ...]
    zip: BuiltFile


def build_pack(pack: Pack, pages: Mapping[str, PageSource], hub: Hub | None = None) -> BuiltPack:
    """Make every file of the pack in memory; `pages` are by path ("pages/kosten.md")."""
    hub = hub or Hub()
    plan = plan_files(pack, pages, hub)
    with ThreadPoolExecutor(_WORKERS) as pool:
        made = tuple(pool.map(_make, plan))
    contents = {file.name: data for file, data in zip(plan, made, strict=True)}
    return gather_pack(pack, plan, contents, build_archive(pack, hub, plan, contents))


def gather_pack(
    pack: Pack, plan: tuple[PlannedFile, ...], contents: Mapping[str, bytes], archive: bytes
) -> BuiltPack:
    """Return the pack from its plan, the bytes of its files by name, and its ZIP."""
    files = tuple(
        BuiltFile(file.name, file.format, file.title, contents[file.name]) for file in plan
    )
    return BuiltPack(pack, files, BuiltFile(archive_name(pack), "ZIP", pack.title, archive))


def write_pack(built: BuiltPack, folder: Path) -> None:
    """Write the ZIP and the single files into `folder`, which is made when it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in (*built.files, built.zip):
        (folder / file.name).write_bytes(file.data)


def _make(file: PlannedFile) -> bytes:
    return FORMATS[file.format](file.document)
