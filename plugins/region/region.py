"""This region, read from ``regio.yaml``: its name and owner, its municipalities and how a signal
reaches a school there, and where the exit link leads.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from plugins.core.files import read_source
from plugins.core.problem import Problem
from plugins.core.schema import DATE, SLUG, TEXT, Field, Kind
from plugins.core.source import Source
from plugins.core.yaml import Fields, Items, Value, read_yaml

FILE = "regio.yaml"


def _is_address(text: str) -> bool:
    """Tell whether a text is a web address with a host, and without spaces or a question."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    plain = not (parts.query or parts.fragment or re.search(r"\s", text))
    return parts.scheme == "https" and "." in (parts.hostname or "") and plain


ADDRESS = Kind("webadres met https://", _is_address, "https://www.knmi.nl/", r"https://[^\s?#]+")

EXIT_FIELDS = (
    Field("naam", TEXT, "waar de knop om snel weg te gaan naartoe leidt"),
    Field("adres", ADDRESS, "een alledaagse site zonder persoonlijke pagina's"),
)
SIGNAL_FIELDS = (
    Field("route", TEXT, "langs welke route een signaal op school komt", required=False),
    Field("afzender", TEXT, "wie het bericht aan de school stuurt", required=False),
    Field("contact", TEXT, "functie of afdeling met nummer, nooit een persoon", required=False),
)
MUNICIPALITY_FIELDS = (
    Field("naam", TEXT, "de naam van de gemeente"),
    *SIGNAL_FIELDS,
    Field("bekend", TEXT, "wat bronnen over deze gemeente zeggen, met bron", required=False),
)
FIELDS = (
    Field("naam", TEXT, "de naam van de regio"),
    Field("hub", TEXT, "de naam van deze site"),
    Field("voorbeeld", TEXT, "de melding zolang de site geen eigenaar heeft"),
    Field("eigenaar", TEXT, "de organisatie die de site beheert", required=False),
    Field("adres", ADDRESS, "het openbare adres van de site", required=False),
    Field("contact", TEXT, "waar men met vragen over de inhoud terechtkan", required=False),
    Field("beveiliging", TEXT, "waar men een lek in de beveiliging meldt", required=False),
    Field("beveiliging_tot", DATE, "tot wanneer dat geldt, hooguit een jaar", required=False),
    Field("privacy", TEXT, "waar men met vragen over privacy terechtkan", required=False),
    Field("klachten", TEXT, "waar men met een klacht terechtkan", required=False),
    Field("overdracht", DATE, "de dag waarop de eigenaar de site overnam", required=False),
    Field("broncode", ADDRESS, "waar de bestanden van de site staan", required=False),
    Field("uitweg", TEXT, "naam en adres van de uitweg", fields=EXIT_FIELDS),
    Field(
        "signaal", TEXT, "hoe een signaal in deze regio op school komt",
        required=False, fields=SIGNAL_FIELDS,
    ),
    Field(
        "gemeenten", TEXT, "de gemeenten in deze regio",
        required=False, many=True, fields=MUNICIPALITY_FIELDS,
    ),
    Field("gemeenten_bron", SLUG, "sleutel van de bron van die lijst", required=False),
    Field("gemeenten_toelichting", TEXT, "wat een lezer bij die lijst moet weten", required=False),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Exit:
    """Where the exit link leads."""

    naam: str
    adres: str


@dataclass(frozen=True, slots=True)
class Signal:
    """How a signal reaches a school: its route, who sends it, whom to ask; as Markdown, or empty
    while that is not known.
    """

    route: str = ""
    afzender: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Municipality:
    """One municipality; its `signaal` is the region's where it has none of its own. `bekend` is
    Markdown.
    """

    naam: str
    signaal: Signal = Signal()
    bekend: str = ""


@dataclass(frozen=True, slots=True)
class Region:
    """The region as templates name it, in the words of ``regio.yaml``; empty texts are still
    blanks.

    `plaatsen` are its municipalities in the order of the file, `bron` is the key of the source of
    that list, and `toelichting` Markdown about it.
    """

    naam: str
    hub: str
    voorbeeld: str
    eigenaar: str
    adres: str
    uitweg: Exit
    plaatsen: tuple[Municipality, ...] = ()
    bron: str = ""
    toelichting: str = ""
    contact: str = ""
    beveiliging: str = ""
    beveiliging_tot: str = ""
    privacy: str = ""
    klachten: str = ""
    overdracht: str = ""
    broncode: str = ""

    @property
    def gemeenten(self) -> tuple[str, ...]:
        """The names of the municipalities."""
        return tuple(place.naam for place in self.plaatsen)


@dataclass(frozen=True, slots=True)
class RegionFile:
    """The region, the value it came from, and what could not be read."""

    region: Region
    value: Value
    source: Source
    problems: tuple[Problem, ...]


_EMPTY = Fields((), 1, 1)


def read_region(root: Path) -> RegionFile:
    """Read ``regio.yaml`` of the content folder `root`."""
    source = read_source(root, root / FILE)
    if isinstance(source, Problem):
        return RegionFile(_region(_EMPTY), _EMPTY, Source(source.file, ""), (source,))
    return find_region(source)


def find_region(source: Source) -> RegionFile:
    """Return the region that the text of `source` describes."""
    document = read_yaml(source)
    value = document.value or _EMPTY
    fields = value if isinstance(value, Fields) else _EMPTY
    return RegionFile(_region(fields), value, source, document.problems)


def _region(fields: Fields) -> Region:
    leaving = _find_fields(fields, "uitweg")
    signal = _signal(_find_fields(fields, "signaal"), Signal())
    return Region(
        naam=fields.text("naam"),
        hub=fields.text("hub"),
        voorbeeld=fields.text("voorbeeld"),
        eigenaar=fields.text("eigenaar"),
        adres=fields.text("adres").rstrip("/"),
        uitweg=Exit(leaving.text("naam"), leaving.text("adres")),
        plaatsen=tuple(_municipality(item, signal) for item in find_municipalities(fields)),
        bron=fields.text("gemeenten_bron"),
        toelichting=fields.text("gemeenten_toelichting"),
        contact=fields.text("contact"),
        beveiliging=fields.text("beveiliging"),
        beveiliging_tot=fields.text("beveiliging_tot"),
        privacy=fields.text("privacy"),
        klachten=fields.text("klachten"),
        overdracht=fields.text("overdracht"),
        broncode=fields.text("broncode"),
    )


def find_municipalities(fields: Fields) -> tuple[Fields, ...]:
    """Return the municipalities as written, each with its place."""
    value = fields.get("gemeenten")
    items = value.items if isinstance(value, Items) else ()
    return tuple(item for item in items if isinstance(item, Fields))


def _find_fields(fields: Fields, name: str) -> Fields:
    found = fields.get(name)
    return found if isinstance(found, Fields) else _EMPTY


def _municipality(fields: Fields, region: Signal) -> Municipality:
    return Municipality(fields.text("naam"), _signal(fields, region), fields.text("bekend"))


def _signal(fields: Fields, otherwise: Signal) -> Signal:
    return Signal(
        route=fields.text("route") or otherwise.route,
        afzender=fields.text("afzender") or otherwise.afzender,
        contact=fields.text("contact") or otherwise.contact,
    )
