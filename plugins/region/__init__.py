"""The region in Pelican: its data for every template."""

from pathlib import Path

from pelican import signals
from pelican.generators import Generator

from plugins.region.region import read_region


def _add_region(generator: Generator) -> None:
    generator.context["REGIO"] = read_region(Path(generator.settings["PATH"])).region


def register() -> None:
    """Connect to Pelican."""
    signals.generator_init.connect(_add_region)
