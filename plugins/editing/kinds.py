"""What can be made new, and what is asked for it: the fields of its schema, and a few that decide
where it goes.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from plugins.core.schema import SLUG, TEXT, Field, Kind
from plugins.figures.figure import FIELDS as FIGURE_FIELDS
from plugins.glossary.term import FIELDS as TERM_FIELDS
from plugins.pages.page import FRONT_MATTER
from plugins.references.fields import KINDS as SOURCE_TYPES

NAME = "naam"
FOLDER = "map"
_DECIDED = ("sjabloon",)  # what a template can show, its maker decides

_NAME = Field(NAME, SLUG, "de naam van het bestand, zonder .md", required=False)
_FOLDER = Field(
    FOLDER,
    Kind(
        "map onder content/pages",
        lambda text: re.fullmatch(r"[a-z0-9-]+(?:/[a-z0-9-]+)*", text) is not None,
        "handle-with-care",
    ),
    "de map onder content/pages waarin de pagina komt",
    required=False,
)
_SOURCE = (
    Field("sleutel", SLUG, "hoe een tekst de bron noemt, zoals ministerie-2026"),
    Field("type", TEXT, "wat voor bron het is", choices=tuple(SOURCE_TYPES)),
    Field("title", TEXT, "de titel, zoals die op het stuk staat"),
    Field("organisatie", TEXT, "wie het maakte, als dat geen persoon is", required=False),
    Field("author", TEXT, "wie het schreef: «Achternaam, Voornaam and …»", required=False),
    *(
        Field(name, TEXT, "", required=False)
        for name in sorted({name for kind in SOURCE_TYPES.values() for name in kind.fields})
        if name not in ("title", "author", "type", "ontbreekt")
    ),
    Field("soort", TEXT, "wat er achter de titel staat: rapport, brief, webpagina", required=False),
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A kind of thing that can be made: what it is called, what is asked, and what is filled in
    when nobody says otherwise.
    """

    name: str
    fields: tuple[Field, ...]
    defaults: Callable[[date], Mapping[str, str]]


def _review(today: date) -> dict[str, str]:
    # Nobody is born on 29 February here: the day before is as good for a review.
    day = today.replace(day=28) if (today.month, today.day) == (2, 29) else today
    return {
        "gecontroleerd": today.isoformat(),
        "herzien_voor": day.replace(year=day.year + 1).isoformat(),
    }


def _page_fields(*, news: bool) -> tuple[Field, ...]:
    fields = (field for field in FRONT_MATTER if field.name not in _DECIDED)
    must = (
        replace(field, required=field.required or (news and field.name == "datum"))
        for field in fields
    )
    return (*must, _NAME) if news else (*must, _FOLDER, _NAME)


DRAFTS: Mapping[str, Draft] = {
    draft.name: draft
    for draft in (
        Draft("pagina", _page_fields(news=False), lambda day: {"soort": "uitleg", **_review(day)}),
        Draft("nieuws", _page_fields(news=True), lambda day: {"soort": "nieuws", **_review(day)}),
        Draft("begrip", TERM_FIELDS, lambda _: {}),
        Draft("bron", _SOURCE, lambda _: {"gezien": "nee"}),
        Draft("cijfer", FIGURE_FIELDS, lambda _: {"status": "actueel"}),
    )
}
