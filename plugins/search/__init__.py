"""Search: a Dutch index of the built site, its export for the browser, and a register A to Z."""

from pathlib import Path
from typing import Any

from plugins.core.memory import Memory
from plugins.search.build import build_search


def register() -> None:
    """Build the index when all pages are written."""
    from pelican import signals

    signals.finalized.connect(build)


def build(pelican: Any) -> None:
    """Build the search of the site that stands in the output folder."""
    settings = pelican.settings
    site, index = Path(settings["OUTPUT_PATH"]), Path(settings["SEARCH_INDEX_PATH"])
    synonyms = tuple(settings.get("SEARCH_SYNONYMS", ()))
    folder = settings.get("MEMORY_PATH")
    # Its own, because each memory forgets what was not asked of it.
    build_search(site, index, synonyms, Memory(Path(folder) if folder else None))
