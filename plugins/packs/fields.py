"""What content/pakketten.yaml may hold."""

import re

from plugins.core.schema import DATE, SLUG, TEXT, Field, Kind, pattern_kind

AUDIENCES = ("raadslid", "school", "gemeente", "iedereen")
# What a piece can be: its look, its formats and what readers call it follow from it.
KINDS = ("kaart", "poster", "checklist", "blad", "brief", "notitie", "tekst")
# Those that are printed as they are, and so come as a PDF too.
PRINTED_KINDS = KINDS[:4]

_VERSION = pattern_kind("versie", r"[0-9]+\.[0-9]+\.[0-9]+", "0.1.0")
# ZIP packages, and so the office formats too, cannot be dated outside these years.
_DAY = Kind(
    "datum van 1980 tot en met 2107",
    lambda text: DATE.accepts(text) and "1980" <= text < "2108",
    DATE.example,
)
_PAGES = pattern_kind("aantal van 1 tot en met 9", "[1-9]", "1")
_BLANK_NAME = Kind(
    "naam van een invulplek",
    lambda text: re.fullmatch(r"[^\W\d_][^\[\]<>@\n]{1,80}", text) is not None,
    "naam school",
)

BLANK_FIELDS = (
    Field("plek", _BLANK_NAME, "wat er in de brief tussen haken staat"),
    Field("vraag", TEXT, "het opschrift van het veld waarin iemand het invult"),
    Field("uitleg", TEXT, "een zin bij dat veld", required=False),
)
PIECE_FIELDS = (
    Field("bestand", TEXT, "het pad vanaf content/"),
    Field("soort", TEXT, "wat het is", choices=KINDS),
    Field("voor", TEXT, "wie het gebruikt of krijgt"),
    Field("bladzijden", _PAGES, "hoeveel bladzijden A4 het ten hoogste heeft", required=False),
)
CHANGE_FIELDS = (
    Field("versie", _VERSION, "drie getallen met punten"),
    Field("datum", _DAY, "de dag van deze versie"),
    Field("wat", TEXT, "wat er anders is dan in de vorige versie", many=True),
)
PACK_FIELDS = (
    Field("id", SLUG, "het korte kenmerk, ook de naam van de map"),
    Field("titel", TEXT, "de naam van het pakket"),
    Field("voor", TEXT, "voor wie het is", many=True, choices=AUDIENCES),
    Field("omschrijving", TEXT, "wat erin zit, in een of twee zinnen"),
    Field("gids", TEXT, "de pagina's die samen de gids vormen", required=False, many=True),
    Field(
        "onderdelen", TEXT, "de losse stukken", required=False, many=True, fields=PIECE_FIELDS,
    ),
    Field(
        "weglaten", TEXT, "de paragrafen die dit pakket niet nodig heeft, elk als «pad#kenmerk»",
        required=False, many=True,
    ),
    Field("wijzigingen", TEXT, "de versies, de nieuwste boven", many=True, fields=CHANGE_FIELDS),
)  # fmt: skip
FILE_FIELDS = (
    Field(
        "invulplekken", TEXT, "wat een lezer zelf invult", required=False, many=True,
        fields=BLANK_FIELDS,
    ),
    Field("pakketten", TEXT, "de pakketten", required=False, many=True, fields=PACK_FIELDS),
)  # fmt: skip
