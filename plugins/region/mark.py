"""Marks of the region in Markdown: ``[%naam]`` is its name, ``[%gemeenten]`` its municipalities.
Finds them, and tells what each stands for; renders nothing.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plugins.core.code import blank_code
from plugins.core.dutch import render_moment
from plugins.core.escape import is_escaped
from plugins.core.schema import DATE
from plugins.region.region import Region

# Brackets end at the next bracket of either kind, so that no text can make the search slow.
MARK = r"\[%(?P<name>[^\[\]\n]*)\](?!\()"
TABLE = "gemeenten"  # the one mark that is a paragraph of its own

_MARK = re.compile(MARK)
_ALONE = re.compile(rf"(?:\A|\n[ \t]*\n)[ \t]*(?P<mark>\[%{TABLE}\])[ \t]*(?=\Z|\n[ \t]*(?:\n|\Z))")

# What a reader sees while a value is not filled in.
BLANKS: Mapping[str, str] = {
    "naam": "naam van de regio",
    "hub": "naam van de hub",
    "eigenaar": "eigenaar",
    "adres": "adres van de site",
    "contact": "contactadres",
    "beveiliging": "contactadres voor beveiliging",
    "privacy": "contactadres voor privacy",
    "klachten": "klachtenregeling",
    "overdracht": "datum",
    "broncode": "adres van de broncode",
    "uitweg": "naam van de uitweg",
    "aantal": "aantal gemeenten",
}
NAMES = (*BLANKS, TABLE)


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark in a text, by the name between its brackets. `alone` tells whether it is a paragraph
    of its own, as the table must be; `offset` counts from the start of the text.
    """

    name: str
    offset: int
    alone: bool


def find_marks(text: str) -> Iterator[Mark]:
    """Yield every mark in a Markdown text, code left out, in the order of the text."""
    if "[%" not in text:
        return
    plain = blank_code(text)
    alone = {match.start("mark") for match in _ALONE.finditer(plain)}
    for match in _MARK.finditer(plain):
        if not is_escaped(plain, match.start()):
            yield Mark(match["name"], match.start(), match.start() in alone)


def find_value(region: Region, name: str) -> str:
    """Return what a mark stands for, in plain text; empty while nobody has filled it in."""
    match name:
        case "aantal":
            return str(len(region.plaatsen)) if region.plaatsen else ""
        case "uitweg":
            return region.uitweg.naam
        case "overdracht":
            return render_moment(region.overdracht) if DATE.accepts(region.overdracht) else ""
        case _:
            value: str = getattr(region, name)
            return value


def render_blank(what: str) -> str:
    """Return the words that stand where something is not filled in yet."""
    return f"[nog in te vullen: {what}]"
