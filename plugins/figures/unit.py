"""What a figure counts: its unit taken apart, and a number printed with it."""

import re
from dataclasses import dataclass

_UNIT = re.compile(
    r"(?:(?P<scale>duizend|miljoen|miljard)(?: |$))?(?P<money>euro(?: |$))?(?P<rest>.*)", re.S
)
SCALES = {"": 1, "duizend": 1_000, "miljoen": 1_000_000, "miljard": 1_000_000_000}
_SMALL = frozenset({"aan", "de", "een", "en", "het", "in", "met", "of", "op", "per", "te", "van"})
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
# Measures that stand beside a number for countless other reasons than that it is a figure.
TIME = frozenset(
    {"seconden", "minuut", "minuten", "uur", "uren", "dag", "dagen", "week", "weken"}
    | {"maand", "maanden", "jaar", "jaren"}
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: ``miljoen euro per jaar`` is scale *miljoen*, money, and *per jaar*."""

    scale: str
    money: bool
    rest: str

    @property
    def factor(self) -> int:
        """How many ones the scale makes of a number."""
        return SCALES[self.scale]

    @property
    def words(self) -> frozenset[str]:
        """The words that may stand right behind the number, in lower case."""
        counted = self.rest.partition("per ")[0]
        return frozenset(_WORD.findall(counted.casefold())) - _SMALL

    @property
    def per(self) -> str:
        """What the number is for one of: ``week`` in *uur per week*; else empty."""
        words = _WORD.findall(f" {self.rest} ".casefold().partition(" per ")[2])
        return words[0] if words else ""


def find_unit(text: str) -> Unit:
    """Return the parts of a unit as the register has it."""
    match = _UNIT.fullmatch(" ".join(text.split()))
    assert match, "every part may be empty"
    return Unit(match["scale"] or "", bool(match["money"]), match["rest"])


def render_amount(number: str, unit: str) -> str:
    """Return a printed number with its unit, kept together: € 38,6 miljoen; 700 scholen."""
    parts = find_unit(unit)
    sign = "€" if parts.money else ""
    first, _, rest = " ".join(filter(None, (parts.scale, parts.rest))).partition(" ")
    return " ".join(filter(None, ("\u00a0".join(filter(None, (sign, number, first))), rest)))
