"""Packs in Pelican: made from the pages of this build, written beside them, listed for themes."""

from collections.abc import Iterable
from typing import Any


def _make_packs(generators: Iterable[Any]) -> None:
    """Make the packs and give the templates of pages the tuple `packs`."""
    from pelican.generators import PagesGenerator

    from plugins.packs.making import build_packs

    for generator in generators:
        if isinstance(generator, PagesGenerator):
            generator.context["packs"] = build_packs(generator)


def register() -> None:
    """Connect to Pelican."""
    from pelican import signals

    signals.all_generators_finalized.connect(_make_packs)
