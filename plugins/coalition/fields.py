"""The fields of ``coalitietekst.yaml``, declared once: the checks follow from them."""

from plugins.coalition.clause import LISTS, STEPS, VARIANTS, WHOLE
from plugins.core.schema import SLUG, TEXT, Field

DEADLINE_FIELDS = (
    Field("id", SLUG, "kenmerk van de termijn"),
    Field("naam", TEXT, "hoe de keuze heet"),
    Field("steun", TEXT, "de tijd voor steun, zoals die in een zin past"),
    Field("signaal", TEXT, "de tijd voor het signaal die daarbij hoort"),
    Field("gevolg", TEXT, "wat deze termijn betekent en niet waarmaakt"),
    Field("bron", TEXT, "de bron, als verwijzing"),
)
STEP_FIELDS = (
    *(Field(name, TEXT, "tekst of lijst van dit deel", required=False) for name in STEPS),
    Field("aanhef", TEXT, "wat boven een lijst staat", required=False),
)
FORM_FIELDS = (
    Field("id", SLUG, "kenmerk van de vorm"),
    Field("naam", TEXT, "hoe de keuze heet"),
    Field("uitleg", TEXT, "waar de vorm voor is"),
    Field("opbouw", TEXT, "de delen van boven naar beneden", many=True, fields=STEP_FIELDS),
)


def _list_field(name: str) -> Field:
    variants = (
        Field(variant, TEXT, "de zinnen van deze variant", many=True,
              required=variant == VARIANTS[0] or name == WHOLE)
        for variant in VARIANTS
    )  # fmt: skip
    return Field(name, TEXT, "de zinnen per variant", fields=tuple(variants))


CLAUSE_FIELDS = (
    Field("id", SLUG, "kenmerk van het onderdeel"),
    Field("naam", TEXT, "hoe het onderdeel heet"),
    Field("belooft", TEXT, "wat de tekst belooft"),
    Field("aan", TEXT, "aan wie"),
    Field("wanneer", TEXT, "tegen wanneer"),
    Field("kost", TEXT, "wat het kost, in euro's en uren"),
    Field("bron", TEXT, "de bron, als verwijzing"),
    Field("voorbehoud", TEXT, "wat een lezer moet weten voor hij tekent", many=True),
    Field("teksten", TEXT, "de zinnen om over te nemen", fields=tuple(map(_list_field, LISTS))),
)
CLASH_FIELDS = (
    Field("met", SLUG, "onderdelen die gekozen zijn", required=False, many=True),
    Field("zonder", SLUG, "onderdelen waarvan er geen gekozen is", required=False, many=True),
    Field("termijnen", SLUG, "termijnen waarbij het geldt", required=False, many=True),
    Field("kan", TEXT, "of er toch een tekst komt", choices=("ja", "nee")),
    Field("uitleg", TEXT, "waarom, en wat een lezer kan doen"),
)
START_FIELDS = (
    Field("vorm", SLUG, "de vorm waarmee een lezer begint"),
    Field("termijn", SLUG, "de termijn waarmee een lezer begint"),
    Field("variant", TEXT, "hoe lang de tekst is waarmee een lezer begint", choices=VARIANTS),
    Field("delen", SLUG, "de onderdelen waarmee een lezer begint", many=True),
)
FIELDS = (
    Field("begin", TEXT, "waarmee een lezer begint", fields=START_FIELDS),
    Field("termijnen", TEXT, "de termijnen", many=True, fields=DEADLINE_FIELDS),
    Field("vormen", TEXT, "de vormen", many=True, fields=FORM_FIELDS),
    Field("delen", TEXT, "de onderdelen", many=True, fields=CLAUSE_FIELDS),
    Field("botsingen", TEXT, "wat niet samengaat", required=False, many=True, fields=CLASH_FIELDS),
)
