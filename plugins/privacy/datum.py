"""A personal datum in a text, and what its finders share."""

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["bsn", "iban", "phone", "mail", "birth", "address"]

_REACH = 4_000  # characters: a long table
_ASCENDING = "01234567890123456789"


@dataclass(frozen=True, slots=True)
class Datum:
    """What was found: `value` is the same however it is written, `offset` where it starts. `street`
    is what stands before a postcode, with the number of the house.
    """

    kind: Kind
    value: str
    text: str
    offset: int
    street: str = ""

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.offset + len(self.text)


def find_block(text: str, offset: int) -> tuple[int, int]:
    """Return start and end of the lines around `offset` up to a blank one, or not too far off."""
    first, last = max(0, offset - _REACH), min(len(text), offset + _REACH)
    start = text.rfind("\n\n", first, offset)
    end = text.find("\n\n", offset, last)
    return max(start + 1, first), last if end < 0 else end


def is_example(digits: str) -> bool:
    """Tell whether digits are those of an example: all the same, or each one more than the last."""
    return len(set(digits)) <= 1 or digits in _ASCENDING


def keep_digits(text: str) -> str:
    """Return the digits of a text."""
    return re.sub(r"\D", "", text)
