"""Values packed into bytes, to be kept."""

import marshal
from typing import Any
from zlib import compress, decompress

# Of marshal's formats the last that knows of no two values whether they are one.
_BY_VALUE = 2
_FAST = 1


def pack(values: dict[str, Any]) -> bytes:
    """The bytes of plain values, the same for the same values: so they can be part of a key."""
    return compress(marshal.dumps(values, _BY_VALUE), _FAST)


def unpack(packed: bytes) -> dict[str, Any]:
    """The values that were packed so, by this version of Python."""
    values: dict[str, Any] = marshal.loads(decompress(packed))
    return values
