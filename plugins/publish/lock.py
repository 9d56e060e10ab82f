"""One build at a time in a project: a lock that the system drops when its holder ends, however it
ends.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: no lock, and so no protection against two builds at once
    fcntl = None  # type: ignore[assignment]


class LockedError(Exception):
    """Another build holds the lock."""


@contextmanager
def hold_lock(path: Path) -> Iterator[None]:
    """Hold the lock at `path`; raises LockedError when another process does."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        if fcntl is not None:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise LockedError from error
        yield
