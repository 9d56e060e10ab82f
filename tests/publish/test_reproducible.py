"""The same content gives the same bytes: packs, search and all, wherever it is built, by whom."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from plugins.core.manifest import Manifest, read_digests
from tests.circle import NOT_AT_THE_DESK
from tests.project import BASE, BUILD, ROOT, SITES, make_project
from tests.someone import NUMBER, as_someone

NOVEMBER, DECEMBER = "1795219200", "1796428800"  # 21 November and 5 December 2026
# Who built it, where, in which language and time, with which rights.
HERE = {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": NOVEMBER}
THERE = {
    "TZ": "Pacific/Auckland", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2",
    "SOURCE_DATE_EPOCH": DECEMBER, "LANG": "nl_NL.UTF-8", "HOME": "/", "USER": "iemand",
}  # fmt: skip


def copy_backwards(contents: tuple[Path, ...], target: Path) -> None:
    """Copy content file by file, the last first, with other times on disk."""
    files = {
        path.relative_to(content): path
        for content in contents
        for path in content.rglob("*")
        if path.is_file()
    }
    for name in sorted(files, reverse=True):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(files[name], target / name)
        os.utime(target / name, (1_000_000_000, 1_000_000_000))


def build(project: Path, environment: dict[str, str], *before: str, umask: int) -> Manifest:
    """Build a project and return the digests of its output."""
    done = subprocess.run(
        [*before, sys.executable, "-B", "-c", BUILD, "pelicanconf.py"],
        cwd=project,
        env={"PATH": os.environ["PATH"], **environment},
        umask=umask,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return read_digests(project / "output")


def build_twice(contents: tuple[Path, ...]) -> tuple[Manifest, Manifest]:
    """Return the digests of one content, built here and by somebody else somewhere else."""
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        here = make_project(Path(one), *contents)
        first = build(here, HERE, umask=0o022)
        there = Path(other, "een ander pad", "dat langer is")
        there.mkdir(parents=True)
        make_project(there)
        copy_backwards(contents, there / "content")
        if os.geteuid() != 0:
            return first, build(there, THERE, umask=0o077)
        for path in (Path(other), *Path(other).rglob("*")):
            os.chown(path, NUMBER, NUMBER, follow_symlinks=False)
        return first, build(there, THERE, *as_someone(), umask=0o077)


def find_differences(one: Manifest, other: Manifest) -> list[str]:
    """Return the names of files that are not the same."""
    return sorted({name for name, _ in one.files.items() ^ other.files.items()})


def test_a_small_site_is_the_same_to_the_last_byte():
    first, second = build_twice((BASE / "content", SITES / "heel/content"))
    kinds = {Path(name).suffix for name in first.files}
    assert {".html", ".pdf", ".docx", ".odt", ".zip", ".json", ".png", ".atom"} <= kinds
    assert find_differences(first, second) == []


@NOT_AT_THE_DESK
def test_the_whole_hub_is_the_same_to_the_last_byte():
    first, second = build_twice((ROOT / "content",))
    assert len(first.files) > 500
    assert find_differences(first, second) == []
