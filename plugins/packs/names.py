"""Names of files in a pack: plain ASCII, neutral on a shared computer, the same on every system."""

from plugins.core.slug import find_slug
from plugins.packs.pack import Pack

GUIDE_NAME = "gids"
INDEX_NAME = "LEESMIJ.html"


def letter_name(path: str) -> str:
    """Return a letter's name without suffix: ``brieven/kaart.md`` gives ``kaart``."""
    stem = path.partition("/")[2].removesuffix(".md")
    return find_slug(stem)


def is_card(path: str) -> bool:
    """Tell whether a letter is a sheet to print as it is, and so also comes as PDF."""
    return letter_name(path).startswith(("kaart-", "poster-"))


def archive_name(pack: Pack) -> str:
    """Return the name of the ZIP: ``startpakket-school-0.1.0.zip``."""
    return f"startpakket-{pack.id}-{pack.version}.zip"
