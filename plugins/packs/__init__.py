"""Packs in Pelican: made from the pages of this build, written beside them, listed for themes.

A preview does not wait for them: with `PACKS_SHOWN` in the settings, the packs of last time, pages
list those, and `PACKS_ORDER` is left for who makes the new ones.
"""

from collections.abc import Iterable
from typing import Any


def _make_packs(generators: Iterable[Any]) -> None:
    """Make the packs and give the templates of pages the tuple `packs`."""
    from pelican.generators import PagesGenerator

    from plugins.packs.making import build_packs, find_order

    for generator in generators:
        if isinstance(generator, PagesGenerator):
            order, shown = find_order(generator), generator.settings.get("PACKS_SHOWN")
            generator.settings["PACKS_ORDER"] = order
            generator.context["packs"] = build_packs(order) if shown is None else shown


def register() -> None:
    """Connect to Pelican."""
    from pelican import signals

    signals.all_generators_finalized.connect(_make_packs)
