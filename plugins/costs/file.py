"""The model of the costs, read from ``kosten.yaml``; judges nothing but syntax."""

from dataclasses import dataclass
from pathlib import Path

from plugins.core.files import read_source
from plugins.core.limits import find_overload
from plugins.core.problem import Problem
from plugins.core.schema import NUMBER
from plugins.core.source import Source
from plugins.core.yaml import Fields, Items, Value, read_yaml
from plugins.costs.model import (
    EMPTY,
    Derived,
    Example,
    Formula,
    Model,
    Post,
    Quantity,
    Size,
)

FILE = "kosten.yaml"


@dataclass(frozen=True, slots=True)
class CostFile:
    """The model, the value it came from, and what could not be read; no value, no file."""

    model: Model
    value: Value | None
    source: Source
    problems: tuple[Problem, ...]


def read_costs(root: Path) -> CostFile:
    """Read ``kosten.yaml`` of the content folder `root`; a hub can do without it."""
    path = root / FILE
    if not path.exists():
        return CostFile(EMPTY, None, Source(f"{root.name}/{FILE}", ""), ())
    source = read_source(root, path)
    if isinstance(source, Problem):
        return CostFile(EMPTY, None, Source(source.file, ""), (source,))
    overload = find_overload(source)
    if overload:
        return CostFile(EMPTY, None, Source(source.path, ""), (overload,))
    return find_costs(source)


def find_costs(source: Source) -> CostFile:
    """Return the model that the text of `source` describes."""
    document = read_yaml(source)
    value = document.value or (None if document.problems else Fields((), 1, 1))
    model = _model(value) if isinstance(value, Fields) else EMPTY
    return CostFile(model, value, source, document.problems)


def _model(fields: Fields) -> Model:
    return Model(
        tuple(map(_quantity, _mappings(fields, "velden"))),
        tuple(map(_size, _mappings(fields, "tellingen"))),
        tuple(map(_post, _mappings(fields, "posten"))),
        tuple(map(_example, _mappings(fields, "voorbeelden"))),
    )


def _quantity(fields: Fields) -> Quantity:
    decimals = fields.text("decimalen")
    return Quantity(
        id=fields.text("id"),
        name=_line(fields, "naam"),
        question=_line(fields, "vraag"),
        group=fields.text("groep"),
        figure=fields.text("cijfer"),
        start=fields.text("vanaf"),
        value=fields.text("waarde"),
        reason=_line(fields, "waarom"),
        least=fields.text("minste"),
        most=fields.text("meeste"),
        decimals=int(decimals) if NUMBER.accepts(decimals) else 0,
        at_most=fields.text("hoogstens"),
        fields=fields,
    )


def _formula(fields: Fields) -> Formula:
    return Formula(
        fields.text("aantal"),
        fields.text("min"),
        fields.texts("keer"),
        fields.texts("deel"),
        fields,
    )


def _size(fields: Fields) -> Size:
    derived = (
        Derived(item.text("id"), _line(item, "naam"), _formula(item))
        for item in _mappings(fields, "geeft")
    )
    return Size(fields.text("id"), _line(fields, "naam"), tuple(derived), fields)


def _post(fields: Fields) -> Post:
    return Post(
        fields.text("id"),
        _line(fields, "naam"),
        fields.text("maat"),
        fields.texts("fasen"),
        _formula(fields),
        fields.text("tarief"),
        fields,
    )


def _example(fields: Fields) -> Example:
    entries = ((item.text("veld"), item.text("waarde")) for item in _mappings(fields, "invoer"))
    return Example(_line(fields, "naam"), fields.text("telling"), tuple(entries), fields)


def _mappings(fields: Fields, name: str) -> tuple[Fields, ...]:
    value = fields.get(name)
    items = value.items if isinstance(value, Items) else ()
    return tuple(item for item in items if isinstance(item, Fields))


def _line(fields: Fields, name: str) -> str:
    return " ".join(fields.text(name).split())
