"""The region in Pelican: its data for every template."""

from pathlib import Path
from typing import TYPE_CHECKING

from plugins.region.region import read_region

if TYPE_CHECKING:
    from pelican.generators import Generator


def _add_region(generator: "Generator") -> None:
    generator.context["REGIO"] = read_region(Path(generator.settings["PATH"])).region


def register() -> None:
    """Connect to Pelican."""
    from pelican import signals

    signals.generator_init.connect(_add_region)
