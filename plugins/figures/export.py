"""The register as a file for spreadsheets."""

import csv
from collections.abc import Mapping
from io import StringIO

from plugins.core.use import Use
from plugins.figures.figure import Figure
from plugins.figures.register import Register, find_look_alikes
from plugins.figures.span import render_span

_COLUMNS = (
    "id", "wat", "groep", "waarde", "tot", "tekst", "aanduiding", "eenheid", "jaar", "peil",
    "soort", "bron", "plaats", "opmerking", "bewijst_niet", "status", "niet_verwarren",
    "gebruikt_op",
)  # fmt: skip
# What a spreadsheet would run instead of show; some take the wide forms of these signs too.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def render_csv(register: Register, uses: Mapping[str, tuple[Use, ...]]) -> bytes:
    """Return every figure as a row of a CSV file that Dutch spreadsheets open as it is.

    That takes semicolons, decimal commas and a byte order mark. Tables are no part of it.
    """
    look_alikes = find_look_alikes(register.figures)
    text = StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for figure in register.figures:
        row = _find_cells(figure, look_alikes[figure.id], uses.get(figure.id, ()))
        writer.writerow(map(_defuse, row))
    return text.getvalue().encode("utf-8-sig")


def _find_cells(
    figure: Figure, look_alikes: tuple[str, ...], uses: tuple[Use, ...]
) -> tuple[str, ...]:
    low, _, high = render_span(figure.span).partition("–") if figure.span else ("", "", "")
    return (
        figure.id, figure.what, figure.group, low, high, figure.words, figure.qualifier,
        figure.unit, figure.year, figure.moment, figure.kind, figure.source, figure.place,
        figure.remark, figure.not_proven, figure.status, ", ".join(look_alikes),
        ", ".join(dict.fromkeys(use.title for use in uses)),
    )  # fmt: skip


def _defuse(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
