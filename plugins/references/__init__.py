"""References in Pelican: the list of sources, and a page for each."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pelican import Pelican
    from pelican.generators import Generator


def _add_generator(pelican: "Pelican") -> type["Generator"]:
    from plugins.references.generator import SourceGenerator

    return SourceGenerator


def register() -> None:
    """Connect to Pelican."""
    from pelican import signals

    signals.get_generators.connect(_add_generator)
