"""All personal data in a text."""

import re
from collections.abc import Iterator

from plugins.privacy.datum import Datum
from plugins.privacy.number import find_numbers
from plugins.privacy.place import find_places

_SUSPECT = re.compile(r"\d|@")  # without one of these there is nothing to find


def find_data(text: str) -> Iterator[Datum]:
    """Yield the personal data of a text in no order; code must have been left out."""
    if _SUSPECT.search(text):
        yield from find_numbers(text)
        yield from find_places(text)
