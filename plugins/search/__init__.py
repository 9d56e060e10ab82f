"""Search: a Dutch index of the built site, and its export for the browser."""

from pathlib import Path

from pelican import Pelican, signals

from plugins.search.build import build_search


def register() -> None:
    """Build the index when all pages are written."""
    signals.finalized.connect(_build)


def _build(pelican: Pelican) -> None:
    settings = pelican.settings
    build_search(
        Path(settings["OUTPUT_PATH"]),
        Path(settings["SEARCH_INDEX_PATH"]),
        tuple(settings.get("SEARCH_SYNONYMS", ())),
    )
