"""Marks in a text where what the model gives must come: ``[€voorbeelden]`` on a line of its own."""

import re
from collections.abc import Iterator

from plugins.core.code import blank_code
from plugins.core.problem import Problem
from plugins.core.source import Source
from plugins.core.suggest import render_hint
from plugins.costs.file import CostFile

CALCULATOR = "rekenhulp"
MARKS = ("voorbeelden", "sommen", "aannames", CALCULATOR)
TEMPLATE = "kosten"  # the one that has the calculator's form
MARK = re.compile(r"\[€(?P<name>[\w-]{1,40})\]")
_LINE = re.compile(rf"^[ \t]*{MARK.pattern}[ \t]*$", re.M)


def check_marks(text: Source, start: int, template: str, file: CostFile) -> Iterator[Problem]:
    """Yield Problems for the marks in `text` from offset `start` on, a page of `template`."""
    seen: set[str] = set()
    plain = blank_code(text.text[start:])
    alone = {match.start("name") for match in _LINE.finditer(plain)}
    for match in MARK.finditer(plain):
        if match["name"] in MARKS and match.start("name") not in alone:
            message = f"«[€{match['name']}]» kan niet in een regel met andere tekst staan"
            hint = "Zet het op een eigen regel, met een lege regel erboven en eronder."
            yield text.problem(start + match.start(), "KOS005", message, hint)
    for match in _LINE.finditer(plain):
        fault = _find_fault(match["name"], template, file, seen)
        seen.add(match["name"])
        if fault:
            yield text.problem(start + match.start("name") - 2, "KOS005", *fault)


def has_marks(text: str) -> bool:
    """Tell whether a Markdown text shows anything of the model."""
    return _LINE.search(blank_code(text)) is not None


def _find_fault(name: str, template: str, file: CostFile, seen: set[str]) -> tuple[str, str] | None:
    """Return message and hint of what is wrong with a mark, or None."""
    if name not in MARKS:
        hint = render_hint(name, MARKS, f"Kies uit: {', '.join(MARKS)}.")
        return f"«[€{name}]» staat voor niets", hint
    if file.value is None and not file.problems:
        return f"voor «[€{name}]» is kosten.yaml nodig, en dat ontbreekt", "Maak kosten.yaml aan."
    if name == CALCULATOR and template != TEMPLATE:
        message = "de rekenhulp kan alleen op een pagina met «sjabloon: kosten»"
        return message, "Voeg dat veld bovenaan toe, of haal de rekenhulp weg."
    if name in seen:
        return f"«[€{name}]» staat er twee keer", "Haal één van de twee weg."
    return None
