"""What disks, programs and people do to files, by name."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

Harm = Callable[[Path, Path], None]

# What is no cache: the lock, and what the search has of the last build.
_NOT_KEPT = ("lock", "new", "index")


def find_kept(project: Path) -> list[Path]:
    """Return the files that builds keep for the next one, sorted."""
    build = project / ".build"
    found = sorted(path for path in build.rglob("*") if path.is_file())
    return [path for path in found if path.relative_to(build).parts[0] not in _NOT_KEPT]


def damage_files(paths: Sequence[Path], number: int, how: str) -> None:
    """Harm one file of several, or every third of them; folders are left alone."""
    files = [path for path in paths if path.is_file()]
    if not files:
        return
    start = number % len(files)
    harmed = files[start::3] if number % 2 else files[start : start + 1]
    for path in harmed:
        DAMAGE[how](path, files[(start + 1) % len(files)])


def _empty(path: Path, other: Path) -> None:
    path.write_bytes(b"")


def _cut(path: Path, other: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def _flip(path: Path, other: Path) -> None:
    data = bytearray(path.read_bytes() or b"\0")
    data[len(data) // 2] ^= 0x20
    path.write_bytes(data)


def _garble(path: Path, other: Path) -> None:
    path.write_bytes(b"\x80\x04\xff geen \x00 bestand" * 20)


def _swap(path: Path, other: Path) -> None:
    if other.is_file() and other != path:
        path.write_bytes(other.read_bytes())


def _delete(path: Path, other: Path) -> None:
    path.unlink()


def _make_folder(path: Path, other: Path) -> None:
    path.unlink()
    path.mkdir()


def _add(path: Path, other: Path) -> None:
    shutil.copy(path, path.with_name(f"{path.name}-kopie"))


DAMAGE: dict[str, Harm] = {
    "empty": _empty, "cut": _cut, "flip": _flip, "garble": _garble, "swap": _swap,
    "delete": _delete, "folder": _make_folder, "add": _add,
}  # fmt: skip
