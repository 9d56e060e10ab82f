"""Dutch conventions that several rooms share: dates in words, sizes, and sorting."""

import unicodedata
from datetime import date

_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


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
