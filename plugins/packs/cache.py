"""Packs that need not be made again: the ZIP is kept under the digest of all that went into it."""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict
from hashlib import sha256
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from plugins.core import dutch
from plugins.packs.build import BuiltPack, build_pack, gather_pack
from plugins.packs.guide import PageSource
from plugins.packs.pack import Pack
from plugins.packs.plan import Hub, plan_files

_CONVERTERS = ("pypandoc-binary", "typst")


def build_cached(
    pack: Pack, pages: Mapping[str, PageSource], hub: Hub, folder: Path | None
) -> BuiltPack:
    """Return what `build_pack` does, from `folder` when it was made before; None keeps nothing."""
    if folder is None:
        return build_pack(pack, pages, hub)
    kept = folder / f"{pack.id}.{_digest(pack, pages, hub)}.zip"
    built = _read_kept(kept, pack, pages, hub)
    if built is None:
        built = build_pack(pack, pages, hub)
        _keep(built, kept)
    return built


def _digest(pack: Pack, pages: Mapping[str, PageSource], hub: Hub) -> str:
    inputs = {
        "pack": asdict(pack),
        "hub": asdict(hub),
        "pages": [asdict(pages[path]) for path in pack.paths],
        "converters": [version(name) for name in _CONVERTERS],
        "room": [sha256(path.read_bytes()).hexdigest() for path in _sources()],
    }
    return sha256(json.dumps(inputs, default=str, sort_keys=True).encode()).hexdigest()


def _sources() -> tuple[Path, ...]:
    room = Path(__file__).parent
    return (
        *sorted(room.glob("*.py")),
        *sorted(path for path in room.glob("templates/**/*") if path.is_file()),
        Path(dutch.__file__),
    )


def _read_kept(
    kept: Path, pack: Pack, pages: Mapping[str, PageSource], hub: Hub
) -> BuiltPack | None:
    plan = plan_files(pack, pages, hub)
    try:
        data = kept.read_bytes()
        with ZipFile(BytesIO(data)) as archive:
            contents = {file.name: archive.read(file.name) for file in plan}
    except (FileNotFoundError, BadZipFile, KeyError):
        return None
    return gather_pack(pack, plan, contents, data)


def _keep(built: BuiltPack, kept: Path) -> None:
    """Write the ZIP, whole or not at all, and let go of older versions of the same pack."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    partial_file = kept.with_suffix(".deel")
    partial_file.write_bytes(built.zip.data)
    for old in kept.parent.glob(f"{built.pack.id}.*.zip"):
        old.unlink()
    os.replace(partial_file, kept)
