"""How ``kosten.yaml`` is written: the fields that it may have."""

from functools import partial

from plugins.core.schema import NUMBER, SLUG, TEXT, Field

GROUPS = ("gemeente", "aannames", "zelf")
MEASURES = ("uren", "euro")
PHASES = ("start", "later")

_optional = partial(Field, required=False)
_FORMULA = (
    Field("aantal", TEXT, "waar de som mee begint"),
    _optional("min", TEXT, "wat daarvan af gaat"),
    _optional("keer", TEXT, "waarmee wordt vermenigvuldigd", many=True),
    _optional("deel", TEXT, "waardoor wordt gedeeld", many=True),
)
_QUANTITY = (
    Field("id", SLUG, "kort kenmerk"),
    Field("naam", TEXT, "hoe het in een som heet"),
    Field("vraag", TEXT, "wat er bij het veld staat"),
    Field("groep", TEXT, "waar het veld staat", choices=GROUPS),
    _optional("cijfer", SLUG, "kenmerk van het cijfer in cijfers.yaml"),
    _optional("vanaf", TEXT, "laagste waarde, als de bron alleen een bovengrens geeft"),
    _optional("waarde", TEXT, "een aanname zonder bron"),
    _optional("waarom", TEXT, "waarom dit de aanname is"),
    Field("minste", TEXT, "het kleinste getal dat kan"),
    Field("meeste", TEXT, "het grootste getal dat kan"),
    _optional("decimalen", NUMBER, "hoeveel cijfers achter de komma", choices=("0", "1", "2")),
    _optional("hoogstens", SLUG, "kenmerk van het getal waar dit niet boven mag"),
)
_DERIVED = (Field("id", SLUG, "kort kenmerk"), Field("naam", TEXT, "hoe het heet"), *_FORMULA)
_SIZE = (
    Field("id", SLUG, "kenmerk van het veld waarmee een lezer de omvang opgeeft"),
    Field("naam", TEXT, "hoe een lezer die manier kiest"),
    Field("geeft", TEXT, "wat eruit volgt", many=True, fields=_DERIVED),
)
_POST = (
    Field("id", SLUG, "kort kenmerk"),
    Field("naam", TEXT, "wie wat doet"),
    Field("maat", TEXT, "uren of euro", choices=MEASURES),
    Field("fasen", TEXT, "in welk jaar dit telt", many=True, choices=PHASES),
    *_FORMULA,
    _optional("tarief", SLUG, "kenmerk van het uurtarief"),
)
_ENTRY = (Field("veld", SLUG, "kenmerk van het veld"), Field("waarde", TEXT, "wat erin staat"))
_EXAMPLE = (
    Field("naam", TEXT, "hoe het voorbeeld heet"),
    Field("telling", SLUG, "hoe de omvang is opgegeven"),
    Field("invoer", TEXT, "wat is ingevuld", many=True, fields=_ENTRY),
)
FIELDS = (
    Field("velden", TEXT, "de getallen waar de sommen uit bestaan", many=True, fields=_QUANTITY),
    Field("tellingen", TEXT, "manieren om de omvang te tellen", many=True, fields=_SIZE),
    Field("posten", TEXT, "de sommen", many=True, fields=_POST),
    Field("voorbeelden", TEXT, "verzonnen gemeenten", many=True, fields=_EXAMPLE),
)
