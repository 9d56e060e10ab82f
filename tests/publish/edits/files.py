"""The files of a project that is edited: read, changed, chosen from by a number."""

import re
import shutil
from pathlib import Path

# Pages that come and go; nothing but links in texts names them.
LOOSE = tuple(f"pages/{name}.md" for name in ("gids/een", "gids/twee", "gids/drie", "los/a", "b"))
NEWS = ("nieuws/2026-01-bericht.md", "nieuws/2026-02-bericht.md", "nieuws/2025-bericht.md")


def read(project: Path, name: str) -> str:
    """Return the text of a file by its name from the project."""
    return (project / name).read_text(encoding="utf-8")


def write(project: Path, name: str, text: str) -> None:
    """Write a text file by its name from the project."""
    path = project / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def replace(project: Path, name: str, old: str, new: str) -> None:
    """Put `new` in the place of what the pattern `old` finds first; it must find something."""
    text, count = re.subn(old, new, read(project, name), count=1, flags=re.M)
    assert count, (name, old)
    write(project, name, text)


def own(project: Path, name: str) -> None:
    """Give the project a folder of its own where it has a link to that of this repository."""
    path = project / name
    if path.is_symlink():
        source = path.resolve()
        path.unlink()
        shutil.copytree(source, path)


def find_texts(project: Path) -> list[str]:
    """Return the paths of pages, news and letters from content/, sorted."""
    content = project / "content"
    return sorted(path.relative_to(content).as_posix() for path in content.rglob("*.md"))


def find_loose(project: Path) -> list[str]:
    """Return the pages that may go; one always stays."""
    return [path for path in LOOSE + NEWS if (project / "content" / path).is_file()]


def choose(options: list[str] | tuple[str, ...], number: int) -> str:
    """Return the option that a number stands for."""
    return options[number % len(options)]
