"""What can be wrong with the region file, and which blanks only an owner can fill in."""

from collections.abc import Iterator

from plugins.core.problem import Problem
from plugins.core.schema import check_fields
from plugins.core.yaml import Fields, Scalar
from plugins.region.region import FIELDS, RegionFile

_BLANKS = {
    "eigenaar": "Vul in wie de site beheert; tot dan staat overal dat dit een voorbeeld is.",
    "adres": "Vul het openbare adres in, met https://, zodra dat bekend is.",
}


def check_region(file: RegionFile) -> Iterator[Problem]:
    """Yield what is wrong with the region's fields, and advice for each blank."""
    if file.problems:
        return
    yield from check_fields(file.value, FIELDS, file.source.path)
    if not isinstance(file.value, Fields):
        return
    yield from _check_blanks(file.value, file.source.path)


def _check_blanks(fields: Fields, path: str) -> Iterator[Problem]:
    for name, hint in _BLANKS.items():
        value = fields.get(name)
        if value is None or (isinstance(value, Scalar) and not value.text):
            line, column = (value.line, value.column) if value else (fields.line, fields.column)
            message = f"«{name}» is nog niet ingevuld"
            yield Problem(path, line, column, "REG001", message, hint, stops=False)
