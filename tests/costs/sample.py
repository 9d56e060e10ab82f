"""Small models, as the tests write them."""

import json
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from plugins.core.source import Source
from plugins.costs.default import Known
from plugins.costs.file import CostFile, find_costs
from plugins.costs.span import Span

FILE = "content/kosten.yaml"
CASES: Mapping[str, Any] = json.loads(
    Path(__file__).with_name("cases.json").read_text(encoding="utf-8")
)
REGISTER = {
    "uren-start": Known(Decimal(12), Decimal(12), "12 uur per week"),
    "uren-daarna": Known(Decimal(2), Decimal(3), "2–3 uur per week"),
    "minuten": Known(Decimal(5), Decimal(5), "minder dan 5 minuten per signaal"),
    "bedrag": Known(Decimal("38600000"), Decimal("38600000"), "€ 38,6 miljoen"),
    "nihil": Known(None, None, "nihil"),
}
GOOD = """\
velden:
  - {id: scholen, naam: scholen, vraag: Hoeveel scholen?, groep: gemeente, minste: "1", meeste: "2.000"}
  - id: per-school
    naam: signalen per school
    vraag: Signalen per school
    groep: aannames
    waarde: 1–4
    waarom: Een schatting van [#uren-start].
    minste: "0"
    meeste: "100"
  - {id: weken, naam: weken, vraag: Hoeveel weken?, groep: aannames, waarde: "52", waarom: Een jaar., minste: "1", meeste: "52"}
  - id: start
    naam: weken startfase
    vraag: Hoeveel weken start?
    groep: aannames
    waarde: "26"
    waarom: Een half jaar.
    minste: "0"
    meeste: "52"
    hoogstens: weken
  - id: uren
    naam: uren per week
    vraag: Hoeveel uren?
    groep: aannames
    cijfer: uren-daarna
    minste: "0"
    meeste: "80"
  - id: minuten
    naam: minuten
    vraag: Hoeveel minuten?
    groep: aannames
    cijfer: minuten
    vanaf: "0"
    waarom: De bron geeft een bovengrens.
    minste: "0"
    meeste: "480"
    decimalen: "1"
  - {id: tarief, naam: uurtarief, vraag: Welk tarief?, groep: zelf, minste: "0", meeste: "500", decimalen: "2"}
  - {id: bedrag, naam: bedrag, vraag: Welk bedrag?, groep: zelf, minste: "0", meeste: "9.000"}
tellingen:
  - id: scholen
    naam: aantal scholen
    geeft:
      - {id: signalen, naam: signalen per jaar, aantal: scholen, keer: per-school}
posten:
  - {id: start, naam: Startfase, maat: uren, fasen: [start], aantal: start, keer: uren, tarief: tarief}
  - {id: rest, naam: Rest, maat: uren, fasen: [start], aantal: weken, min: start, keer: uren}
  - {id: later, naam: Later, maat: uren, fasen: [later], aantal: weken, keer: uren}
  - {id: leerplicht, naam: Leerplicht, maat: uren, fasen: [start, later], aantal: signalen, keer: minuten, deel: "60"}
  - {id: jurist, naam: Jurist, maat: euro, fasen: [start], aantal: bedrag}
voorbeelden:
  - {naam: Klein, telling: scholen, invoer: [{veld: scholen, waarde: "8"}]}
  - {naam: Groot, telling: scholen, invoer: [{veld: scholen, waarde: "1.200"}, {veld: bedrag, waarde: "500"}]}
"""  # noqa: E501


def costs_of(text: str = GOOD) -> CostFile:
    """Return the file that `text` would be."""
    return find_costs(Source(FILE, text))


def span_of(pair: list[str] | None) -> Span | None:
    """Return a span of the table of cases."""
    return None if pair is None else Span(Fraction(pair[0]), Fraction(pair[1]))
