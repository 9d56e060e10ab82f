"""What was made before, kept between builds: each value under the digest of all it was made of.

Nothing in a memory goes stale, because another input has another digest; what a build did not ask
for is forgotten when it ends. A file that is damaged, that other code wrote, or that was kept under
another name, counts as empty.
"""

import os
import pickle
import sys
import sysconfig
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import is_dataclass
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from plugins.core.folder import read_file, remove
from plugins.core.workers import LEAST, make_each

T = TypeVar("T")

_SUFFIX = ".kept"
_DIGEST_SIZE = sha256().digest_size
_PLUGINS = Path(__file__).parents[1]
# What turns texts into pages, packs and an index: another version of these may make something else.
_LIBRARIES = frozenset(
    ("bibtexparser", "jinja2", "markdown", "markupsafe", "nh3", "pelican", "pillow", "pybtex",
     "pypandoc_binary", "pystemmer", "python_stdnum", "pyyaml", "rispy", "simplemma",
     "snowballstemmer", "typst", "whoosh_reloaded")
)  # fmt: skip
_PLAIN = {
    ("builtins", "set"): set,
    ("builtins", "frozenset"): frozenset,
    ("datetime", "date"): date,
}


def find_key(*parts: str | bytes) -> bytes:
    """Return one digest of texts and bytes; where each part ends counts."""
    digest = sha256()
    for part in parts:
        data = part.encode(errors="surrogatepass") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.digest()


class Memory:
    """The kept values of one folder, in tables; a memory without a folder keeps nothing.

    Make one for each build; or one that `stays`, for a process that makes the same again and again:
    it holds its tables when they are closed.
    """

    def __init__(self, folder: Path | None = None, *, stays: bool = False) -> None:
        self._folder = folder
        self._stays = stays
        self._tables: dict[str, _Table] = {}
        self._version = find_version() if folder else b""

    def recall(self, table: str, key: bytes, make: Callable[[], T]) -> T:
        """Return what `make` made under `key` before, or what it makes now.

        `key` must be the digest of everything that `make` reads.
        """
        if self._folder is None:
            return make()
        value: T = self._find_table(table).recall(key, make)
        return value

    def has(self, table: str, key: bytes) -> bool:
        """Tell whether anything is kept under `key`."""
        return self._folder is not None and self._find_table(table).has(key)

    def make_ahead(
        self,
        tables: Sequence[str],
        items: Mapping[bytes, T],
        look: Callable[[T], object],
        what: str,
        least: int = LEAST,
    ) -> None:
        """Let `look` ask for what of `items` the first of these tables lacks: on all cores at once,
        and only of these tables. A terminal shows how far that is; `what` is Dutch, and each
        process has `least` items or more.

        A memory that keeps nothing does nothing.
        """
        if self._folder is None:
            return
        found = [self._find_table(name) for name in tables]
        missing = [item for key, item in items.items() if not found[0].has(key)]

        def make(item: T) -> list[dict[bytes, Any]]:
            look(item)
            return [table.take_new() for table in found]

        for made in make_each(make, missing, what, least):
            for table, new in zip(found, made, strict=True):
                table.add(new)

    def _find_table(self, name: str) -> "_Table":
        if name not in self._tables:
            self._tables[name] = self._read_table(name)
        return self._tables[name]

    def _read_table(self, name: str) -> "_Table":
        assert self._folder
        # The same key leads to other things in another table.
        return _Table(self._folder / f"{name}{_SUFFIX}", find_key(self._version, name))

    def load(self) -> None:
        """Read all that is kept here now, and not when it is first asked for. What a process left
        that was ended while it wrote, goes.
        """
        for path in self._folder.glob("*.[0-9]*") if self._folder else ():
            if not Path("/proc", path.suffix[1:]).exists():
                remove(path)
        for path in self._folder.glob(f"*{_SUFFIX}") if self._folder else ():
            self._tables[path.stem] = self._read_table(path.stem)

    def save(self, *, forget: bool = True) -> None:
        """Write what is new, and `forget` what nobody asked for since the last time."""
        for table in self._tables.values():
            table.save(forget)

    def close(self, *names: str) -> None:
        """Write what is new in these tables, or in all, and hold them no more unless it stays."""
        # The largest was asked for first, and takes as much room to write: so it comes last.
        for name in reversed(names or tuple(self._tables)):
            if name in self._tables:
                self._tables[name].save(forget=True)
                if not self._stays:
                    del self._tables[name]


class _Table:
    """Rows by key, read whole from one file and written whole."""

    def __init__(self, path: Path, origin: bytes) -> None:
        self._path = path
        self._origin = origin
        self._rows: dict[bytes, Any] = _read_rows(path, origin)
        self._asked: dict[bytes, Any] = {}
        self._new: dict[bytes, Any] = {}

    def recall(self, key: bytes, make: Callable[[], Any]) -> Any:
        if key not in self._asked:
            self._asked[key] = self._rows[key] if key in self._rows else self._make(key, make)
        return self._asked[key]

    def _make(self, key: bytes, make: Callable[[], Any]) -> Any:
        self._new[key] = value = make()
        return value

    def has(self, key: bytes) -> bool:
        return key in self._asked or key in self._rows

    def take_new(self) -> dict[bytes, Any]:
        """Return what was made since this was last asked."""
        new, self._new = self._new, {}
        return new

    def add(self, rows: Mapping[bytes, Any]) -> None:
        self._asked.update(rows)

    def save(self, forget: bool) -> None:
        if not self._asked:  # whoever stopped before asking knows nothing of what is needed
            return
        rows = self._asked if forget else {**self._rows, **self._asked}
        if rows.keys() != self._rows.keys():
            _write_rows(self._path, self._origin, rows)
        self._rows, self._asked, self._new = rows, {}, {}


def _read_rows(path: Path, origin: bytes) -> dict[bytes, Any]:
    try:
        content = path.read_bytes()
    except OSError:
        return {}
    start = _DIGEST_SIZE + len(origin)
    if content[:_DIGEST_SIZE] != sha256(memoryview(content)[_DIGEST_SIZE:]).digest():
        return _begin_anew(path, "is beschadigd")
    if content[_DIGEST_SIZE:start] != origin:
        return _begin_anew(path, "is van een andere versie van de hub, of uit een ander bestand")
    try:
        file = BytesIO(content)
        file.seek(start)
        rows = _Unpickler(file).load()
    except Exception:  # whatever bytes may do to an unpickler, a build makes its pages anew
        return _begin_anew(path, "is niet te lezen")
    return rows if isinstance(rows, dict) else _begin_anew(path, "is niet te lezen")


def _begin_anew(path: Path, why: str) -> dict[bytes, Any]:
    print(f"{path.name}: wat hier bewaard was {why}; alles wordt opnieuw gemaakt.", file=sys.stderr)
    return {}


def _write_rows(path: Path, origin: bytes, rows: dict[bytes, Any]) -> None:
    """Write rows behind their seal, whole or not at all; a full disk costs only the next build."""
    # A build and a preview may keep the same table at the same time.
    partial = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with partial.open("wb") as file:
            file.write(bytes(_DIGEST_SIZE))
            sealed = _Sealed(file)
            sealed.write(origin)
            pickle.dump(rows, sealed, protocol=5)
            file.seek(0)
            file.write(sealed.seal.digest())
        if path.is_dir():
            remove(path)
        partial.replace(path)
    except OSError:
        with suppress(OSError):
            partial.unlink()


class _Sealed:
    """A file with the digest of what was written: a table need not stand in memory as bytes."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.seal = sha256()

    def write(self, data: bytes) -> int:
        self.seal.update(data)
        return self._file.write(data)


class _Unpickler(pickle.Unpickler):
    """Makes the project's own values only: a pickle could name any function to be called."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _PLAIN:
            return _PLAIN[module, name]
        if module.startswith("plugins."):
            found = super().find_class(module, name)
            if isinstance(found, type) and (is_dataclass(found) or issubclass(found, tuple)):
                return found
        raise pickle.UnpicklingError(f"{module}.{name}")


def find_version() -> bytes:
    """Return the digest of all code that makes values: the rooms, Python, and the libraries, which
    tell their version in the name of a folder beside them.
    """
    names = sorted(name.lower() for name in os.listdir(sysconfig.get_path("purelib")))
    libraries = (
        name
        for name in names
        if name.endswith(".dist-info") and name.partition("-")[0] in _LIBRARIES
    )
    return find_key(sys.version, *libraries, b"", *_read_code(str(_PLUGINS)))


def _read_code(root: str) -> Iterator[str | bytes]:
    """Yield the path and the bytes of every file of code below `root`, a linked one too."""
    for folder, folders, names in os.walk(root):
        folders.sort()
        for name in sorted(names):
            path = f"{folder}/{name}"
            if not name.endswith(".pyc") and os.path.isfile(path):
                yield path.removeprefix(root)
                yield read_file(path)
