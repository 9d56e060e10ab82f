"""A file of the export: JSON that names its format."""

import json
from collections.abc import Mapping
from typing import Any

# Raise it when the files change in shape; js/search/load.js must say the same number.
FORMAT = 4
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def render(value: Any) -> str:
    """A value as JSON, as small as can be, the same text for the same value."""
    return _ENCODER.encode(value)


def encode(value: Any) -> bytes:
    """A value as the bytes of its JSON."""
    return render(value).encode("utf-8")


def encode_file(value: Mapping[str, Any]) -> bytes:
    """The bytes of a file that holds these values."""
    return encode({"format": FORMAT, **value})
