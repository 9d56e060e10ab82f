"""Which types of entry the bibliography knows, and which fields each of them has."""

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.references.bibliography import Located
from plugins.references.name import is_organisation

INTERNAL = ("gezien", "ontbreekt")  # for the hub alone: no export holds them
_COMMON = (
    "author", "editor", "title", "year", "month", "day", "type", "number", "edition",
    "url", "urldate", "doi", "note", *INTERNAL,
)  # fmt: skip
_PLACES = ("institution", "publisher", "school", "howpublished", "organization")
# These are known by their name or number; they have no author to be missing.
_NAMED = ("wet", "verdrag", "verordening", "regeling", "richtlijn", "besluit", "kamerstuk")
# A part of a larger work shares the address and numbers of the whole.
PARTS = ("inbook", "incollection", "inproceedings")


@dataclass(frozen=True, slots=True)
class Kind:
    """A type of entry: of each group of `required` fields one must be there.

    The title always is. `fields` are all that an entry of the type may have.
    """

    required: tuple[tuple[str, ...], ...]
    fields: frozenset[str]


def _kind(required: tuple[tuple[str, ...], ...], *optional: str) -> Kind:
    needed = (name for names in required for name in names)
    return Kind(required, frozenset({*_COMMON, *needed, *optional}))


_BY = ("author", "editor")
_FROM = ("institution", "publisher", "school", "organization")
_IN_BOOK = _kind(
    (_BY, ("year",), ("booktitle",), ("publisher", "organization")),
    "pages", "volume", "isbn", "issn", *_PLACES,
)  # fmt: skip
_THESIS = _kind((("author",), ("year",), ("school", "institution")), "isbn", *_PLACES)

KINDS: Mapping[str, Kind] = {
    "article": _kind((("author",), ("year",), ("journal",)), "volume", "pages", "issn"),
    "book": _kind((_BY, ("year",), ("publisher",)), "volume", "isbn", *_PLACES),
    "inbook": _IN_BOOK,
    "incollection": _IN_BOOK,
    "inproceedings": _IN_BOOK,
    "mastersthesis": _THESIS,
    "misc": _kind((_BY, ("year",)), "isbn", "issn", *_PLACES),
    "online": _kind((_BY, ("year",), ("url",)), *_PLACES),
    "phdthesis": _THESIS,
    "report": _kind((_BY, ("year",), _FROM), "volume", "isbn", "issn", *_PLACES),
    "thesis": _THESIS,
}


def find_missing(located: Located) -> tuple[str, ...]:
    """Return the required fields that a work of a known type does not have."""
    return tuple(
        names[0]
        for names in KINDS[located.work.type].required
        if not any(map(located.has, names)) and not _is_understood(names, located)
    )


def _is_understood(names: tuple[str, ...], located: Located) -> bool:
    """Tell whether a work is known without these: a law by its name, a report by who wrote it."""
    if names == _BY:
        return find_genre(located) in _NAMED
    return names == _FROM and any(map(is_organisation, located.work.persons.get("author", [])))


def find_genre(located: Located) -> str:
    """Return what kind of work the field `type` says it is, in one word: "verordening" for
    "Europese verordening"; empty without that field.
    """
    return " ".join(located.text("type").casefold().split()[-1:])
