"""What is wrong in a project, until it is mended."""

import os
from collections.abc import Iterator
from pathlib import Path

FAULTS = (
    ("content/pages/meer.md", "\nZie [@bestaat-niet].\n"),
    ("content/pages/gids/index.md", "\nZie [dit](bestaat-niet.md).\n"),
    ("content/pages/over.md", "\nEr zijn [#bestaat-niet].\n"),
    ("content/bronnen.bib", "@report{plan-2018,\n  title = {Nog een},\n  year = {2018}\n}\n"),
    ("content/begrippen.yaml", "- term: half\n"),
    ("content/cijfers.yaml", "  - [\n"),
    ("content/pakketten.yaml", "  - id: half\n"),
    ("content/regio.yaml", "onbekend: veld\n"),
)


def spoil(project: Path, number: int) -> Iterator[None]:
    """Make one thing wrong, wait, and put it back as it was, with its time."""
    name, text = FAULTS[number % len(FAULTS)]
    path = project / name
    before, stat = path.read_bytes(), path.stat()
    path.write_bytes(before + text.encode())
    yield
    path.write_bytes(before)
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
