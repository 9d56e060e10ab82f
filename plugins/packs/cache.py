"""Packs that need not be made again: the ZIP is kept under the digest of all that went into it."""

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import asdict
from hashlib import sha256
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from plugins.core import dutch
from plugins.core.folder import remove
from plugins.core.memory import find_key
from plugins.packs.build import BuiltPack, build_pack
from plugins.packs.guide import PageSource
from plugins.packs.pack import Hub, Pack
from plugins.packs.plan import BuiltFile, Part, plan_parts

_CONVERTERS = ("pypandoc-binary", "typst")
_SUFFIX = ".pakket"
_SEAL_SIZE = sha256().digest_size


def build_cached(
    pack: Pack, pages: Mapping[str, PageSource], hub: Hub, folder: Path | None
) -> BuiltPack:
    """Return what `build_pack` does, from `folder` when it was made before; None keeps nothing."""
    if folder is None:
        return build_pack(pack, pages, hub)
    parts = plan_parts(pack, pages, hub)
    kept = folder / f"{pack.id}.{_digest(parts)}{_SUFFIX}"
    built = _read_kept(kept, pack, parts)
    if built is None:
        built = build_pack(pack, pages, hub)
        _keep(built, kept)
    return built


def _digest(parts: tuple[Part, ...]) -> str:
    inputs = {
        "parts": [asdict(part) for part in parts],
        "converters": [sys.version, *map(version, _CONVERTERS)],
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


def _read_kept(kept: Path, pack: Pack, parts: tuple[Part, ...]) -> BuiltPack | None:
    """Return the pack that was kept under this name; None when there is none, or its bytes have
    changed.
    """
    try:
        content = kept.read_bytes()
    except OSError:
        return None
    seal, data = content[:_SEAL_SIZE], content[_SEAL_SIZE:]
    if seal != find_key(kept.name, data):
        print(
            f"{kept.name}: wat hier bewaard was is beschadigd, of uit een ander bestand; het pakket"
            " wordt opnieuw gemaakt.",
            file=sys.stderr,
        )
        return None
    with ZipFile(BytesIO(data)) as archive:
        files = tuple(
            BuiltFile(part.file_name(form), form, archive.read(part.file_name(form)))
            for part in parts
            for form in part.kind.formats
        )
    return BuiltPack(pack, parts, files, data)


def _keep(built: BuiltPack, kept: Path) -> None:
    """Write the ZIP behind a seal over it and its name, whole or not at all; let older versions of
    the pack go.
    """
    kept.parent.mkdir(parents=True, exist_ok=True)
    # A build and a preview may keep the same pack at the same time.
    partial = kept.with_suffix(f".{os.getpid()}")
    partial.write_bytes(find_key(kept.name, built.archive) + built.archive)
    for old in kept.parent.glob(f"{built.pack.id}.*{_SUFFIX}"):
        if old != kept or old.is_dir():
            remove(old)
    partial.replace(kept)
