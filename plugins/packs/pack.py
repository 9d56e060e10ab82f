"""What makes a pack: `content/pakketten.yaml` as values. Reads only; check.py judges."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from plugins.core.files import find_files, read_source
from plugins.core.problem import Problem
from plugins.core.schema import Field, check_fields
from plugins.core.source import Source
from plugins.core.yaml import Fields, Items, Scalar, Value, read_yaml
from plugins.packs.fields import BLANK_FIELDS, PACK_FIELDS

PACKS_FILE = "pakketten.yaml"
FOLDERS = ("pages", "brieven")


@dataclass(frozen=True, slots=True)
class Blank:
    """What a reader fills in: `name` stands between brackets in letters, `question` at its field,
    `help` (or nothing) below it.
    """

    name: str
    question: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A text that comes as files of its own: its path, its kind, who uses or gets it, and how many
    pages it may have; 0 when nobody said.
    """

    path: str
    kind: str
    audience: str
    most: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """One version: its number, its day, and what is new in it, a sentence each."""

    version: str
    date: date
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack to download: `pages` become one guide, `pieces` files of their own.

    Paths are relative to content/. `changes` has the newest version first; `blanks` are all that
    the hub knows, in the order in which they are asked; `left_out` names sections of those pages
    and pieces that this pack does without: "brieven/checklist.md#vo".
    """

    id: str
    title: str
    audiences: tuple[str, ...]
    description: str
    changes: tuple[Change, ...]
    pages: tuple[str, ...]
    pieces: tuple[Piece, ...]
    blanks: tuple[Blank, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of everything in the pack, the guide first."""
        return self.pages + tuple(piece.path for piece in self.pieces)

    @property
    def version(self) -> str:
        """The version of this pack: 0.1.0."""
        return self.changes[0].version

    @property
    def date(self) -> date:
        """The day of this version."""
        return self.changes[0].date


@dataclass(frozen=True, slots=True)
class Hub:
    """The hub a pack comes from: `address` is public or empty, `notice` says it is an example."""

    name: str
    address: str
    notice: str


@dataclass(frozen=True, slots=True)
class PackReading:
    """The file with packs: its name, what it says, what kept it from being read, and the texts
    that its packs name, by their path from content/.
    """

    file: str
    value: Value | None
    problems: tuple[Problem, ...] = ()
    texts: tuple[tuple[str, Source], ...] = ()

    @property
    def entries(self) -> tuple[Fields, ...]:
        """The packs as written, each with its place."""
        return find_entries(self.value, "pakketten")

    @property
    def blanks(self) -> tuple[Fields, ...]:
        """The blanks as written, each with its place."""
        return find_entries(self.value, "invulplekken")

    @property
    def packs(self) -> tuple[Pack, ...]:
        """The packs whose fields are in order."""
        blanks = tuple(map(_find_blank, self._keep_sound(self.blanks, BLANK_FIELDS)))
        return tuple(
            _find_pack(entry, blanks) for entry in self._keep_sound(self.entries, PACK_FIELDS)
        )

    def _keep_sound(
        self, entries: tuple[Fields, ...], fields: tuple[Field, ...]
    ) -> tuple[Fields, ...]:
        return tuple(entry for entry in entries if not any(check_fields(entry, fields, self.file)))


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
    reading = PackReading(name, document.value, document.problems)
    return replace(reading, texts=tuple(_read_texts(root, reading)))


def find_entries(value: Value | None, name: str) -> tuple[Fields, ...]:
    """Return the mappings of the list under `name`; what is no mapping is left out."""
    found = value.get(name) if isinstance(value, Fields) else None
    items = found.items if isinstance(found, Items) else ()
    return tuple(item for item in items if isinstance(item, Fields))


def find_scalars(entry: Fields, name: str) -> tuple[Scalar, ...]:
    """Return the texts of a list with their places; a single text counts as a list of one."""
    value = entry.get(name)
    items = value.items if isinstance(value, Items) else (value,)
    return tuple(item for item in items if isinstance(item, Scalar) and item.text)


def find_paths(entry: Fields) -> tuple[tuple[Scalar, ...], tuple[Scalar, ...]]:
    """Return the paths that a pack names, with their places: its guide's, and its pieces'."""
    pieces = find_entries(entry, "onderdelen")
    paths = tuple(path for piece in pieces for path in find_scalars(piece, "bestand"))
    return find_scalars(entry, "gids"), paths


def _read_texts(root: Path, reading: PackReading) -> Iterator[tuple[str, Source]]:
    named = {
        path.text for entry in reading.entries for found in find_paths(entry) for path in found
    }
    for folder in FOLDERS if named else ():
        for file in find_files(root, folder, ".md"):
            path = file.relative_to(root).as_posix()
            source = read_source(root, file) if path in named else None
            if isinstance(source, Source):  # the pages room tells what cannot be read
                yield path, source


def _find_blank(entry: Fields) -> Blank:
    return Blank(entry.text("plek"), entry.text("vraag"), entry.text("uitleg"))


def _find_piece(entry: Fields) -> Piece:
    most = int(entry.text("bladzijden") or 0)
    return Piece(entry.text("bestand"), entry.text("soort"), entry.text("voor"), most)


def _find_change(entry: Fields) -> Change:
    day = date.fromisoformat(entry.text("datum"))
    return Change(entry.text("versie"), day, entry.texts("wat"))


def _find_pack(entry: Fields, blanks: tuple[Blank, ...]) -> Pack:
    return Pack(
        id=entry.text("id"),
        title=entry.text("titel"),
        audiences=entry.texts("voor"),
        description=entry.text("omschrijving"),
        changes=tuple(map(_find_change, find_entries(entry, "wijzigingen"))),
        pages=entry.texts("gids"),
        pieces=tuple(map(_find_piece, find_entries(entry, "onderdelen"))),
        blanks=blanks,
        left_out=entry.texts("weglaten"),
    )
