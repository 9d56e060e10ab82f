"""What may not be published of persons: values in, Problems out. Messages show no datum whole: they
stand in logs that others read.
"""

from collections.abc import Iterator, Mapping

from plugins.core.code import blank_code
from plugins.core.problem import Problem
from plugins.core.schema import check_fields
from plugins.core.source import Source
from plugins.privacy.allowed import FIELDS, Known, PublicFile
from plugins.privacy.datum import Datum, Kind
from plugins.privacy.find import find_data
from plugins.privacy.secret import mask

_PUBLIC = "Haal het weg, of zet het in openbaar.yaml als een dienst het zelf bekendmaakt."
_MESSAGES: Mapping[Kind, tuple[str, str, str]] = {
    "bsn": (
        "PRI001", "dit lijkt een burgerservicenummer",
        "Haal het nummer weg; meld een echt nummer ook bij wie over privacy gaat.",
    ),
    "phone": ("PRI002", "dit lijkt een telefoonnummer van een persoon", _PUBLIC),
    "mail": ("PRI003", "dit lijkt een mailadres van een persoon", _PUBLIC),
    "iban": ("PRI004", "dit lijkt een bankrekening", _PUBLIC),
    "birth": ("PRI005", "dit lijkt een geboortedatum", "Haal de datum weg."),
    "address": ("PRI006", "dit lijkt een adres van een huis", _PUBLIC),
}  # fmt: skip


def check_personal(source: Source, known: Known) -> Iterator[Problem]:
    """Yield a Problem for the first of each personal datum in a text that is not `known`."""
    plain = blank_code(source.text) if source.path.endswith(".md") else source.text
    told: set[tuple[Kind, str]] = set()
    for datum in sorted(find_data(plain), key=lambda found: found.offset):
        if (datum.kind, datum.value) not in known | told:
            told.add((datum.kind, datum.value))
            yield _describe(source, datum)


def _describe(source: Source, datum: Datum) -> Problem:
    code, message, hint = _MESSAGES[datum.kind]
    return source.problem(datum.offset, code, f"{message}: «{_show(datum.text)}»", hint)


def _show(text: str) -> str:
    return mask(" ".join(text.split()))


def check_public(file: PublicFile) -> Iterator[Problem]:
    """Yield what is wrong with the list of public data."""
    for entry in file.entries:
        yield from check_fields(entry, FIELDS, file.path)
