"""The same files, smaller, beside those that browsers ask for: gzip and brotli."""

import gzip
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path, PurePosixPath

from plugins.core.manifest import Manifest
from plugins.publish.problem import PublishError

_KINDS = frozenset(
    (
        ".html",
        ".css",
        ".js",
        ".mjs",
        ".json",
        ".svg",
        ".xml",
        ".atom",
        ".txt",
        ".csv",
        ".bib",
        ".ris",
    )
)
SUFFIXES = (".gz", ".br")
_WORKERS = 4  # both packers let other threads go on


def find_twins(name: str) -> tuple[str, ...]:
    """Return the names of the smaller files beside one; empty where packing gains nothing."""
    packed = PurePosixPath(name).suffix.lower() in _KINDS
    return tuple(name + suffix for suffix in SUFFIXES) if packed else ()


def build_twins(site: Path, manifest: Manifest, folder: Path) -> Mapping[str, Path]:
    """Pack what can be packed of the site into `folder`; return the file of each name.

    Files are kept by the digest of what they hold, so that what did not change is not packed anew;
    what no file of the site holds any more is thrown away.
    """
    folder.mkdir(parents=True, exist_ok=True)
    wanted = {
        twin: folder / (manifest.files[name] + suffix)
        for name in manifest.files
        for twin, suffix in zip(find_twins(name), SUFFIXES, strict=False)
    }
    sources = {wanted[twin]: site / twin.removesuffix(path.suffix) for twin, path in wanted.items()}
    _pack_all({path: source for path, source in sources.items() if not path.exists()})
    for path in set(folder.iterdir()) - set(wanted.values()):
        path.unlink()
    return wanted


def _pack_all(sources: Mapping[Path, Path]) -> None:
    with ThreadPoolExecutor(_WORKERS) as pool:
        for _ in pool.map(_pack, sources, sources.values()):
            pass


def _pack(target: Path, source: Path) -> None:
    data = source.read_bytes()
    partial = target.with_suffix(f"{target.suffix}.deel")
    packed = gzip.compress(data, 9, mtime=0) if target.suffix == ".gz" else _pack_brotli(data)
    partial.write_bytes(packed)
    partial.replace(target)


def _pack_brotli(data: bytes) -> bytes:
    try:
        import brotli
    except ImportError as error:
        raise PublishError("Hiervoor ontbreekt brotli. Draai: make publish NAAR=…") from error
    packed: bytes = brotli.compress(data, mode=brotli.MODE_TEXT, quality=11)
    return packed
