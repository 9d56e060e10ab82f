"""One table of the register as its source prints it; reads it, judges nothing."""

from dataclasses import dataclass, replace

from plugins.core.schema import SLUG, TEXT, Field
from plugins.core.yaml import Fields, Items, Scalar, Value
from plugins.figures.figure import KIND, PLACE, REMARK, SOURCE, YEAR, find_line
from plugins.figures.span import Span, find_span

NOTHING = "–"  # a cell without a value

_SUM_OF = Field("som_van", TEXT, "waarvan dit de som is", required=False, many=True)

_FIELDS = (
    Field("id", SLUG, "kort kenmerk, waarmee pagina’s de tabel noemen"),
    Field("titel", TEXT, "wat de tabel toont"),
    Field("groep", TEXT, "de kop waaronder zij staat"),
    Field("rijkop", TEXT, "de kop boven de namen van de rijen", required=False),
    Field("eenheid", TEXT, "wat de getallen tellen; leeg voor woorden", required=False),
    YEAR,
    KIND,
    SOURCE,
    PLACE,
    Field("kolommen", TEXT, "de koppen", many=True),
    Field("rijen", TEXT, "de rijen", many=True, fields=(
        Field("id", SLUG, "kort kenmerk van de rij"),
        Field("naam", TEXT, "wat vooraan de rij staat"),
        Field("waarden", TEXT, "een waarde per kolom", many=True),
        _SUM_OF,
        Field("buiten_totaal", TEXT, "of de rij buiten elk totaal valt", required=False,
              choices=("ja", "nee")),
    )),
    Field("afwijkingen", TEXT, "waar de bron zich verrekent", required=False, many=True, fields=(
        Field("rij", SLUG, "kenmerk van de rij"),
        Field("kolom", TEXT, "kop van de kolom"),
        Field("gedrukt", TEXT, "wat er staat"),
        Field("berekend", TEXT, "wat het zou moeten zijn"),
        Field("uitleg", TEXT, "één of twee zinnen voor de lezer"),
    )),
    REMARK,
)  # fmt: skip
COLUMN_FIELDS = (Field("naam", TEXT, "de kop van de kolom"), _SUM_OF)
# Where every cell is a text, each may name its own year and source.
_LOOSE = ("jaar", "soort", "bron")
WORDS_FIELDS = tuple(
    replace(field, required=field.required and field.name not in _LOOSE) for field in _FIELDS
)


@dataclass(frozen=True, slots=True)
class Line:
    """A row or a column: `sum_of` names what it is declared to be the sum of."""

    id: str
    name: str
    sum_of: tuple[Scalar, ...]
    outside: bool
    cells: tuple[Scalar, ...]
    place: Value


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A sum that the source got wrong, and that the hub prints as it stands."""

    row: str
    column: str
    printed: str
    computed: str
    explanation: str
    fields: Fields


@dataclass(frozen=True, slots=True)
class Table:
    """One table: `rows` have a cell for each of `columns`; `fields` knows the places."""

    id: str
    title: str
    group: str
    row_heading: str
    unit: str
    year: str
    kind: str
    source: str
    place: str
    columns: tuple[Line, ...]
    rows: tuple[Line, ...]
    discrepancies: tuple[Discrepancy, ...]
    remark: str
    fields: Fields

    @property
    def holds_numbers(self) -> bool:
        """Whether the cells are numbers; a table without a unit holds words."""
        return bool(self.unit)

    @property
    def schema(self) -> tuple[Field, ...]:
        """The fields that a table of its sort may have."""
        return _FIELDS if self.holds_numbers else WORDS_FIELDS


def find_cell_span(cell: Scalar) -> Span | None:
    """Return the number or range in a cell; None when it holds nothing, or no number."""
    return None if cell.text == NOTHING else find_span(cell.text)


def find_table(fields: Fields) -> Table:
    """Return the table that one mapping of the register describes."""
    return Table(
        id=fields.text("id"),
        title=find_line(fields, "titel"),
        group=find_line(fields, "groep"),
        row_heading=find_line(fields, "rijkop"),
        unit=find_line(fields, "eenheid"),
        year=fields.text("jaar"),
        kind=fields.text("soort"),
        source=fields.text("bron"),
        place=find_line(fields, "plaats"),
        columns=tuple(map(_column, find_items(fields, "kolommen"))),
        rows=tuple(_row(item) for item in find_items(fields, "rijen") if isinstance(item, Fields)),
        discrepancies=tuple(
            _discrepancy(item)
            for item in find_items(fields, "afwijkingen")
            if isinstance(item, Fields)
        ),
        remark=fields.text("opmerking").strip(),
        fields=fields,
    )


def find_items(fields: Fields, name: str) -> tuple[Value, ...]:
    """Return the values of the list under `name`; empty when there is no list."""
    value = fields.get(name)
    return value.items if isinstance(value, Items) else ()


def _column(value: Value) -> Line:
    if isinstance(value, Fields):
        name = find_line(value, "naam")
        return Line(name, name, _scalars(value, "som_van"), False, (), value)
    name = value.text if isinstance(value, Scalar) else ""
    return Line(name, name, (), False, (), value)


def _row(fields: Fields) -> Line:
    return Line(
        fields.text("id"),
        find_line(fields, "naam"),
        _scalars(fields, "som_van"),
        fields.text("buiten_totaal") == "ja",
        _scalars(fields, "waarden"),
        fields,
    )


def _discrepancy(fields: Fields) -> Discrepancy:
    return Discrepancy(
        fields.text("rij"),
        fields.text("kolom"),
        fields.text("gedrukt"),
        fields.text("berekend"),
        find_line(fields, "uitleg"),
        fields,
    )


def _scalars(fields: Fields, name: str) -> tuple[Scalar, ...]:
    return tuple(item for item in find_items(fields, name) if isinstance(item, Scalar))
