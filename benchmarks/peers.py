"""The generators that the hub is measured beside: installed for one run, named in no lock file."""

import subprocess
import sys
import venv
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from benchmarks.measure import Cost, measure
from benchmarks.peer_files import write_hugo, write_mkdocs, write_pelican

HUGO, MKDOCS, PELICAN = "Hugo + Pagefind", "MkDocs Material + bibtex", "Pelican, plain"
# Wheels put a program beside their modules; a start by Python would be measured with it.
_PROGRAMS = {"hugo": "hugo/binaries/hugo", "pagefind": "pagefind_bin/pagefind"}


@dataclass(frozen=True, slots=True)
class Peer:
    """A generator: `write` lays out a project of so many pages, `commands` build it from nothing.

    `products` are the folders that a build leaves.
    """

    name: str
    versions: str
    write: Callable[[Path, int], None]
    commands: tuple[tuple[str, ...], ...]
    products: tuple[str, ...]

    def build(self, project: Path) -> Cost:
        """Build a project and return what that cost."""
        first, *others = (measure(command, project) for command in self.commands)
        return sum(others, start=first)


def install_peers(folder: Path) -> tuple[Peer, ...]:
    """Install the generators below `folder`, or use what an earlier run installed there."""
    return _install_hugo(folder / "hugo"), _install_mkdocs(folder / "mkdocs"), _find_pelican()


def _install_hugo(folder: Path) -> Peer:
    found = _install(folder, "hugo", "pagefind", "pagefind-bin")
    (libraries,) = folder.glob("lib/python*/site-packages")
    hugo, pagefind = (str(libraries / path) for path in _PROGRAMS.values())
    commands = ((hugo, "--quiet"), (pagefind, "--site", "public", "--force-language", "nl"))
    versions = f"Hugo {found['hugo']}, Pagefind {found['pagefind']}"
    return Peer(HUGO, versions, write_hugo, commands, ("public", "resources"))


def _install_mkdocs(folder: Path) -> Peer:
    found = _install(folder, "mkdocs-material", "mkdocs-bibtex")
    versions = f"MkDocs {found['mkdocs']}, Material {found['mkdocs-material']}, " + (
        f"mkdocs-bibtex {found['mkdocs-bibtex']}"
    )
    command = (str(folder / "bin" / "mkdocs"), "build", "--quiet")
    return Peer(MKDOCS, versions, write_mkdocs, (command,), ("site",))


def _find_pelican() -> Peer:
    command = (sys.executable, "-m", "pelican", "--settings", "pelicanconf.py", "--output", "site")
    return Peer(PELICAN, f"Pelican {version('pelican')}", write_pelican, (command,), ("site",))


def _install(folder: Path, *names: str) -> dict[str, str]:
    """Make a virtual environment with these packages; return the version of all in it."""
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        pip = [str(python), "-m", "pip", "install", "--quiet", "--only-binary", ":all:"]
        done = subprocess.run([*pip, *names], capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"{', '.join(names)} cannot be installed:\n{done.stderr}")
    listed = subprocess.run(
        [str(python), "-m", "pip", "list", "--format", "freeze"],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    return dict(line.split("==", 1) for line in listed.stdout.splitlines() if "==" in line)
