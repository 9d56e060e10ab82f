"""Signs that a program may mend: values in, Problems out."""

import re
import unicodedata
from collections.abc import Iterator

from plugins.core.problem import Fix, Problem
from plugins.core.source import Source
from plugins.typography.quote import CLOSING, OPENING, find_straight_quotes

_APART = re.compile("[^\\W\\d_][\u0300-\u036f]{1,4}")
_SOFT_HYPHEN = "\u00ad"


def check_quotes(text: Source, start: int) -> Iterator[Problem]:
    """Yield advice for straight quotes and apostrophes in Dutch Markdown from `start` on."""
    for quote in find_straight_quotes(text.text[start:]):
        hint = (
            f"Schrijf «{quote.printed}»." if quote.printed else f"Schrijf {OPENING} of {CLOSING}."
        )
        yield text.problem(
            start + quote.offset, "TYP001", f"hier staat een recht leesteken: «{quote.sign}»", hint,
            stops=False, fix=Fix(quote.sign, quote.printed) if quote.printed else None,
        )  # fmt: skip


def check_hyphens(text: Source) -> Iterator[Problem]:
    """Yield advice for soft hyphens, which nobody sees and which keep a word from being found."""
    for match in re.finditer(_SOFT_HYPHEN, text.text):
        yield text.problem(
            match.start(), "TYP002", "hier staat een onzichtbaar afbreekteken",
            "Haal het weg: de browser breekt woorden zelf af.",
            stops=False, fix=Fix(_SOFT_HYPHEN, ""),
        )  # fmt: skip


def check_accents(text: Source) -> Iterator[Problem]:
    """Yield advice for letters and accents that are typed apart: they look as one, but a word so
    written is not found.
    """
    if unicodedata.is_normalized("NFC", text.text):
        return  # as nearly every text is
    for match in _APART.finditer(text.text):
        joined = unicodedata.normalize("NFC", match.group())
        if joined != match.group():
            yield text.problem(
                match.start(), "TYP004", f"hier staan een letter en een accent los: «{joined}»",
                "Typ de letter opnieuw.", stops=False, fix=Fix(match.group(), joined),
            )  # fmt: skip


def check_end(text: Source) -> Iterator[Problem]:
    """Yield advice for a last line without an end."""
    if text.text and not text.text.endswith("\n"):
        yield text.problem(
            len(text.text), "TYP003", "de laatste regel heeft geen einde",
            "Zet een Enter aan het eind van het bestand.", stops=False, fix=Fix("", "\n"),
        )  # fmt: skip
