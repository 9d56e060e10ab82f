"""Everything that editors wrote, read once as frozen values."""

from dataclasses import dataclass
from pathlib import Path

from plugins.core.files import find_files
from plugins.core.tree import Entry, read_tree
from plugins.figures.register import Register, read_register
from plugins.glossary.term import Glossary, read_glossary
from plugins.packs.pack import PackReading, read_packs
from plugins.pages.page import Reading, read_pages
from plugins.references.bibliography import Bibliography, read_bibliography
from plugins.region.region import RegionFile, read_region


@dataclass(frozen=True, slots=True)
class Hub:
    """The whole content; `folder` is how messages call its folder, `files` what stands in beelden/,
    relative to it.
    """

    folder: str
    tree: tuple[Entry, ...]
    files: frozenset[str]
    reading: Reading
    bibliography: Bibliography
    glossary: Glossary
    register: Register
    region: RegionFile
    packs: PackReading


def read_hub(root: Path) -> Hub:
    """Read the content folder `root`."""
    files = (path.relative_to(root).as_posix() for path in find_files(root, "beelden", ""))
    return Hub(
        folder=root.name,
        tree=read_tree(root),
        files=frozenset(files),
        reading=read_pages(root),
        bibliography=read_bibliography(root),
        glossary=read_glossary(root),
        register=read_register(root),
        region=read_region(root),
        packs=read_packs(root),
    )
