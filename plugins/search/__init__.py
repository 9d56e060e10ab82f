"""Search: a Dutch index of the built site, its export for the browser, and a register A to Z."""

from pathlib import Path
from typing import Any


def register() -> None:
    """Build the index when all pages are written."""
    from pelican import signals

    signals.finalized.connect(_build)


def _build(pelican: Any) -> None:
    """Build the search of the site that stands in the output folder.

    With `SEARCH_ORDER` in the settings, leave the order in that file for who started Pelican.
    """
    from plugins.search.order import Order, build_order, write_order

    settings = pelican.settings
    order = Order(
        site=settings["OUTPUT_PATH"],
        index=settings["SEARCH_INDEX_PATH"],
        synonyms=tuple(settings.get("SEARCH_SYNONYMS", ())),
        memory=settings.get("MEMORY_PATH", ""),
    )
    if "SEARCH_ORDER" in settings:
        write_order(Path(settings["SEARCH_ORDER"]), order)
    else:
        build_order(order)
