"""A file of JSON: what it says, whatever its name is."""

import json
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Data:
    """What a file of JSON says of itself: whether it can be read, and the version of its format."""

    whole: bool
    format: object = None


def read_data(data: bytes) -> Data:
    """Return what the bytes of a file of JSON say."""
    try:
        value = json.loads(data)
    except ValueError:
        return Data(whole=False)
    return Data(whole=True, format=value.get("format") if isinstance(value, dict) else None)
