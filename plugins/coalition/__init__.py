"""The councillor's text in Pelican: what the pages with the builder and the test show."""

from typing import Any


def _add_texts(generator: Any) -> None:
    generator.context["COALITION"] = generator.settings["COALITION"]


def register() -> None:
    """Connect to Pelican."""
    from pelican import signals

    signals.generator_init.connect(_add_texts)
