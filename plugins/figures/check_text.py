"""What can be wrong with figures in texts: marks that lead nowhere, and figures typed by hand."""

import re
from collections.abc import Iterator, Mapping

from plugins.core.problem import Problem
from plugins.core.source import Source
from plugins.core.suggest import render_hint
from plugins.core.yaml import Fields
from plugins.figures.amount import Amount, find_amounts
from plugins.figures.figure import Figure
from plugins.figures.mark import FORMS, Malformed, Mark, find_marks
from plugins.figures.prose import Passage, find_passages
from plugins.figures.register import Register
from plugins.figures.table import Table
from plugins.figures.unit import TIME, find_unit

_FORMS = "Schrijf «[#kenmerk]» of «[#kenmerk, kaal]», of «\\[» als u geen cijfer bedoelt."
_PLAIN = ("titel", "samenvatting", "menu")
# Remarks, and lists on one line: words to search by, choices.
_NO_TEXT = re.compile(r"^[ \t]*#[^\n]*$|^[ \t-]*[\w-]+: \[[^@#%\n][^\n]*\][ \t]*$", re.M)


def check_marks(text: Source, start: int, register: Register) -> Iterator[Problem]:
    """Yield Problems for the marks in `text` from offset `start` on."""
    if register.problems and not register.all:
        return  # without the file every mark would be unknown, and hide what is really wrong
    entries = register.entries
    for mark in find_marks(text.text[start:]):
        fault = _find_fault(mark, entries)
        if fault:
            yield text.problem(start + mark.offset, *fault)


def _find_fault(
    mark: Mark | Malformed, entries: Mapping[str, Figure | Table]
) -> tuple[str, str, str] | None:
    """Return code, message and hint of what is wrong with a mark, or None."""
    if isinstance(mark, Malformed):
        return "CYF014", f"dit cijfer is niet te lezen: «{mark.text}»", _FORMS
    if mark.id not in entries:
        hint = render_hint(mark.id, entries, "Verbeter het kenmerk of voeg het cijfer toe.")
        return "CYF015", f"het cijfer «{mark.id}» staat niet in cijfers.yaml", hint
    if isinstance(entries[mark.id], Table):
        if mark.alone and not mark.form:
            return None
        hint = f"Zet «[#{mark.id}]» op een eigen regel, met een lege regel erboven en eronder."
        return "CYF016", f"«{mark.id}» is een tabel, en die kan niet in een zin staan", hint
    if mark.form and mark.form not in FORMS:
        hint = render_hint(mark.form, FORMS, f"Kies uit: {', '.join(FORMS)}.")
        return "CYF014", f"de vorm «{mark.form}» bestaat niet", hint
    return None


def check_fields_without_mark(fields: Fields, file: str) -> Iterator[Problem]:
    """Yield Problems for marks in fields that are shown as plain text."""
    for name in _PLAIN:
        value = fields.get(name)
        if value is not None and any(find_marks(fields.text(name))):
            yield Problem(
                file, value.line, value.column, "CYF017",
                f"in «{name}» kan geen cijfer uit het register staan", "Zet het in de tekst.",
            )  # fmt: skip


def check_numbers(text: Source, start: int, register: Register) -> Iterator[Problem]:
    """Yield a Problem for each figure of the register that is typed by hand from `start` on; and
    advice for other numbers with a unit, one for each paragraph, list item or table row that has
    neither mark nor citation.

    A typed figure stops a publish, unless the number and the measure of time alone are the same:
    "18 jaar" is mostly an age.
    """
    for passage in find_passages(text.text[start:]):
        unsourced: list[Problem] = []
        for amount in find_amounts(passage.text):
            where = start + passage.offset + amount.offset
            known = register.by_span.get(amount.span, ())
            meant = [figure for figure in known if _is_unit(amount, figure)]
            if meant:
                yield _typed(text, where, amount, meant, _is_sure(passage, amount, meant))
            elif not passage.is_sourced and _is_counted(amount, register.counted):
                unsourced.append(_unsourced(text, where, amount))
        yield from unsourced[:1]


def check_data_numbers(text: Source, register: Register) -> Iterator[Problem]:
    """Yield the same for Markdown in a data file, whose lists and remarks are no running text."""
    plain = _NO_TEXT.sub(lambda match: " " * len(match.group()), text.text)
    yield from check_numbers(Source(text.path, plain), 0, register)


def _is_unit(amount: Amount, figure: Figure) -> bool:
    """Tell whether what is counted in the text is what the figure counts, as far as it says so."""
    unit = find_unit(figure.unit)
    if amount.per and amount.per != unit.per:
        return False
    if unit.money or amount.money:
        return unit.money and (amount.money or amount.scaled)
    return amount.unit in unit.words


def _is_sure(passage: Passage, amount: Amount, meant: list[Figure]) -> bool:
    before = passage.text[: amount.offset].rstrip().casefold()
    qualified = any(figure.qualifier and before.endswith(figure.qualifier) for figure in meant)
    return amount.unit not in TIME or bool(amount.per) or qualified


def _typed(text: Source, offset: int, amount: Amount, meant: list[Figure], sure: bool) -> Problem:
    marks = " of ".join(f"«[#{figure.id}]»" for figure in meant)
    otherwise = "" if sure else ", als u dat cijfer bedoelt"
    return text.problem(
        offset, "CYF018", f"«{amount.text}» staat in het register", f"Schrijf {marks}{otherwise}.",
        stops=sure,
    )  # fmt: skip


def _unsourced(text: Source, offset: int, amount: Amount) -> Problem:
    return text.problem(
        offset, "CYF019", f"bij «{amount.text}» staat geen bron",
        "Noem de bron: «[@sleutel]», of zet het getal in het register.", stops=False,
    )  # fmt: skip


def _is_counted(amount: Amount, words: frozenset[str]) -> bool:
    return amount.money or amount.scaled or amount.unit in words
