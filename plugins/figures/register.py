"""The register of figures and tables, read from ``cijfers.yaml``."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from plugins.core.files import read_source
from plugins.core.limits import find_overload
from plugins.core.problem import Problem
from plugins.core.schema import DATE, TEXT, Field
from plugins.core.source import Source
from plugins.core.yaml import Fields, Value, read_yaml
from plugins.figures.figure import Figure, find_figure
from plugins.figures.span import Span
from plugins.figures.table import Table, find_items, find_table
from plugins.figures.unit import TIME, find_unit

FILE = "cijfers.yaml"

FIELDS = (
    Field("bijgewerkt", DATE, "de dag waarop iemand het register naliep"),
    Field("cijfers", TEXT, "de cijfers", required=False, many=True),
    Field("tabellen", TEXT, "de tabellen", required=False, many=True),
)


@dataclass(frozen=True)  # without slots: what every page asks for is kept
class Register:
    """All figures and tables in the order of the file; `updated` is when an editor last went
    through them. `value` is the file as YAML, `problems` what could not be read.
    """

    figures: tuple[Figure, ...]
    tables: tuple[Table, ...]
    updated: date | None
    value: Value | None
    source: Source
    problems: tuple[Problem, ...]

    @property
    def all(self) -> tuple[Figure | Table, ...]:
        """Every figure, then every table."""
        return (*self.figures, *self.tables)

    @cached_property
    def entries(self) -> Mapping[str, Figure | Table]:
        """Every figure and table by id; of one that stands twice, the first."""
        return {entry.id: entry for entry in reversed(self.all)}

    @cached_property
    def by_span(self) -> Mapping[Span, tuple[Figure, ...]]:
        """The figures that are a number, by that number in ones: a million counts as a million."""
        found: dict[Span, tuple[Figure, ...]] = defaultdict(tuple)
        for figure in self.figures:
            if figure.span is not None:
                found[figure.span.scaled(find_unit(figure.unit).factor)] += (figure,)
        return found

    @cached_property
    def counted(self) -> frozenset[str]:
        """The words for what the register counts, and for percentages; measures of time are too
        common.
        """
        words = (find_unit(entry.unit).words for entry in self.all)
        return frozenset({"procent"}).union(*words) - TIME


def read_register(root: Path) -> Register:
    """Read ``cijfers.yaml`` of the content folder `root`."""
    source = read_source(root, root / FILE)
    if isinstance(source, Problem):
        return _unread(Source(source.file, ""), source)
    overload = find_overload(source)
    if overload:
        return _unread(Source(source.path, ""), overload)
    return find_register(source)


def find_register(source: Source) -> Register:
    """Return the register that the text of `source` describes."""
    document = read_yaml(source)
    value = document.value
    if value is None:
        return _unread(source, *document.problems)
    if not isinstance(value, Fields):
        return _unread(source, *document.problems, _no_fields(value, source.path))
    updated = value.text("bijgewerkt")
    return Register(
        tuple(find_figure(item) for item in find_mappings(value, "cijfers")),
        tuple(find_table(item) for item in find_mappings(value, "tabellen")),
        date.fromisoformat(updated) if DATE.accepts(updated) else None,
        value,
        source,
        document.problems,
    )


def find_mappings(fields: Fields, name: str) -> tuple[Fields, ...]:
    """Return the mappings in the list under `name`."""
    return tuple(item for item in find_items(fields, name) if isinstance(item, Fields))


def find_look_alikes(figures: Iterable[Figure]) -> Mapping[str, tuple[str, ...]]:
    """Return, by id, the figures not to confuse it with, on whichever side that is declared."""
    known = [figure.id for figure in figures]
    pairs: dict[str, set[str]] = defaultdict(set)
    for figure in figures:
        for other in figure.look_alikes:
            pairs[figure.id].add(other)
            pairs[other].add(figure.id)
    return {id_: tuple(other for other in known if other in pairs[id_]) for id_ in known}


def _unread(source: Source, *problems: Problem) -> Register:
    return Register((), (), None, None, source, problems)


def _no_fields(value: Value, path: str) -> Problem:
    return Problem(
        path, value.line, value.column, "YML004", "hier horen velden te staan («naam: waarde»)",
        "Begin met «bijgewerkt: 2026-11-21», en dan «cijfers:».",
    )  # fmt: skip
