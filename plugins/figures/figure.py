"""One figure of the register with its provenance; reads it, judges nothing."""

import re
from dataclasses import dataclass
from functools import partial

from plugins.core.schema import SLUG, TEXT, Field, Kind
from plugins.core.yaml import Fields
from plugins.figures.span import Span, find_value

KINDS = {
    "gemeten": "gemeten",
    "geschat": "geschat",
    "ambitie": "ambitie (wens, geen belofte)",
    "afspraak": "afspraak (toen afgesproken)",
    "begroting": "begroting (gepland geld)",
    "regel": "regel",
}
STATUSES = ("actueel", "historisch", "betwist")
QUALIFIERS = ("ongeveer", "bijna", "meer dan", "minder dan", "ten minste", "hooguit", "binnen")
UNKNOWN_YEAR = "onbekend"

_YEARS = re.compile(r"(?P<first>[0-9]{4})(?:[-–](?P<last>[0-9]{4}))?")


def _is_year(text: str) -> bool:
    match = _YEARS.fullmatch(text)
    if match is None:
        return text == UNKNOWN_YEAR
    return match["last"] is None or match["first"] < match["last"]


_optional = partial(Field, required=False)

_YEAR = Kind("jaar", _is_year, "2026", rf"{UNKNOWN_YEAR}|[0-9]{{4}}([-–][0-9]{{4}})?")
YEAR = Field("jaar", _YEAR, "een jaar, 2007-2010 of onbekend")
KIND = Field("soort", TEXT, "wat voor uitspraak het is", choices=tuple(KINDS))
SOURCE = Field("bron", TEXT, "sleutel van de bron in bronnen.bib")
PLACE = _optional("plaats", TEXT, "waar het in de bron staat")
REMARK = _optional("opmerking", TEXT, "wat een lezer verder moet weten")

FIELDS = (
    Field("id", SLUG, "kort kenmerk, waarmee pagina’s het cijfer noemen"),
    Field("wat", TEXT, "wat het cijfer telt"),
    Field("groep", TEXT, "de kop waaronder het staat"),
    _optional("waarde", TEXT, "het getal"),
    _optional("tot", TEXT, "bovenkant van het bereik"),
    _optional("tekst", TEXT, "het cijfer in woorden"),
    _optional("aanduiding", TEXT, "hoe precies het is", choices=QUALIFIERS),
    _optional("eenheid", TEXT, "wat er geteld is"),
    YEAR,
    _optional("peil", TEXT, "het moment van tellen, in woorden"),
    KIND,
    SOURCE,
    PLACE,
    REMARK,
    _optional("bewijst_niet", TEXT, "wat dit cijfer niet bewijst"),
    Field("status", TEXT, "of het nog geldt", choices=STATUSES),
    _optional("niet_verwarren", SLUG, "kenmerken van cijfers die erop lijken", many=True),
)


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: a number or range in `span`, or `words`. `fields` knows the places."""

    id: str
    what: str
    group: str
    span: Span | None
    words: str
    qualifier: str
    unit: str
    year: str
    moment: str
    kind: str
    source: str
    place: str
    remark: str
    not_proven: str
    status: str
    look_alikes: tuple[str, ...]
    fields: Fields

    @property
    def last_year(self) -> int | None:
        """The year, or the last of a range; None when the source gives none."""
        return find_last_year(self.year)


def find_last_year(year: str) -> int | None:
    """Return the last year in what stands under `jaar`, or None."""
    match = _YEARS.fullmatch(year)
    return int(match["last"] or match["first"]) if match else None


def find_figure(fields: Fields) -> Figure:
    """Return the figure that one mapping of the register describes."""
    return Figure(
        id=fields.text("id"),
        what=find_line(fields, "wat"),
        group=find_line(fields, "groep"),
        span=_span(fields),
        words=find_line(fields, "tekst"),
        qualifier=find_line(fields, "aanduiding"),
        unit=find_line(fields, "eenheid"),
        year=fields.text("jaar"),
        moment=find_line(fields, "peil"),
        kind=fields.text("soort"),
        source=fields.text("bron"),
        place=find_line(fields, "plaats"),
        remark=find_line(fields, "opmerking"),
        not_proven=find_line(fields, "bewijst_niet"),
        status=fields.text("status"),
        look_alikes=fields.texts("niet_verwarren"),
        fields=fields,
    )


def find_line(fields: Fields, name: str) -> str:
    """Return the text under `name` on one line."""
    return " ".join(fields.text(name).split())


def _span(fields: Fields) -> Span | None:
    low = find_value(fields.text("waarde"))
    if low is None:
        return None
    high = find_value(fields.text("tot"))
    return Span(low, low if high is None else high)
