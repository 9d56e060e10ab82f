"""What can be wrong with a table of the register: its fields, its cells, and whether it adds up."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from plugins.core.problem import Problem
from plugins.core.schema import check_fields
from plugins.core.suggest import render_hint
from plugins.core.yaml import Fields, Items, Scalar, Value
from plugins.figures.span import (
    Span,
    describe_notation,
    find_notation_fix,
    find_span,
    render_span,
)
from plugins.figures.sums import Sum, find_sums
from plugins.figures.table import (
    COLUMN_FIELDS,
    NOTHING,
    Discrepancy,
    Line,
    Table,
    find_items,
    find_table,
)


def check_schema(value: Value, path: str) -> Iterator[Problem]:
    """Yield what is wrong with the fields of one table; a column may have fields of its own."""
    columns = find_items(value, "kolommen") if isinstance(value, Fields) else ()
    for column in columns:
        if isinstance(column, Fields):
            yield from check_fields(column, COLUMN_FIELDS, path)
    if isinstance(value, Fields):
        schema = find_table(value).schema
        plain = tuple((key, _flatten(key, found)) for key, found in value.fields)
        value = Fields(plain, value.line, value.column)
    else:
        schema = COLUMN_FIELDS
    yield from check_fields(value, schema, path)


def _flatten(key: Scalar, value: Value) -> Value:
    """Return the list of columns with a name in the place of each mapping."""
    if key.text != "kolommen" or not isinstance(value, Items):
        return value
    names = tuple(
        Scalar(item.text("naam"), item.line, item.column) if isinstance(item, Fields) else item
        for item in value.items
    )
    return Items(names, value.line, value.column)


def check_table(table: Table, path: str) -> Iterator[Problem]:
    """Yield what is wrong with the rows of `table`, its sums and its declared discrepancies."""
    yield from _check_names(table, path)
    for row in table.rows:
        yield from _check_cells(table, row, path)
    yield from _check_parts({row.id: row for row in table.rows}, table, path)
    yield from _check_parts({column.id: column for column in table.columns}, table, path)
    sums = tuple(find_sums(table)) if table.holds_numbers else ()
    yield from _check_sums(table, sums, path)
    if all(len(row.cells) == len(table.columns) for row in table.rows):
        yield from _check_discrepancies(table, sums, path)


def _check_names(table: Table, path: str) -> Iterator[Problem]:
    """Yield Problems for rows and columns of one name."""
    for lines in (table.rows, table.columns):
        seen: set[str] = set()
        for line in lines:
            if line.id and line.id in seen:
                message = f"«{line.id}» staat er twee keer in deze tabel"
                yield _at(path, line.place, "CYF001", message, "Kies een ander kenmerk.")
            seen.add(line.id)


def _check_cells(table: Table, row: Line, path: str) -> Iterator[Problem]:
    """Yield Problems for a row with other than one cell a column, and for cells without number."""
    if len(row.cells) != len(table.columns):
        yield _at(
            path, row.place, "CYF010",
            f"deze rij heeft {len(row.cells)} waarden bij {len(table.columns)} kolommen",
            f"Geef elke kolom een waarde; «{NOTHING}» is geen waarde.",
        )  # fmt: skip
    for cell in row.cells if table.holds_numbers else ():
        if cell.text != NOTHING and find_span(cell.text) is None:
            problem = _at(path, cell, "CYF002", *describe_notation(cell.text))
            yield replace(problem, fix=find_notation_fix(cell))


def _check_parts(lines: Mapping[str, Line], table: Table, path: str) -> Iterator[Problem]:
    """Yield Problems for what sums name: no part of the table, no part of a total, or a circle."""
    for line in lines.values():
        for part in line.sum_of:
            found = lines.get(part.text)
            if not table.holds_numbers:
                message = "een tabel zonder eenheid telt niets op"
                yield _at(path, part, "CYF011", message, "Haal «som_van» weg, of geef een eenheid.")
            elif found is None:
                message = f"«{part.text}» bestaat niet in deze tabel"
                hint = render_hint(part.text, lines, f"Kies uit: {', '.join(lines)}.")
                yield _at(path, part, "CYF011", message, hint)
            elif found.outside:
                message = f"«{part.text}» valt buiten het totaal"
                yield _at(path, part, "CYF011", message, "Haal het weg uit «som_van».")
            elif line.id in _find_reached(part.text, lines):
                message = f"«{line.id}» telt zo zichzelf mee"
                yield _at(path, part, "CYF011", message, "Haal één van de twee uit «som_van».")


def _find_reached(start: str, lines: Mapping[str, Line]) -> frozenset[str]:
    """Return all that the sum `start` rests on, itself included."""
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        name = waiting.pop()
        if name in lines and name not in reached:
            reached.add(name)
            waiting += (part.text for part in lines[name].sum_of)
    return frozenset(reached)


def _check_sums(table: Table, sums: tuple[Sum, ...], path: str) -> Iterator[Problem]:
    """Yield a Problem for each sum that differs from what is printed, unless it is declared so."""
    declared = {
        (found.row, found.column, find_span(found.printed), find_span(found.computed))
        for found in table.discrepancies
    }
    for sum_ in sums:
        stated = (sum_.row.id, sum_.column.id, sum_.printed, sum_.computed)
        if not sum_.holds and stated not in declared:
            yield _at(
                path, sum_.cell, "CYF012",
                f"hier staat {sum_.cell.text}, maar opgeteld is het {_render(sum_.computed)}",
                "Verbeter het getal, of noem het onder «afwijkingen» als de bron het zo drukt.",
            )  # fmt: skip


def _check_discrepancies(table: Table, sums: tuple[Sum, ...], path: str) -> Iterator[Problem]:
    """Yield Problems for declared discrepancies that are none, or are others."""
    for found in table.discrepancies:
        there = [
            sum_ for sum_ in sums if (sum_.row.id, sum_.column.id) == (found.row, found.column)
        ]
        stated = find_span(found.printed), find_span(found.computed)
        if stated not in [(sum_.printed, sum_.computed) for sum_ in there if not sum_.holds]:
            yield _at(path, found.fields, "CYF013", *_describe(table, found, there))


def _describe(table: Table, found: Discrepancy, there: list[Sum]) -> tuple[str, str]:
    """Return message and hint for a declared discrepancy, given the sums of its cell."""
    off = next((sum_ for sum_ in there if not sum_.holds), None)
    if off is not None:
        message = f"hier staat {off.cell.text}, en opgeteld is het {_render(off.computed)}"
        return message, "Neem die twee getallen over bij «gedrukt» en «berekend»."
    if there:
        return "deze afwijking is er niet meer: de som klopt", "Haal de afwijking weg."
    for name, lines in ((found.row, table.rows), (found.column, table.columns)):
        known = [line.id for line in lines]
        if name not in known:
            hint = render_hint(name, known, f"Kies uit: {', '.join(known)}.")
            return f"«{name}» bestaat niet in deze tabel", hint
    message = f"bij «{found.row}», «{found.column}» wordt niets opgeteld"
    return message, "Noem een rij of kolom met «som_van»."


def _render(span: Span | None) -> str:
    return NOTHING if span is None else render_span(span)


def _at(path: str, place: Value, code: str, message: str, hint: str) -> Problem:
    return Problem(path, place.line, place.column, code, message, hint)
