"""This region: its name, its owner and where the exit link leads, read from ``regio.yaml``."""

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from plugins.core.files import read_source
from plugins.core.problem import Problem
from plugins.core.schema import TEXT, Field, Kind
from plugins.core.source import Source
from plugins.core.yaml import Fields, Value, read_yaml

FILE = "regio.yaml"


def _is_address(text: str) -> bool:
    """Tell whether a text is a web address with a host, and without spaces or a question."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    plain = not (parts.query or parts.fragment or re.search(r"\s", text))
    return parts.scheme == "https" and "." in (parts.hostname or "") and plain


ADDRESS = Kind("webadres met https://", _is_address, "https://www.knmi.nl/")

EXIT_FIELDS = (
    Field("naam", TEXT, "waar de knop om snel weg te gaan naartoe leidt"),
    Field("adres", ADDRESS, "een alledaagse site zonder persoonlijke pagina's"),
)
FIELDS = (
    Field("naam", TEXT, "de naam van de regio"),
    Field("hub", TEXT, "de naam van deze site"),
    Field("voorbeeld", TEXT, "de melding zolang de site geen eigenaar heeft"),
    Field("eigenaar", TEXT, "de organisatie die de site beheert", required=False),
    Field("adres", ADDRESS, "het openbare adres van de site", required=False),
    Field("uitweg", TEXT, "naam en adres van de uitweg", fields=EXIT_FIELDS),
    Field("gemeenten", TEXT, "de gemeenten in deze regio", required=False, many=True),
)


@dataclass(frozen=True, slots=True)
class Exit:
    """Where the exit link leads."""

    naam: str
    adres: str


@dataclass(frozen=True, slots=True)
class Region:
    """The region as templates name it, in the words of ``regio.yaml``; empty texts are still
    blanks.
    """

    naam: str
    hub: str
    voorbeeld: str
    eigenaar: str
    adres: str
    uitweg: Exit
    gemeenten: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RegionFile:
    """The region, the value it came from, and what could not be read."""

    region: Region
    value: Value
    source: Source
    problems: tuple[Problem, ...]


def read_region(root: Path) -> RegionFile:
    """Read ``regio.yaml`` of the content folder `root`."""
    empty = Fields((), 1, 1)
    source = read_source(root, root / FILE)
    if isinstance(source, Problem):
        return RegionFile(_region(empty), empty, Source(source.file, ""), (source,))
    document = read_yaml(source)
    value = document.value or empty
    fields = value if isinstance(value, Fields) else empty
    return RegionFile(_region(fields), value, source, document.problems)


def _region(fields: Fields) -> Region:
    leaving = fields.get("uitweg")
    leaving = leaving if isinstance(leaving, Fields) else Fields((), 1, 1)
    return Region(
        naam=fields.text("naam"),
        hub=fields.text("hub"),
        voorbeeld=fields.text("voorbeeld"),
        eigenaar=fields.text("eigenaar"),
        adres=fields.text("adres").rstrip("/"),
        uitweg=Exit(leaving.text("naam"), leaving.text("adres")),
        gemeenten=fields.texts("gemeenten"),
    )
