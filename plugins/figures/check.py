"""What can be wrong with the register: its fields, its numbers, its sources and its look-alikes."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from plugins.core.problem import Problem
from plugins.core.schema import check_fields
from plugins.core.source import Source
from plugins.core.suggest import render_hint
from plugins.core.yaml import Fields, Items, Scalar, Value
from plugins.figures.check_table import check_schema, check_table
from plugins.figures.check_text import check_marks
from plugins.figures.figure import FIELDS as FIGURE_FIELDS
from plugins.figures.figure import Figure
from plugins.figures.register import FIELDS, Register
from plugins.figures.span import describe_notation, find_notation_fix, find_value
from plugins.figures.table import Table, find_items
from plugins.figures.wording import render_figure

_LOWEST_LOOK_ALIKE = 20  # below it, equal numbers are chance
_RESERVED = re.compile(r"inhoud|bronnen|(?:bron|cel|groep|hub|noot|verw)-.*")
_COMMENT = re.compile(r"^[ \t]*#[^\n]*", re.M)
_NO_LOCATOR = re.compile(r"[\[\]@;{}]")


def check_register(register: Register, keys: frozenset[str]) -> Iterator[Problem]:
    """Yield what is wrong with the register, given the `keys` of all sources.

    No keys at all means that the sources could not be read.
    """
    if not isinstance(register.value, Fields):
        return
    path = register.source.path
    yield from _check_outline(register.value, path)
    yield from check_ids(register)
    for entry in register.all:
        yield from check_source(entry, keys, path)
    for figure in register.figures:
        yield from check_value(figure, path)
    for table in register.tables:
        yield from check_table(table, path)
    yield from check_declared(register)
    yield from check_look_alikes(register)
    yield from check_marks(_without_comments(register.source), 0, register)


def _check_outline(value: Fields, path: str) -> Iterator[Problem]:
    """Yield what is wrong with the fields of the file and of each entry in its two lists."""
    lists = ("cijfers", "tabellen")
    head = tuple(pair for pair in value.fields if pair[0].text not in lists)
    yield from check_fields(Fields(head, value.line, value.column), FIELDS, path)
    for name in lists:
        found = value.get(name)
        if found is not None and not isinstance(found, Items):
            yield Problem(
                path, found.line, found.column, "YML004", "hier hoort een lijst te staan",
                "Begin elk cijfer of elke tabel met een streepje: «- id: …».",
            )  # fmt: skip
    for entry in find_items(value, "cijfers"):
        yield from check_fields(entry, FIGURE_FIELDS, path)
    for entry in find_items(value, "tabellen"):
        yield from check_schema(entry, path)


def check_ids(register: Register) -> Iterator[Problem]:
    """Yield Problems for ids that stand twice, and for anchors that the page itself needs."""
    seen: dict[str, int] = {}
    for entry in register.all:
        if entry.id in seen or _RESERVED.fullmatch(entry.id):
            why = (
                f"staat er twee keer (eerder op regel {seen[entry.id]})"
                if entry.id in seen
                else "is al van de pagina zelf"
            )
            yield _problem(
                register.source.path, entry, "id", "CYF001", f"het kenmerk «{entry.id}» {why}",
                "Kies een ander kenmerk.",
            )  # fmt: skip
        if entry.id:
            seen.setdefault(entry.id, _place(entry.fields, "id").line)


def check_source(entry: Figure | Table, keys: frozenset[str], path: str) -> Iterator[Problem]:
    """Yield Problems for a source that does not exist, and for a place no citation can hold."""
    if keys and entry.source and entry.source not in keys:
        yield _problem(
            path, entry, "bron", "CYF005",
            f"de bron «{entry.source}» staat niet in bronnen.bib",
            render_hint(entry.source, keys, "Verbeter de sleutel of voeg de bron toe."),
        )  # fmt: skip
    sign = _NO_LOCATOR.search(entry.place)
    if sign:
        yield _problem(
            path, entry, "plaats", "CYF006", f"in «plaats» kan geen «{sign.group()}» staan",
            "Schrijf de plaats als in een verwijzing: «p. 12» of «hoofdstuk 5».",
        )  # fmt: skip


def check_value(figure: Figure, path: str) -> Iterator[Problem]:
    """Yield Problems for a figure without exactly one value, and for numbers that are none."""
    given = [name for name in ("waarde", "tekst") if figure.fields.text(name).strip()]
    if len(given) != 1:
        what = "staan er zowel een waarde als een tekst" if given else "ontbreekt de waarde"
        yield _problem(
            path, figure, "tekst" if given else "id", "CYF003", f"bij dit cijfer {what}",
            "Geef een getal bij «waarde», of woorden bij «tekst».",
        )  # fmt: skip
    for name in ("waarde", "tot"):
        written = figure.fields.get(name)
        if isinstance(written, Scalar) and written.text and find_value(written.text) is None:
            problem = _problem(path, figure, name, "CYF002", *describe_notation(written.text))
            yield replace(problem, fix=find_notation_fix(written))
    low, high = (find_value(figure.fields.text(name)) for name in ("waarde", "tot"))
    if high is not None and (low is None or high <= low):
        yield _problem(
            path, figure, "tot", "CYF004", "«tot» is niet groter dan «waarde»",
            "Zet de onderkant van het bereik bij «waarde» en de bovenkant bij «tot».",
        )  # fmt: skip


def check_declared(register: Register) -> Iterator[Problem]:
    """Yield Problems for what `niet_verwarren` names and should not."""
    known = {figure.id: figure for figure in register.figures}
    for figure in register.figures:
        for item in find_items(figure.fields, "niet_verwarren"):
            name = getattr(item, "text", "")
            other = known.get(name)
            if other is None or other is figure:
                hint = render_hint(name, known.keys() - {figure.id}, "Noem een ander cijfer.")
                message = f"«{name}» is geen ander cijfer van het register"
                yield _at(register.source.path, item, "CYF007", message, hint)
            elif not _is_alike(figure, other):
                message = f"«{name}» lijkt niet meer op dit cijfer: {render_figure(other)}"
                yield _at(register.source.path, item, "CYF009", message, "Haal het kenmerk weg.")


def check_look_alikes(register: Register) -> Iterator[Problem]:
    """Yield a Problem for each two figures of one number that do not say so of each other."""
    for first, second in combinations(register.figures, 2):
        declared = second.id in first.look_alikes or first.id in second.look_alikes
        if not declared and _is_large(first) and first.span == second.span:
            yield _problem(
                register.source.path, second, "waarde", "CYF008",
                f"dit cijfer lijkt op «{first.id}» (regel {_place(first.fields, 'id').line}):"
                f" {render_figure(first)}",
                f"Voeg toe: «niet_verwarren: [{first.id}]», of voeg de twee samen.",
            )  # fmt: skip


def _without_comments(source: Source) -> Source:
    text = _COMMENT.sub(lambda match: " " * len(match.group()), source.text)
    return Source(source.path, text)


def _is_large(figure: Figure) -> bool:
    return figure.span is not None and figure.span.low >= _LOWEST_LOOK_ALIKE


def _is_alike(figure: Figure, other: Figure) -> bool:
    """Tell whether a reader could take the one for the other: the same number or words."""
    if figure.span is None:
        return other.span is None and figure.words == other.words
    return figure.span == other.span


def _problem(
    path: str, entry: Figure | Table, name: str, code: str, message: str, hint: str
) -> Problem:
    """Return the Problem at the field `name` of an entry, or at the entry when it has none."""
    return _at(path, _place(entry.fields, name), code, message, hint)


def _place(fields: Fields, name: str) -> Value:
    return fields.get(name) or fields


def _at(path: str, place: Value, code: str, message: str, hint: str) -> Problem:
    return Problem(path, place.line, place.column, code, message, hint)
