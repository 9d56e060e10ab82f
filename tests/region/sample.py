"""A region file with nothing left blank, for tests that change a line of it."""

FULL = """naam: Zuiderstreek
hub: Kennishub
voorbeeld: Voorbeeld.
eigenaar: GGD
adres: https://hub.example/
contact: hub@ggd.example
beveiliging: https://ggd.example/lek
privacy: afdeling recht
klachten: afdeling klachten
overdracht: 2027-01-31
broncode: https://code.example/hub
uitweg:
  naam: het weer
  adres: https://www.knmi.nl/
signaal:
  route: via leerplicht
  afzender: leerplicht
  contact: afdeling leerplicht, 14 000
gemeenten:
  - naam: Beek
  - naam: Ommen
    afzender: de politie
    bekend: "Eén school doet mee [@brief]."
gemeenten_bron: brief
gemeenten_toelichting: Nagegaan.
"""


def without(*names: str, text: str = FULL) -> str:
    """Return `text` with these fields empty, however deep they stand."""
    lines = []
    for line in text.splitlines():
        name = line.strip().partition(":")[0]
        lines.append(line.partition(":")[0] + ": ''" if name in names else line)
    return "\n".join(lines) + "\n"
