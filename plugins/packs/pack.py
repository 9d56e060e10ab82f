"""What makes a pack: `content/pakketten.yaml` as values. Reads only; check.py judges."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from plugins.core.files import read_source
from plugins.core.problem import Problem
from plugins.core.schema import DATE, SLUG, TEXT, Field, Kind, check_fields
from plugins.core.yaml import Fields, Items, Scalar, Value, read_yaml

PACKS_FILE = "pakketten.yaml"

_VERSION = Kind(
    "versie", lambda text: re.fullmatch(r"[0-9]+\.[0-9]+\.[0-9]+", text) is not None, "0.1.0"
)
# ZIP packages, and so the office formats too, cannot be dated outside these years.
_DAY = Kind(
    "datum van 1980 tot en met 2107",
    lambda text: DATE.accepts(text) and "1980" <= text < "2108",
    DATE.example,
)

PACK_FIELDS = (
    Field("id", SLUG, "het korte kenmerk, ook de naam van de map"),
    Field("titel", TEXT, "de naam van het pakket"),
    Field(
        "voor",
        TEXT,
        "voor wie het is",
        many=True,
        choices=("raadslid", "school", "gemeente", "iedereen"),
    ),
    Field("omschrijving", TEXT, "wat erin zit, in een of twee zinnen"),
    Field("versie", _VERSION, "drie getallen met punten"),
    Field("datum", _DAY, "de dag van deze versie"),
    Field("gids", TEXT, "de pagina's die samen de gids vormen", required=False, many=True),
    Field("brieven", TEXT, "de losse brieven en kaarten", required=False, many=True),
)


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack to download: `pages` become one guide, `letters` a file each.

    Paths are relative to content/.
    """

    id: str
    title: str
    audiences: tuple[str, ...]
    description: str
    version: str
    date: date
    pages: tuple[str, ...]
    letters: tuple[str, ...]

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of everything in the pack, the guide first."""
        return self.pages + self.letters


@dataclass(frozen=True, slots=True)
class Hub:
    """The hub a pack comes from: `address` is public or empty, `notice` says it is an example."""

    name: str
    address: str
    notice: str


@dataclass(frozen=True, slots=True)
class PackReading:
    """The file with packs: its name, what it says, and what kept it from being read."""

    file: str
    value: Value | None
    problems: tuple[Problem, ...] = ()

    @property
    def entries(self) -> tuple[Value, ...]:
        """The packs as written, each with its place."""
        return self.value.items if isinstance(self.value, Items) else ()

    @property
    def packs(self) -> tuple[Pack, ...]:
        """The packs whose fields are in order."""
        return tuple(
            _find_pack(entry)
            for entry in self.entries
            if isinstance(entry, Fields) and not any(check_fields(entry, PACK_FIELDS, self.file))
        )


def read_packs(root: Path) -> PackReading:
    """Read the packs of the content folder `root`; a hub without the file has no packs."""
    path = root / PACKS_FILE
    name = f"{root.name}/{PACKS_FILE}"
    if not path.exists():
        return PackReading(name, None)
    source = read_source(root, path)
    if isinstance(source, Problem):
        return PackReading(name, None, (source,))
    document = read_yaml(source)
    return PackReading(name, document.value, document.problems)


def find_scalars(entry: Fields, name: str) -> tuple[Scalar, ...]:
    """Return the texts of a list with their places; a single text counts as a list of one."""
    value = entry.get(name)
    items = value.items if isinstance(value, Items) else (value,)
    return tuple(item for item in items if isinstance(item, Scalar) and item.text)


def _find_pack(entry: Fields) -> Pack:
    return Pack(
        id=entry.text("id"),
        title=entry.text("titel"),
        audiences=entry.texts("voor"),
        description=entry.text("omschrijving"),
        version=entry.text("versie"),
        date=date.fromisoformat(entry.text("datum")),
        pages=entry.texts("gids"),
        letters=entry.texts("brieven"),
    )
