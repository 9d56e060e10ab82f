"""The exchange of a new folder for the old one, in one step, so that there is always one whole
site.
"""

import ctypes
import os
import shutil
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def exchange_folder(new: Path, target: Path) -> None:
    """Put the folder `new` in the place of `target`, and remove what stood there."""
    put_in_place(new, target)
    if new.exists():
        shutil.rmtree(new)


def put_in_place(new: Path, target: Path) -> None:
    """Put the folder `new` in the place of `target`; what stood there stands where `new` did.

    Where the system can (Linux), the two change places in one step; elsewhere there is a moment,
    between two renames, in which `target` is missing.
    """
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        new.rename(target)
        return
    if not _swap(new, target):
        old = new.with_name(f"{new.name}-old")
        target.rename(old)
        try:
            new.rename(target)
        except OSError:
            old.rename(target)
            raise
        old.rename(new)


def _swap(one: Path, other: Path) -> bool:
    """Let two folders change places; False where the system does not offer that."""
    rename = (
        getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
        if os.name == "posix"
        else None
    )
    if rename is None:
        return False
    paths = os.fsencode(one), os.fsencode(other)
    return bool(rename(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0)
