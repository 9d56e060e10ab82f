"""Builds of a project in processes of their own, on a day, whole or killed; and what came out."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tests.project import BUILD

DAY_ONE = 1795219200  # 21 November 2026, in seconds since 1970
_A_DAY = 86_400
_COPIED = ("content", "pelicanconf.py", "publishconf.py")

# By name from the folder: a digest and the rights of each file, and the rights of each folder.
Tree = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a build ended; `said` is all that it printed, `seconds` only sets a moment to kill."""

    code: int
    said: str
    seconds: float

    @property
    def problems(self) -> list[str]:
        """The lines that tell what is wrong in which file."""
        return [line for line in self.said.splitlines() if line.startswith("content/")]

    @property
    def had_nothing_to_do(self) -> bool:
        """Whether it found the site as it has to be; it repeats no advice then."""
        return self.said.startswith("Er is niets veranderd")


def start_build(project: Path, day: int) -> subprocess.Popen[str]:
    """Start a build of `project` as `invoke build` does, so many days after the first."""
    epoch = {"SOURCE_DATE_EPOCH": str(DAY_ONE + day * _A_DAY)}
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-c", BUILD, "pelicanconf.py"],
        cwd=project, env={**os.environ, **epoch}, encoding="utf-8", start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip


def build(project: Path, day: int) -> Outcome:
    """Build `project` and wait for it."""
    begun = time.monotonic()
    process = start_build(project, day)
    said, _ = process.communicate()
    return Outcome(process.returncode, said, time.monotonic() - begun)


def kill_build(project: Path, day: int, after: float) -> None:
    """Start a build and kill it, with all that it started, after so many seconds."""
    process = start_build(project, day)
    with suppress(subprocess.TimeoutExpired):
        process.communicate(timeout=after)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def build_clean(project: Path, folder: Path, day: int) -> tuple[Outcome, Tree]:
    """Build a copy of `project` in the empty `folder`, without anything that was built before."""
    for name in ("plugins", "theme"):
        (folder / name).symlink_to((project / name).resolve())
    for name in _COPIED:
        copy = shutil.copytree if (project / name).is_dir() else shutil.copy2
        copy(project / name, folder / name)
    outcome = build(folder, day)
    return outcome, read_tree(folder / "output")


def read_tree(root: Path) -> Tree:
    """Return what stands in a folder; nothing when there is none."""
    return {
        path.relative_to(root).as_posix(): f"{path.stat().st_mode:o} {_digest(path)}"
        for path in sorted(root.rglob("*"))
    }


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest() if path.is_file() else "map"


def find_differences(one: Tree, other: Tree) -> list[str]:
    """Return the names of what is not the same in both."""
    return sorted({name for name, _ in one.items() ^ other.items()})
