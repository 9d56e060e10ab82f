"""The costs in Pelican: the calculator, for the template of the page that shows it."""

from typing import Any


def _add_calculator(generator: Any) -> None:
    generator.context["CALCULATOR"] = generator.settings["CALCULATOR"]


def register() -> None:
    """Connect to Pelican: the hub has left the calculator in the settings by then."""
    from pelican import signals

    signals.generator_init.connect(_add_calculator)
