"""Everything in ``coalitietekst.yaml``, read once; judges nothing but syntax."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from plugins.coalition.clause import (
    Choices,
    Clash,
    Clause,
    Deadline,
    Form,
    find_clash,
    find_clause,
    find_deadline,
    find_form,
)
from plugins.core.files import read_source
from plugins.core.problem import Problem
from plugins.core.source import Source
from plugins.core.yaml import Fields, Items, Value, read_yaml

FILE = "coalitietekst.yaml"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Coalition:
    """The clauses and all that goes with them, in the order of the file.

    `value` is what stood there, or None; a hub may do without the file, and has no clauses then.
    """

    start: Choices
    deadlines: tuple[Deadline, ...]
    forms: tuple[Form, ...]
    clauses: tuple[Clause, ...]
    clashes: tuple[Clash, ...]
    value: Value | None
    source: Source
    problems: tuple[Problem, ...]


def read_coalition(root: Path) -> Coalition:
    """Read ``coalitietekst.yaml`` of the content folder `root`."""
    path = root / FILE
    if not path.exists():
        return find_coalition(None, Source(f"{root.name}/{FILE}", ""), ())
    source = read_source(root, path)
    if isinstance(source, Problem):
        return find_coalition(None, Source(source.file, ""), (source,))
    document = read_yaml(source)
    return find_coalition(document.value, source, document.problems)


def find_coalition(
    value: Value | None, source: Source, problems: tuple[Problem, ...] = ()
) -> Coalition:
    """Return what a YAML value holds; what has another shape is left out."""
    empty = Fields((), 1, 1)
    fields = value if isinstance(value, Fields) else empty
    start = fields.get("begin")
    return Coalition(
        start=_find_start(start if isinstance(start, Fields) else empty),
        deadlines=_find_all(fields, "termijnen", find_deadline),
        forms=_find_all(fields, "vormen", find_form),
        clauses=_find_all(fields, "delen", find_clause),
        clashes=_find_all(fields, "botsingen", find_clash),
        value=value,
        source=source,
        problems=problems,
    )


def find_entries(value: Value | None, name: str) -> tuple[Fields, ...]:
    """Return the mappings of the list under `name`."""
    found = value.get(name) if isinstance(value, Fields) else None
    items = found.items if isinstance(found, Items) else ()
    return tuple(item for item in items if isinstance(item, Fields))


def _find_all(fields: Fields, name: str, find: Callable[[Fields], T]) -> tuple[T, ...]:
    return tuple(find(entry) for entry in find_entries(fields, name))


def _find_start(fields: Fields) -> Choices:
    variant = fields.text("variant")
    chosen = dict.fromkeys(fields.texts("delen"), variant)
    return Choices(fields.text("vorm"), fields.text("termijn"), chosen)
