"""Dutch conventions that several rooms share: dates in words, numbers, sizes, and sorting."""

import re
import unicodedata
from datetime import date
from decimal import Decimal

_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip

# Full stops between thousands or nowhere, a comma before decimals; a hyphen may be the minus sign.
_NUMBER = re.compile(r"[-−]?(?:0|[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]*)(?:,[0-9]+)?")
_TO_DUTCH = str.maketrans(",.", ".,")
_TO_DECIMAL = str.maketrans({".": "", ",": ".", "−": "-"})


def render_date(day: date) -> str:
    """Return a date in words: 21 november 2026."""
    return f"{day.day} {render_month(day.month)} {day.year}"


def render_month(month: int) -> str:
    """Return the name of a month from 1 to 12."""
    return _MONTHS[month - 1]


def render_moment(text: str) -> str:
    """Return a day, month or year (2026-11-21, 2026-11, 2026) in words."""
    parts = text.split("-")
    words = [*(str(int(day)) for day in parts[2:]), *(render_month(int(one)) for one in parts[1:2])]
    return " ".join((*words, parts[0]))


def render_number(number: Decimal) -> str:
    """Return a finite number with all its decimals: 1.500, 4,85, 4,0 or −3."""
    sign = "−" if number < 0 else ""
    return sign + f"{number.copy_abs():,f}".translate(_TO_DUTCH)


def find_number(text: str) -> Decimal | None:
    """Return the number that `text` is in Dutch notation, or None: 1.500, 1500, 38,6."""
    return Decimal(text.translate(_TO_DECIMAL)) if _NUMBER.fullmatch(text) else None


def render_size(size: int) -> str:
    """Return a file size for readers: "412 kB" or "1,2 MB" (decimal units)."""
    if size < 999_500:
        return f"{max(1, round(size / 1000))} kB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")


def sort_key(text: str) -> tuple[str, str]:
    """Return a key that sorts as a Dutch reader expects: accents and case only break ties."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return plain, text
