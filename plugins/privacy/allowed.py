"""What looks personal and is public: numbers and addresses of services, declared by editors."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.core.files import read_source
from plugins.core.problem import Problem
from plugins.core.schema import TEXT, Field
from plugins.core.source import Source
from plugins.core.yaml import Fields, Items, Value, read_yaml
from plugins.privacy.datum import Datum
from plugins.privacy.find import find_data

FILE = "openbaar.yaml"
FIELDS = (
    Field("gegeven", TEXT, "het nummer, het mailadres of het adres"),
    Field("van", TEXT, "de dienst die het zelf bekendmaakt, of: een verzonnen voorbeeld"),
)
_NEVER = "bsn"  # no list makes it public

Known = frozenset[tuple[str, str]]  # kind and value of each


@dataclass(frozen=True, slots=True)
class PublicFile:
    """The list as it was read, each entry with its place, and what could not be read."""

    path: str
    entries: tuple[Value, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_public(root: Path) -> PublicFile:
    """Read ``openbaar.yaml`` of the content folder `root`; a hub without it allows nothing more."""
    path = f"{root.name}/{FILE}"
    if not (root / FILE).exists():
        return PublicFile(path)
    source = read_source(root, root / FILE)
    return PublicFile(path, (), (source,)) if isinstance(source, Problem) else find_public(source)


def find_public(source: Source) -> PublicFile:
    """Return the list that a YAML text holds."""
    document = read_yaml(source)
    value = document.value
    if value is None or isinstance(value, Items):
        return PublicFile(source.path, value.items if value else (), document.problems)
    problem = Problem(
        source.path, value.line, value.column, "YML004",
        "hier hoort een lijst van openbare gegevens te staan",
        "Begin elk gegeven met een streepje: «- gegeven: …».",
    )  # fmt: skip
    return PublicFile(source.path, (), (*document.problems, problem))


def find_known(file: PublicFile, shared: Iterable[str]) -> Known:
    """Return what may stand in texts: the data of the list, and the telephone numbers and addresses
    in the texts of `shared`, which hold those of services.
    """
    return frozenset((*_find_listed(file), *_find_shared(shared)))


def _find_listed(file: PublicFile) -> Iterator[tuple[str, str]]:
    for entry in file.entries:
        text = entry.text("gegeven") if isinstance(entry, Fields) else ""
        yield from (_key(datum) for datum in find_data(text) if datum.kind != _NEVER)


def _find_shared(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    found = (datum for text in texts for datum in find_data(text))
    yield from (_key(datum) for datum in found if datum.kind in ("phone", "address"))


def _key(datum: Datum) -> tuple[str, str]:
    return datum.kind, datum.value
