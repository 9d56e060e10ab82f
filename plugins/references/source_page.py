"""What the hub tells of each source: in the list of all, and on a page of its own."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import NamedTuple

from plugins.core.dutch import sort_key
from plugins.core.memory import find_key
from plugins.references.bibliography import Bibliography, Located
from plugins.references.place import Place
from plugins.references.render import Reference, citation_id

_LIST = "bronnen/"
_SUMMARY = "Wat dit voor stuk is, of een redacteur het las, en waar deze hub het gebruikt."
_SUBTITLE = re.compile(r"(?<=\w)\. (?=[A-Z‘“(])")
_SHORT = 60  # characters: a title that is longer loses its subtitle
_FIELDS = {
    "author": "auteur", "booktitle": "boek", "day": "dag", "doi": "doi", "edition": "druk",
    "editor": "redacteur", "howpublished": "verschijningsvorm", "institution": "uitgever",
    "isbn": "ISBN", "issn": "ISSN", "journal": "tijdschrift", "month": "maand",
    "number": "nummer", "organization": "uitgever", "pages": "pagina’s", "publisher": "uitgever",
    "school": "onderwijsinstelling", "type": "soort", "url": "webadres",
    "urldate": "dag van raadplegen", "volume": "jaargang", "year": "jaar",
}  # fmt: skip


class Crumb(NamedTuple):
    """A page above; `url` counts from the root of the site."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Spot:
    """One citation of the source: `url` leads to it, and `number` counts on its page from 1."""

    number: int
    locator: str
    url: str


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a page that cites the source; the title is empty above the first heading."""

    title: str
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class UsedOn:
    """A page that cites the source, and where on it, in reading order."""

    title: str
    url: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class SourcePage:
    """One source, with what the templates of any page need; addresses count from the site's root.

    `html` is the entry as the style writes it, `missing` what is not known of it, in Dutch.
    """

    key: str
    title: str
    summary: str
    html: str
    note: str
    seen: date | None
    missing: tuple[str, ...]
    used_on: tuple[UsedOn, ...]

    breadcrumbs: tuple[Crumb, ...] = (Crumb("Start", ""), Crumb("Bronnen", _LIST))
    kind: str = "bron"
    language: str = "nl"
    moment: str = ""
    audiences: tuple[str, ...] = ()
    reviewed: date | None = None
    review_before: date | None = None

    @property
    def made_of(self) -> bytes:
        """The digest of all that the page shows of the source."""
        return find_key(repr(self))

    @property
    def tab_title(self) -> str:
        """What stands in the browser's tab."""
        return self.title

    @property
    def url(self) -> str:
        """The address of the page."""
        return f"{_LIST}{self.key}/"

    @property
    def save_as(self) -> str:
        """The file of the page in the output folder."""
        return f"{self.url}index.html"


def build_source_pages(
    references: Mapping[str, Reference],
    bibliography: Bibliography,
    places: Mapping[str, tuple[Place, ...]],
    pages: Mapping[str, tuple[str, str]],
) -> tuple[SourcePage, ...]:
    """Return the sources in the order of `references`, which is that of the list.

    `places` tells by key where each is cited, `pages` the title and address of each page by path.
    """
    works = {located.key: located for located in bibliography.works}
    return tuple(
        SourcePage(
            key=key,
            title=short_title(works[key].text("title")),
            summary=_summarize(works[key], reference),
            html=reference.html,
            note=reference.note,
            seen=reference.seen,
            missing=tuple(dict.fromkeys(_FIELDS.get(name, name) for name in works[key].missing)),
            used_on=_group_places(places.get(key, ()), key, pages),
        )
        for key, reference in references.items()
    )


def short_title(title: str) -> str:
    """Return the title, without its subtitle when it is long."""
    return title if len(title) <= _SHORT else _SUBTITLE.split(title, maxsplit=1)[0]


def _summarize(located: Located, reference: Reference) -> str:
    if not located.has("author") and not located.has("editor"):
        return _SUMMARY
    return f"{reference.label.author} ({reference.label.year}). {_SUMMARY}"


def _group_places(
    places: Iterable[Place], key: str, pages: Mapping[str, tuple[str, str]]
) -> tuple[UsedOn, ...]:
    """Return the pages that cite a source, sorted by title, each with its places in order."""
    known = [place for place in places if place.path in pages]
    used = (
        UsedOn(*pages[path], tuple(_group_sections(found, key, pages[path][1])))
        for path, found in groupby(known, key=lambda place: place.path)
    )
    return tuple(sorted(used, key=lambda page: (sort_key(page.title), page.url)))


def _group_sections(places: Iterable[Place], key: str, url: str) -> Iterator[Section]:
    for title, found in groupby(places, key=lambda place: place.section):
        spots = (
            Spot(place.number, place.locator, f"{url}#{citation_id(key, place.number)}")
            for place in found
        )
        yield Section(title, tuple(spots))
