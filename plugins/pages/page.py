"""A page as its editor wrote it: front matter and body, with their places. Judges nothing but
syntax.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from plugins.core.files import find_files, read_source
from plugins.core.limits import find_overload
from plugins.core.memory import Memory, find_key
from plugins.core.problem import Problem
from plugins.core.schema import DATE, MOMENT, NUMBER, SLUG, TEXT, Field, pattern_kind
from plugins.core.source import Source
from plugins.core.tree import TEXT_FOLDERS
from plugins.core.yaml import Fields, read_yaml
from plugins.pages.address import page_address

AUDIENCES = ("raadslid", "school", "gemeente", "iedereen")
KINDS = ("start", "uitleg", "gids", "cijfers", "tekst", "overzicht", "hulp", "brief", "nieuws")
TEMPLATES = (
    "page",
    "start",
    "bronnen",
    "begrippen",
    "downloads",
    "nieuws",
    "cijfers",
    "zoeken",
    "gemeenten",
    "herziening",
    "kosten",
    "coalitie",
    "toets",
)
LANGUAGES = ("nl", "en")
ACTION_LINES = ("1", "2", "3")

OLD_ADDRESS = pattern_kind(
    "adres vanaf de hoofdmap",
    r"([a-z0-9]+(-[a-z0-9]+)*/)*([a-z0-9]+(-[a-z0-9]+)*(/|\.html))",
    "oud/adres/",
)

FRONT_MATTER = (
    Field("titel", TEXT, "de kop van de pagina"),
    Field("samenvatting", TEXT, "één of twee zinnen die op zichzelf staan"),
    Field("voor", TEXT, "voor wie de pagina is", many=True, choices=AUDIENCES),
    Field("soort", TEXT, "wat voor pagina het is", choices=KINDS),
    Field("gecontroleerd", DATE, "de dag waarop iemand de inhoud naliep"),
    Field("herzien_voor", DATE, "de dag waarvóór dat weer moet"),
    Field("menu", TEXT, "korte naam in het hoofdmenu", required=False),
    Field("ingang", TEXT, "de woorden waarmee de startpagina hierheen wijst", required=False),
    Field("actielijn", NUMBER, "nummer van de actielijn", required=False, choices=ACTION_LINES),
    Field("volgorde", NUMBER, "plaats onder de buren", required=False),
    Field("datum", MOMENT, "de dag, maand of jaar van het nieuws", required=False),
    Field("tabtitel", TEXT, "onopvallende titel voor tabblad en geschiedenis", required=False),
    Field("taal", TEXT, "de taal van de tekst", required=False, choices=LANGUAGES),
    Field(
        "vindbaar",
        TEXT,
        "nee: buiten zoeken, feed en zoekmachines",
        required=False,
        choices=("ja", "nee"),
    ),
    Field("oude_adressen", OLD_ADDRESS, "waar de pagina vroeger stond", required=False, many=True),
    Field("sjabloon", SLUG, "sjabloon van de pagina", required=False, choices=TEMPLATES),
)

_FRONT = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?)^---[ \t]*(?:\n|\Z)", re.S | re.M)
_FRONT_LINE = 2  # front matter starts below the opening line of dashes


@dataclass(frozen=True, slots=True)
class Page:
    """One Markdown file: `path` is relative to content/, `fields` its front matter."""

    path: str
    source: Source
    fields: Fields
    body_start: int

    @property
    def body(self) -> str:
        """The Markdown below the front matter."""
        return self.source.text[self.body_start :]

    def full_text(self, texts: Mapping[str, str]) -> str:
        """The Markdown that readers see: the body, and what `texts` adds to its template."""
        return self.body + texts.get(self.template, "")

    @property
    def address(self) -> str:
        """The page's address from the root of the site."""
        return page_address(self.path)

    @property
    def title(self) -> str:
        """The title, or the path while the page has none."""
        return " ".join(self.fields.text("titel").split()) or self.path

    @property
    def summary(self) -> str:
        """The summary in plain text."""
        return " ".join(self.fields.text("samenvatting").split())

    @property
    def template(self) -> str:
        """The name of the page's template."""
        return self.fields.text("sjabloon") or "page"

    @property
    def is_found(self) -> bool:
        """Whether search, feed and search engines may lead to the page."""
        return self.fields.text("vindbaar") != "nee"

    @property
    def language(self) -> str:
        """The language of the text; Dutch unless the page says otherwise."""
        return self.fields.text("taal") or "nl"

    @property
    def order(self) -> int:
        """The page's place among its siblings; pages without one come last."""
        text = self.fields.text("volgorde")
        return int(text) if NUMBER.accepts(text) else 9999

    @property
    def moment(self) -> str:
        """The day, month or year that a news item is about; empty when it is none."""
        text = self.fields.text("datum")
        return text if MOMENT.accepts(text) else ""

    @property
    def old_addresses(self) -> tuple[str, ...]:
        """Where the page stood before; what is no address is left out."""
        return tuple(filter(OLD_ADDRESS.accepts, self.fields.texts("oude_adressen")))

    def date(self, name: str) -> date | None:
        """Return the front matter date under `name`, or None when it is missing or no date."""
        text = self.fields.text(name)
        return date.fromisoformat(text) if DATE.accepts(text) else None


@dataclass(frozen=True, slots=True)
class Reading:
    """Pages that could be read, and what was wrong with the syntax of any.

    `unread` holds the paths of pages that exist but could not be read.
    """

    pages: tuple[Page, ...]
    problems: tuple[Problem, ...]
    unread: frozenset[str] = frozenset()

    @property
    def paths(self) -> frozenset[str]:
        """The paths of all pages that exist, readable or not."""
        return self.unread | {page.path for page in self.pages}


def read_pages(root: Path, memory: Memory) -> Reading:
    """Read all pages and letters of the content folder `root`, unless `memory` has them."""
    paths = [path for folder in TEXT_FOLDERS for path in find_files(root, folder, ".md")]
    readings = tuple(map(partial(_read_page, root, memory), paths))
    pages = tuple(page for reading in readings for page in reading.pages)
    problems = tuple(problem for reading in readings for problem in reading.problems)
    unread = frozenset(path for reading in readings for path in reading.unread)
    return Reading(pages, problems or _find_empty(root, pages), unread)


def _read_page(root: Path, memory: Memory, path: Path) -> Reading:
    source = read_source(root, path)
    name = path.relative_to(root).as_posix()
    if isinstance(source, Problem):
        return Reading((), (source,), frozenset({name}))
    key = find_key(name, source.path, source.text)
    found = memory.recall("read", key, lambda: find_page(name, source))
    return (
        Reading((found,), ()) if isinstance(found, Page) else Reading((), found, frozenset({name}))
    )


def find_page(path: str, source: Source) -> Page | tuple[Problem, ...]:
    """Split a page's text in front matter and body, or say why that cannot be done."""
    match = _FRONT.match(source.text)
    if match is None:
        return (_no_front_matter(source),)
    overload = find_overload(source, match.end())
    if overload is not None:
        return (overload,)
    document = read_yaml(Source(source.path, match["yaml"]), first_line=_FRONT_LINE)
    if document.problems:
        return document.problems
    fields = document.value if document.value is not None else Fields((), _FRONT_LINE, 1)
    if not isinstance(fields, Fields):
        return (_no_front_matter(source),)
    return Page(path, source, fields, match.end())


def _no_front_matter(source: Source) -> Problem:
    return source.problem(
        0,
        "PAG001",
        "de pagina begint niet met een blok velden tussen twee regels «---»",
        "Zet bovenaan «---», dan «titel: …» en de andere velden, en weer «---».",
    )


def _find_empty(root: Path, pages: tuple[Page, ...]) -> tuple[Problem, ...]:
    if any(page.address == "" for page in pages):
        return ()
    place = f"{root.name}/pages/index.md"
    what = "er is nog geen enkele pagina" if not pages else "de startpagina ontbreekt"
    return (Problem(place, 1, 1, "PAG002", what, "Maak pages/index.md aan."),)
