"""Whether there is anything to build: the same input as last time, and its site still whole."""

import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

from plugins.core.manifest import Manifest, read_digests, render_manifest
from plugins.core.memory import find_key, find_version

_INPUTS = ("content", "theme")
_SETTINGS = ("pelicanconf.py", "publishconf.py")


class _OddError(Exception):
    """Something that is no plain file: the checks tell what is wrong with it."""


def find_inputs(project: Path, conf: str, today: date) -> str:
    """Return the digest of all that a build of `project` by the settings `conf` follows from; empty
    where that cannot be told.
    """
    roots = [project / name for name in (*_INPUTS, *_SETTINGS)]
    try:
        files = [part for root in roots for part in _read_parts(root, project)]
    except (OSError, _OddError):
        return ""
    return find_key(conf, today.isoformat(), find_version(), *files).hex()


def find_site_digest(site: Manifest, index: Path) -> str:
    """Return the digest of a site with these files, and of its index as it stands there now."""
    return find_key(*map(render_manifest, (site, read_digests(index)))).hex()


def is_unchanged(stamp: Path, inputs: str, output: Path, index: Path) -> bool:
    """Tell whether the build that left `stamp` had these inputs, and what it made is still there,
    to the last byte.
    """
    try:
        kept, site = stamp.read_text(encoding="utf-8").split()
        same = bool(inputs) and kept == inputs
        return same and site == find_site_digest(read_digests(output), index)
    except (OSError, ValueError):
        return False


def write_stamp(stamp: Path, inputs: str, site: Manifest, index: Path) -> None:
    """Remember what was built, for `is_unchanged`; without it, the next build builds again."""
    if stamp.is_dir():
        shutil.rmtree(stamp, ignore_errors=True)
    with suppress(OSError):
        stamp.write_text(f"{inputs or '-'} {find_site_digest(site, index)}\n", encoding="utf-8")


def _read_parts(path: Path, project: Path) -> Iterator[str | bytes]:
    """Yield the name and the bytes of every file at or below `path`; never follow a link inside."""
    # The theme itself may be a link, as it is for who keeps it elsewhere.
    found = path.stat() if path.parent == project else path.lstat()
    name = os.fsencode(path.relative_to(project))
    if stat.S_ISDIR(found.st_mode):
        yield name
        for inside in sorted(os.listdir(path)):
            yield from _read_parts(path / inside, project)
    elif stat.S_ISREG(found.st_mode):
        yield name
        yield str(found.st_nlink)  # a file with a second name elsewhere is refused
        yield path.read_bytes()
    else:
        raise _OddError
