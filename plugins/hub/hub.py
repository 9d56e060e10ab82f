"""Everything that editors wrote, read once as frozen values."""

from dataclasses import dataclass
from pathlib import Path

from plugins.coalition.coalition import Coalition, read_coalition
from plugins.coalition.lexicon import Lexicon, read_lexicon
from plugins.core.check_tree import IMAGE_FOLDER
from plugins.core.files import find_files, read_data_texts
from plugins.core.memory import Memory
from plugins.core.source import Source
from plugins.core.tree import Entry, read_tree
from plugins.costs.file import CostFile, read_costs
from plugins.figures.register import Register, read_register
from plugins.glossary.term import Glossary, read_glossary
from plugins.images.image import ImageReading, read_images
from plugins.packs.pack import PackReading, read_packs
from plugins.pages.page import Reading, read_pages
from plugins.privacy.allowed import PublicFile, read_public
from plugins.references.bibliography import Bibliography, read_bibliography
from plugins.region.region import RegionFile, read_region


@dataclass(frozen=True, slots=True)
class Hub:
    """The whole content; `folder` is how messages call its folder, `files` what stands in beelden/,
    relative to it. `data` holds the texts of its data files.
    """

    folder: str
    tree: tuple[Entry, ...]
    files: frozenset[str]
    reading: Reading
    bibliography: Bibliography
    glossary: Glossary
    register: Register
    costs: CostFile
    coalition: Coalition
    lexicon: Lexicon
    region: RegionFile
    packs: PackReading
    public: PublicFile
    data: tuple[Source, ...]
    images: ImageReading


def read_hub(root: Path, memory: Memory | None = None) -> Hub:
    """Read the content folder `root`; `memory` may hold pages that were read before."""
    paths = find_files(root, IMAGE_FOLDER, "")
    files = frozenset(path.relative_to(root).as_posix() for path in paths)
    return Hub(
        folder=root.name,
        tree=read_tree(root),
        files=files,
        reading=read_pages(root, memory or Memory()),
        bibliography=read_bibliography(root),
        glossary=read_glossary(root),
        register=read_register(root),
        costs=read_costs(root),
        coalition=read_coalition(root),
        lexicon=read_lexicon(root),
        region=read_region(root),
        packs=read_packs(root),
        public=read_public(root),
        data=read_data_texts(root),
        images=read_images(root, files),
    )
