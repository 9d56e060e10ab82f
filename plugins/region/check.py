"""What can be wrong with the region file and with its marks in texts, and which blanks only an
owner can fill in.
"""

from collections.abc import Container, Iterator

from plugins.core.problem import Problem
from plugins.core.schema import check_fields, is_empty
from plugins.core.source import Source
from plugins.core.suggest import render_hint
from plugins.core.yaml import Fields
from plugins.region.mark import NAMES, TABLE, find_marks
from plugins.region.region import FIELDS, RegionFile, find_municipalities

_BLANKS = {
    "eigenaar": "Vul in wie de site beheert; tot dan staat overal dat dit een voorbeeld is.",
    "adres": "Vul het openbare adres in, met https://, zodra dat bekend is.",
    "contact": "Vul een adres van een functie of afdeling in, voor vragen over de inhoud.",
    "beveiliging": "Vul in waar iemand een lek in de beveiliging kan melden.",
    "privacy": "Vul in waar iemand met vragen over privacy terechtkan.",
    "klachten": "Vul in waar iemand met een klacht terechtkan.",
    "overdracht": "Vul de dag in waarop de eigenaar de site overnam: 2027-01-31.",
    "broncode": "Vul in waar de bestanden van de site staan, met https://.",
    "gemeenten": "Som de gemeenten op, elk als «- naam: …», met hun bron bij «gemeenten_bron».",
}
_SIGNAL_BLANKS = {
    "route": "Vul in langs welke route een signaal op school komt, zodra dat is afgesproken.",
    "afzender": "Vul in wie het bericht aan de school stuurt, zodra dat is afgesproken.",
    "contact": "Vul een functie of afdeling met nummer in, nooit de naam van een persoon.",
}
_PLAIN = ("titel", "samenvatting", "menu")


def check_region(file: RegionFile, sources: Container[str] | None = None) -> Iterator[Problem]:
    """Yield what is wrong with the region's fields, and advice for each blank.

    `sources` are the keys of the bibliography, or None when that could not be read.
    """
    if file.problems:
        return
    yield from check_fields(file.value, FIELDS, file.source.path)
    if not isinstance(file.value, Fields):
        return
    yield from _check_municipalities(file.value, file.source.path)
    if sources is not None:
        yield from _check_source(file.value, sources, file.source.path)
    yield from _check_blanks(file.value, _BLANKS, "", file.source.path)
    yield from _check_signal(file.value, file.source.path)


def _check_municipalities(fields: Fields, path: str) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for place in find_municipalities(fields):
        name = place.text("naam")
        if name and name.casefold() in seen:
            first = seen[name.casefold()]
            yield Problem(
                path, place.line, place.column, "REG002",
                f"de gemeente «{name}» staat er twee keer (eerder op regel {first})",
                "Voeg de twee samen.",
            )  # fmt: skip
        seen.setdefault(name.casefold(), place.line)


def _check_source(fields: Fields, sources: Container[str], path: str) -> Iterator[Problem]:
    """Yield a Problem when the list of municipalities has no source, or one that nobody knows."""
    value, listed = fields.get("gemeenten_bron"), fields.get("gemeenten")
    key = fields.text("gemeenten_bron")
    if not find_municipalities(fields) or key in sources or listed is None:
        return
    place = value if key and value else listed
    message = f"de bron «{key}» staat niet in bronnen.bib" if key else "deze lijst heeft geen bron"
    yield Problem(
        path, place.line, place.column, "REG003", message,
        "Zet bij «gemeenten_bron» de sleutel van een bron uit bronnen.bib.",
    )  # fmt: skip


def _check_signal(fields: Fields, path: str) -> Iterator[Problem]:
    """Yield advice for what no municipality can tell for itself, nor the region for all."""
    signal = fields.get("signaal")
    places = find_municipalities(fields)
    inside = signal if isinstance(signal, Fields) else Fields((), fields.line, fields.column)
    for name, hint in _SIGNAL_BLANKS.items():
        if not all(place.text(name) for place in places):
            yield from _check_blanks(inside, {name: hint}, "signaal: ", path)


def _check_blanks(
    fields: Fields, blanks: dict[str, str], above: str, path: str
) -> Iterator[Problem]:
    for name, hint in blanks.items():
        value = fields.get(name)
        if value is None or is_empty(value):
            line, column = (value.line, value.column) if value else (fields.line, fields.column)
            message = f"«{above}{name}» is nog niet ingevuld"
            yield Problem(path, line, column, "REG001", message, hint, stops=False)


def check_marks(text: Source, start: int) -> Iterator[Problem]:
    """Yield Problems for the region's marks in `text` from offset `start` on."""
    for mark in find_marks(text.text[start:]):
        if mark.name not in NAMES:
            yield text.problem(
                start + mark.offset, "REG004", f"«[%{mark.name}]» bestaat niet",
                render_hint(mark.name, NAMES, f"Kies uit: {', '.join(NAMES)}."),
            )  # fmt: skip
        elif mark.name == TABLE and not mark.alone:
            yield text.problem(
                start + mark.offset, "REG005", "deze tabel kan niet in een zin staan",
                f"Zet «[%{TABLE}]» op een eigen regel, met een lege regel erboven en eronder.",
            )  # fmt: skip


def check_fields_without_mark(fields: Fields, file: str) -> Iterator[Problem]:
    """Yield Problems for marks in fields that are shown as plain text."""
    for name in _PLAIN:
        value = fields.get(name)
        if value is not None and any(find_marks(fields.text(name))):
            yield Problem(
                file, value.line, value.column, "REG006",
                f"in «{name}» kan geen plek voor de regio staan", "Zet die in de tekst.",
            )  # fmt: skip
