"""Signs that no font of a PDF has, as emoji, found in a text before a PDF is made of it."""

import re
from collections.abc import Iterator

from plugins.packs.sign_ranges import SIGN_RANGES

_SHOWN = "".join(f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in SIGN_RANGES)
_UNKNOWN = re.compile(f"[^{_SHOWN}\n\r\t]")


def find_unknown_signs(text: str) -> Iterator[tuple[str, int]]:
    """Yield each sign that cannot be shown, once, with the offset where it first stands."""
    seen = set[str]()
    for match in _UNKNOWN.finditer(text):
        if match[0] not in seen:
            seen.add(match[0])
            yield match[0], match.start()
