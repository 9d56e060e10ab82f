"""A small register for tests, and what they change in it."""

from plugins.core.source import Source
from plugins.figures.figure import Figure
from plugins.figures.register import Register, find_register

FILE = "content/cijfers.yaml"

TEXT = """\
bijgewerkt: 2026-11-21
cijfers:
  - id: scholen
    wat: scholen die meedoen
    groep: Handle with Care
    waarde: "700"
    aanduiding: meer dan
    eenheid: scholen
    jaar: "2026"
    peil: april 2026
    soort: gemeten
    bron: brief
    plaats: punt 3
    bewijst_niet: dat elke school meedoet.
    status: actueel
  - id: gemeenten
    wat: gemeenten met scholen die meedoen
    groep: Handle with Care
    waarde: "35"
    eenheid: gemeenten
    jaar: "2026"
    soort: gemeten
    bron: brief
    status: actueel
  - id: centrumgemeenten
    wat: gemeenten met een taak voor de regio
    groep: Stelsel
    waarde: "35"
    eenheid: centrumgemeenten
    jaar: "2018"
    soort: regel
    bron: plan
    status: historisch
    niet_verwarren: [gemeenten]
  - id: kosten
    wat: kosten van Veilig Thuis
    groep: Geld
    waarde: "10.000"
    eenheid: euro per jaar
    jaar: onbekend
    soort: geschat
    bron: brief
    status: actueel
  - id: radar
    wat: geld voor de radarfunctie
    groep: Geld
    waarde: "38,6"
    eenheid: miljoen euro
    jaar: 2019-2021
    soort: begroting
    bron: plan
    status: actueel
  - id: uren
    wat: uren voor wie coördineert
    groep: Geld
    waarde: "2"
    tot: "3"
    eenheid: uur per week
    jaar: "2026"
    soort: geschat
    bron: brief
    status: actueel
  - id: signaal
    wat: tijd tot het signaal
    groep: Hoe snel
    waarde: "24"
    aanduiding: binnen
    eenheid: uur
    jaar: "2026"
    soort: ambitie
    bron: plan
    status: actueel
  - id: seintje
    wat: moment van het seintje
    groep: Hoe snel
    tekst: vóór de schooldag
    jaar: onbekend
    soort: afspraak
    bron: plan
    opmerking: Anders dan [#signaal].
    status: historisch
tabellen:
  - id: begroting
    titel: Begroting
    groep: Geld
    eenheid: miljoen euro
    jaar: "2018"
    soort: begroting
    bron: plan
    plaats: hoofdstuk 5
    kolommen: ["2018", "2019", {naam: Samen, som_van: ["2018", "2019"]}]
    rijen:
      - {id: a, naam: a. Regio’s, waarden: ["2,6", "4", "6,6"]}
      - {id: b, naam: b. Onderzoek, waarden: ["1", "–", "1"]}
      - {id: vws, naam: Totaal VWS, som_van: [a, b], waarden: ["3,6", "3,5", "7,1"]}
      - {id: buiten, naam: Radarfunctie, buiten_totaal: ja, waarden: ["11,9", "38,6", "50,5"]}
    afwijkingen:
      - {rij: vws, kolom: "2019", gedrukt: "3,5", berekend: "4", uitleg: Waarom staat er niet.}
      - {rij: vws, kolom: Samen, gedrukt: "7,1", berekend: "7,6", uitleg: Dit volgt daaruit.}
    opmerking: Bedragen uit [#centrumgemeenten, kaal] brieven.
  - id: beloften
    titel: Beloften
    groep: Hoe snel
    rijkop: Wie
    kolommen: [Wanneer, Bron]
    rijen:
      - {id: school, naam: School, waarden: ["[#signaal] na *afloop*", "[@plan]"]}
"""

KEYS = frozenset({"brief", "plan"})


def register_of(text: str = TEXT) -> Register:
    """Return the register that `text` describes."""
    return find_register(Source(FILE, text))


def figure_of(id_: str) -> Figure:
    """Return one figure of the sample."""
    return next(figure for figure in register_of().figures if figure.id == id_)


def spoil(old: str, new: str) -> str:
    """Return the sample with its first `old` replaced, which must be there."""
    assert old in TEXT
    return TEXT.replace(old, new, 1)


def place_of(text: str, words: str, number: int = 1) -> tuple[int, int]:
    """Return line and column of the `number`th `words` in `text`."""
    offset = -1
    for _ in range(number):
        offset = text.index(words, offset + 1)
    return Source(FILE, text).position(offset)
