"""Whether leaks in the site can be reported, and until when that is known to hold."""

from collections.abc import Iterator
from datetime import date, timedelta

from plugins.core.dutch import render_date
from plugins.core.problem import Problem
from plugins.core.schema import DATE
from plugins.core.yaml import Fields
from plugins.region.region import RegionFile
from plugins.region.security import find_contact

_NEAR = timedelta(days=30)
_FAR = timedelta(days=366)  # RFC 9116 advises less than a year
_CONTACT, _UNTIL = "beveiliging", "beveiliging_tot"


def check_security(file: RegionFile, today: date) -> Iterator[Problem]:
    """Yield what is wrong with the contact for leaks, and with the day until which it holds."""
    fields = file.value
    if not isinstance(fields, Fields) or not fields.text(_CONTACT):
        return
    contact = fields.text(_CONTACT)
    if not find_contact(contact):
        yield _problem(
            file, fields, _CONTACT, "BEV001", f"«{contact}» is geen adres voor meldingen",
            "Schrijf een e-mailadres, een telefoonnummer of een webadres met https://.",
        )  # fmt: skip
    if not fields.text(_UNTIL):
        yield _problem(
            file, fields, _UNTIL, "REG001", f"«{_UNTIL}» is nog niet ingevuld",
            "Vul in tot welke dag dat adres zeker geldt, hooguit een jaar vooruit.", stops=False,
        )  # fmt: skip
    elif DATE.accepts(fields.text(_UNTIL)):
        yield from _check_day(file, fields, today)


def _check_day(file: RegionFile, fields: Fields, today: date) -> Iterator[Problem]:
    until = date.fromisoformat(fields.text(_UNTIL))
    shown, hint = render_date(until), "Ga na of het adres nog klopt, en vul een nieuwe dag in."
    if until < today:
        message = f"het adres voor meldingen gold tot {shown}"
        yield _problem(file, fields, _UNTIL, "BEV002", message, hint)
    elif until - today <= _NEAR:
        message = f"het adres voor meldingen geldt nog tot {shown}"
        yield _problem(file, fields, _UNTIL, "BEV003", message, hint, stops=False)
    elif until - today > _FAR:
        message = f"{shown} is meer dan een jaar vooruit"
        hint = "Kies een dag binnen een jaar; wie een lek meldt, wil een adres dat is nagelopen."
        yield _problem(file, fields, _UNTIL, "BEV004", message, hint, stops=False)


def _problem(
    file: RegionFile, fields: Fields, name: str, code: str, message: str, hint: str, *,
    stops: bool = True,
) -> Problem:  # fmt: skip
    value = fields.get(name) or fields
    return Problem(file.source.path, value.line, value.column, code, message, hint, stops)
