"""Numbers with a unit in running text, however they are typed: ``700 scholen``, ``€ 10.000``,
``38,6 miljoen``, ``2 tot 3 uur``, ``51%``, ``vijftien gemeenten``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from plugins.core.dutch import find_number
from plugins.figures.span import Span
from plugins.figures.unit import SCALES

# Up to twelve, a number in words is language and no claim: "een van de twee", "drie actielijnen".
_WORDS = {
    "dertien": 13, "veertien": 14, "vijftien": 15, "zestien": 16, "zeventien": 17, "achttien": 18,
    "negentien": 19, "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60,
    "zeventig": 70, "tachtig": 80, "negentig": 90, "honderd": 100, "duizend": 1000,
}  # fmt: skip
_WORD_PARTS = ("tien", "tig", "honderd", "duizend")  # one of these stands in each
_DIGIT = re.compile("[0-9]")
_NUMBER = rf"(?:[0-9]+(?:\.[0-9]{{3}})*(?:,[0-9]+)?|{'|'.join(_WORDS)})(?!\w|[.,:/][0-9])"
_GAP = r"[*_]{0,3}[ \u00a0\n]{1,12}[*_]{0,3}"
_NO_EMPHASIS = str.maketrans("", "", "*_")
# A number starts where no other sign belongs to it, so that each is looked at once.
_AMOUNT = re.compile(
    rf"(?<![\w.,/:#§-])(?P<money>€[ \u00a0]?)?(?P<low>{_NUMBER})"
    rf"(?:(?:[ \u00a0]?[–-][ \u00a0]?|{_GAP}(?:tot|à){_GAP})(?:€[ \u00a0]?)?(?P<high>{_NUMBER}))?"
    r"(?![–-][0-9])"
    rf"(?:{_GAP}(?P<scale>duizend|miljoen|miljard)\b)?"
    rf"(?:[ \u00a0]?(?P<percent>%)|{_GAP}(?!per\b)(?P<unit>[^\W\d_][\w’'-]*))?"
    rf"(?:{_GAP}per{_GAP}(?P<per>\w+))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number or range in a text, its scale worked out, with the word behind it in lower case.

    `scaled` tells that it was written with *duizend*, *miljoen* or *miljard*; `per` what it is for
    one of.
    """

    span: Span
    unit: str
    money: bool
    scaled: bool
    per: str
    text: str
    offset: int


def find_amounts(text: str) -> Iterator[Amount]:
    """Yield the numbers of a text, in its order, whether a unit follows or not."""
    if not _has_numbers(text):
        return  # as in most paragraphs
    for match in _AMOUNT.finditer(text):
        low = _find_number(match["low"])
        high = _find_number(match["high"] or match["low"])
        if low is not None and high is not None:
            yield _build_amount(match, Span(low, high))


def _has_numbers(text: str) -> bool:
    """Tell whether a text may hold a number, in a fraction of the time that it takes to find it."""
    lowered = text.casefold()
    return _DIGIT.search(text) is not None or any(part in lowered for part in _WORD_PARTS)


def _build_amount(match: re.Match[str], span: Span) -> Amount:
    scale, unit, per = ((match[name] or "").casefold() for name in ("scale", "unit", "per"))
    signed = match["money"] is not None
    is_euro = unit.startswith("euro")
    # Behind a sign for euros the next word is no unit: "€ 10.000 kost het".
    end = match.start("unit") if signed and unit and not is_euro else match.end()
    return Amount(
        span.scaled(SCALES[scale]),
        "procent" if match["percent"] else unit,
        signed or is_euro,
        bool(scale),
        per,
        " ".join(match.string[match.start() : end].translate(_NO_EMPHASIS).split()),
        match.start(),
    )


def _find_number(text: str) -> Decimal | None:
    word = _WORDS.get(text.casefold())
    return find_number(text) if word is None else Decimal(word)
