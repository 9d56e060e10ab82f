"""The manifest that goes with a site: the SHA-256 of every file, as ``sha256sum --check`` reads."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from plugins.core.folder import list_files, read_file

MANIFEST = "SHA256SUMS"
# What stands below this line is still there for who opened a page before the site changed.
_KEPT = "# nog van de vorige versie"
_LINE = re.compile(r"(?P<digest>[0-9a-f]{64})  (?P<name>[^\s\\](?:[^\n\\]*[^\s\\])?)")


@dataclass(frozen=True, slots=True)
class Manifest:
    """Digests by the path of each file from the root of the site; the manifest itself is not in
    it. `kept` are files of the version before.
    """

    files: Mapping[str, str]
    kept: Mapping[str, str] = field(default_factory=dict)


def find_digest(data: bytes) -> str:
    """Return the SHA-256 of some bytes, in 64 hexadecimal digits."""
    return sha256(data).hexdigest()


def find_manifest(text: str) -> Manifest | None:
    """Return the manifest that `text` is, or None when a line is none of a manifest's."""
    files: dict[str, str] = {}
    kept: dict[str, str] = {}
    into = files
    for line in text.splitlines():
        found = _LINE.fullmatch(line)
        if line == _KEPT:
            into = kept
        elif found and found["name"] not in into:
            into[found["name"]] = found["digest"]
        else:
            return None
    return Manifest(files, kept)


def render_manifest(manifest: Manifest) -> str:
    """Return the text of a manifest, sorted by name."""
    lines = [*_render_lines(manifest.files)]
    if manifest.kept:
        lines += [_KEPT, *_render_lines(manifest.kept)]
    return "".join(f"{line}\n" for line in lines)


def _render_lines(digests: Mapping[str, str]) -> Iterable[str]:
    return (f"{digests[name]}  {name}" for name in sorted(digests))


def read_digests(root: Path) -> Manifest:
    """Return the manifest of what stands in the folder `root` now."""
    return Manifest({name: find_digest(read_file(f"{root}/{name}")) for name in find_names(root)})


def find_names(root: Path) -> tuple[str, ...]:
    """Return the paths of all files below `root` but the manifest, sorted; links are left out."""
    return tuple(name for name in list_files(root) if name != MANIFEST)


def write_manifest(root: Path) -> Manifest:
    """Write the manifest of the folder `root` into it, and return it."""
    manifest = read_digests(root)
    (root / MANIFEST).write_text(render_manifest(manifest), encoding="utf-8", newline="\n")
    return manifest
