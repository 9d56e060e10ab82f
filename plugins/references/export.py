"""The bibliography for other programs, without what only the hub uses: BibTeX, RIS and CSL-JSON."""

import json
from collections.abc import Mapping
from itertools import takewhile

import rispy
from pybtex.database import Person

from plugins.references.bibliography import Bibliography, Located
from plugins.references.entry import plain_text
from plugins.references.fields import INTERNAL, find_genre
from plugins.references.name import is_organisation

# By type of entry: what CSL and RIS call it. A letter that is published is a document: what CSL
# calls personal communication, styles leave out of a list of sources.
_TYPES: Mapping[str, tuple[str, str]] = {
    "article": ("article-journal", "JOUR"),
    "book": ("book", "BOOK"),
    "inbook": ("chapter", "CHAP"),
    "incollection": ("chapter", "CHAP"),
    "inproceedings": ("paper-conference", "CPAPER"),
    "mastersthesis": ("thesis", "THES"),
    "misc": ("document", "GEN"),
    "online": ("webpage", "ELEC"),
    "phdthesis": ("thesis", "THES"),
    "report": ("report", "RPRT"),
    "thesis": ("thesis", "THES"),
}
# What a law is, matters more than the type that its entry has for want of a better one.
_GENRES: Mapping[str, tuple[str, str]] = {
    "wet": ("legislation", "STAT"),
    "verordening": ("legislation", "LEGAL"),
    "regeling": ("legislation", "LEGAL"),
    "richtlijn": ("legislation", "LEGAL"),
    "besluit": ("legislation", "LEGAL"),
    "verdrag": ("treaty", "LEGAL"),
    "oratie": ("speech", "GEN"),
}
_OTHERS = "others"
_LANGUAGE = "nl"  # else programs give each word of a title a capital, as in English
_PUBLISHERS = ("publisher", "institution", "school", "organization", "howpublished")


def render_bib(bibliography: Bibliography) -> str:
    """Return every source as BibTeX, in the order of the file."""
    return "\n".join(map(_render_entry, bibliography.works))


def _render_entry(located: Located) -> str:
    people = {
        role: " and ".join(map(str, persons)) for role, persons in located.work.persons.items()
    }
    fields = {**people, **located.work.fields}
    lines = "".join(
        f"  {name.lower()} = {{{value}}},\n"
        for name, value in fields.items()
        if name.lower() not in INTERNAL
    )
    return f"@{located.work.type}{{{located.key},\n{lines}}}\n"


def render_csl_json(bibliography: Bibliography) -> str:
    """Return every source as CSL-JSON, in the order of the file."""
    items = [_build_csl(located) for located in bibliography.works]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _build_csl(located: Located) -> dict[str, object]:
    text = located.text
    number = "issue" if located.work.type == "article" else "number"
    item: dict[str, object] = {
        "id": located.key,
        "type": _find_types(located)[0],
        "title": text("title"),
        "author": _build_names(located, "author"),
        "editor": _build_names(located, "editor"),
        "issued": _build_date(text("year"), text("month"), text("day")),
        "accessed": _build_date(*text("urldate").split("-")),
        "container-title": text("journal") or text("booktitle"),
        "publisher": _find_publisher(located),
        "genre": text("type"),
        "volume": text("volume"),
        number: text("number"),
        "edition": text("edition"),
        "page": text("pages").replace("–", "-"),
        "DOI": text("doi"),
        "ISBN": text("isbn"),
        "ISSN": text("issn"),
        "URL": text("url"),
        "note": text("note"),
        "language": _LANGUAGE,
    }
    return {name: value for name, value in item.items() if value}


def _find_types(located: Located) -> tuple[str, str]:
    return _GENRES.get(find_genre(located)) or _TYPES.get(located.work.type, _TYPES["misc"])


def _find_publisher(located: Located) -> str:
    return next(filter(None, map(located.text, _PUBLISHERS)), "")


def _find_people(located: Located, role: str) -> list[Person]:
    return list(located.work.persons.get(role, []))


def _build_names(located: Located, role: str) -> list[dict[str, str]]:
    return [_build_name(person) for person in _find_people(located, role)]


def _build_name(person: Person) -> dict[str, str]:
    if str(person) == "others":
        return {"literal": _OTHERS}
    if is_organisation(person):
        return {"literal": plain_text(" ".join(person.last_names))}
    parts = {
        "family": person.last_names,
        "given": person.first_names + person.middle_names,
        "non-dropping-particle": person.prelast_names,
        "suffix": person.lineage_names,
    }
    return {name: plain_text(" ".join(words)) for name, words in parts.items() if words}


def _build_date(*parts: str) -> dict[str, list[list[int]]]:
    """Return the date as far as it is known, from the year down."""
    known = [int(part) for part in takewhile(str.isdecimal, parts)]
    return {"date-parts": [known]} if known else {}


def render_ris(bibliography: Bibliography) -> str:
    """Return every source as RIS, in the order of the file."""
    references = [_build_ris(located) for located in bibliography.works]
    return rispy.dumps(references, implementation=_Writer).lstrip("\n")  # type: ignore[no-any-return]


class _Writer(rispy.RisWriter):  # type: ignore[misc]  # rispy has no types
    """RIS without a number above each source."""

    def set_header(self, count: int) -> str:
        return ""


def _build_ris(located: Located) -> dict[str, object]:
    text = located.text
    first, _, last = text("pages").replace("–", "-").partition("-")
    reference: dict[str, object] = {
        "type_of_reference": _find_types(located)[1],
        "id": located.key,
        "authors": _list_names(located, "author"),
        "secondary_authors": _list_names(located, "editor"),
        "title": text("title"),
        "secondary_title": text("journal") or text("booktitle"),
        "year": text("year"),
        "date": _join_date(text("year"), text("month"), text("day")),
        "publisher": _find_publisher(located),
        "type_of_work": text("type"),
        "volume": text("volume"),
        "number": text("number"),
        "edition": text("edition"),
        "start_page": first,
        "end_page": last,
        "doi": text("doi"),
        "issn": text("isbn") or text("issn"),
        "urls": list(filter(None, [text("url")])),
        "access_date": text("urldate").replace("-", "/"),
        "notes": list(filter(None, [text("note")])),
        "language": _LANGUAGE,
    }
    return {name: value for name, value in reference.items() if value}


def _list_names(located: Located, role: str) -> list[str]:
    return [_join_name(_build_name(person)) for person in _find_people(located, role)]


def _join_name(name: Mapping[str, str]) -> str:
    """Return a name as RIS has it: "van der Veen, H. C. J."."""
    if "literal" in name:
        return name["literal"]
    family = " ".join(filter(None, (name.get("non-dropping-particle"), name.get("family"))))
    return ", ".join(filter(None, (family, name.get("given"), name.get("suffix"))))


def _join_date(year: str, month: str, day: str) -> str:
    """Return the date as far as it is known: "2018/04/25" or "2018/04"; empty for a year alone."""
    parts = list(takewhile(bool, (year, month and f"{month:0>2}", day and f"{day:0>2}")))
    return "/".join(parts) if len(parts) > 1 else ""
