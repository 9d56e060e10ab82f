"""Names of files in a pack: plain ASCII, neutral on a shared computer, the same on every system."""

from plugins.core.slug import find_slug
from plugins.packs.pack import Pack

GUIDE_NAME = "gids"
INDEX_NAME = "LEESMIJ.html"


def piece_name(path: str) -> str:
    """Return the name of a piece without suffix: ``brieven/kaart.md`` gives ``kaart``."""
    stem = path.partition("/")[2].removesuffix(".md")
    return find_slug(stem)


def archive_name(pack: Pack) -> str:
    """Return the name of the ZIP: ``startpakket-school-0.1.0.zip``."""
    return f"startpakket-{pack.id}-{pack.version}.zip"


def filled_name(pack: Pack) -> str:
    """Return the name of the ZIP that a reader filled in."""
    return archive_name(pack).replace(".zip", "-ingevuld.zip")
