"""What each code means, in words for editors, as codes.yaml says it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.core.source import Source
from plugins.core.yaml import Fields, Items, read_yaml

_FILE = Path(__file__).with_name("codes.yaml")


@dataclass(frozen=True, slots=True)
class Code:
    """One code; `fault`, `example` and `mend` are Markdown of one line. `stops` is "ja", "nee", or
    "soms" when `fault` says when.
    """

    code: str
    fault: str
    example: str
    mend: str
    stops: str


@dataclass(frozen=True, slots=True)
class Family:
    """The codes that begin with `letters`; `note` holds for all of them, and may be empty."""

    letters: str
    about: str
    note: str
    codes: tuple[Code, ...]


def read_families() -> tuple[Family, ...]:
    """Return all codes, in the order of their file."""
    source = Source(_FILE.name, _FILE.read_text(encoding="utf-8"))
    value = read_yaml(source).value
    return tuple(_read_family(entry) for entry in _find_entries(value))


def read_codes() -> Mapping[str, Code]:
    """Return what each code means, by code."""
    return {one.code: one for family in read_families() for one in family.codes}


def _read_family(entry: Fields) -> Family:
    codes = tuple(_read_code(one) for one in _find_entries(entry.get("codes")))
    return Family(entry.text("letters"), entry.text("over"), entry.text("uitleg"), codes)


def _read_code(entry: Fields) -> Code:
    names = "code", "wat", "voorbeeld", "herstel", "stopt"
    return Code(*(entry.text(name) for name in names))


def _find_entries(value: object) -> tuple[Fields, ...]:
    items = value.items if isinstance(value, Items) else ()
    return tuple(item for item in items if isinstance(item, Fields))
