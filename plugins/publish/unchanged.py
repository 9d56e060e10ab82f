"""Whether there is anything to build: the same input as last time, and its site still whole."""

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

from plugins.core.folder import read_file, remove
from plugins.core.manifest import Manifest, read_digests, render_manifest
from plugins.core.memory import find_key, find_version

_INPUTS = ("content", "theme", "pelicanconf.py", "publishconf.py")


class _OddError(Exception):
    """Something that is no plain file: the checks tell what is wrong with it."""


def find_inputs(project: Path, conf: str, today: date) -> str:
    """Return the digest of all that a build of `project` by the settings `conf` follows from; empty
    where that cannot be told.
    """
    try:
        files = [part for name in _INPUTS for part in _read_parts(f"{project}/{name}", name)]
    except (OSError, _OddError):
        return ""
    return find_key(conf, today.isoformat(), find_version(), *files).hex()


def find_site_digest(site: Manifest, index: Path) -> str:
    """Return the digest of a site with these files, and of its index as it stands there now."""
    return find_key(*map(render_manifest, (site, read_digests(index)))).hex()


def find_built(stamp: Path, inputs: str, output: Path, index: Path) -> Manifest | None:
    """Return the site that stands in `output` when the build that left `stamp` had these inputs,
    and all that it made is still there, to the last byte; else None.
    """
    try:
        kept, digest = stamp.read_text(encoding="utf-8").split()
        if not inputs or kept != inputs:
            return None
        site = read_digests(output)
        return site if digest == find_site_digest(site, index) else None
    except (OSError, ValueError):
        return None


def write_stamp(stamp: Path, inputs: str, site: Manifest, index: Path) -> None:
    """Remember what was built, for `find_built`; without it, the next build builds again."""
    with suppress(OSError):
        remove(stamp)
        stamp.write_text(f"{inputs or '-'} {find_site_digest(site, index)}\n", encoding="utf-8")


def _read_parts(path: str, name: str) -> Iterator[str | bytes]:
    """Yield the name and the bytes of every file at or below `path`; never follow a link inside."""
    # The theme itself may be a link, as it is for who keeps it elsewhere.
    found = os.stat(path, follow_symlinks=name in _INPUTS)
    yield name
    if stat.S_ISDIR(found.st_mode):
        for inside in sorted(os.listdir(path)):
            yield from _read_parts(f"{path}/{inside}", f"{name}/{inside}")
    elif stat.S_ISREG(found.st_mode):
        yield str(found.st_nlink)  # a file with a second name elsewhere is refused
        yield read_file(path)
    else:
        raise _OddError
