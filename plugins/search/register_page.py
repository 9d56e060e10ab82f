"""The register as HTML, put into the page that the build has written for it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from pathlib import Path
from urllib.parse import quote

from plugins.core.slug import find_slug
from plugins.search.catalogue import Catalogue
from plugins.search.concept import Synonyms
from plugins.search.dutch import fold
from plugins.search.keywords import Entry, Place, build_register
from plugins.search.table import WordTable

PAGE = Path("trefwoorden", "index.html")
# The heading in content/pages/trefwoorden.md below which the register goes, and an earlier one.
_PLACE = re.compile(
    r'(?P<heading><h2\b[^>]*\bid="register"[^>]*>.*?</h2>)(?:\n<nav class="letters".*?</div>\n)?',
    re.S,
)
_ROOT = ".."
_NO_LETTER = "0–9"


def write_register(
    site: Path, catalogue: Catalogue, table: WordTable, synonyms: Synonyms = ()
) -> None:
    """Put the register of `catalogue`, with the words of `table`, into its page below `site`; a
    site without that page has none.
    """
    path = site / PAGE
    if not path.is_file():
        return
    page = path.read_text(encoding="utf-8")
    place = _PLACE.search(page)
    if place is None:
        return
    register = render_register(build_register(catalogue, table, synonyms))
    filled = f"{page[: place.end('heading')]}\n{register}{page[place.end() :]}"
    path.write_text(filled, encoding="utf-8")


def remove_register(html: str) -> str:
    """Return the page, or its article, as it was before its register came in."""
    return _PLACE.sub(lambda found: found["heading"], html, count=1)


def render_register(entries: Sequence[Entry]) -> str:
    """The letters with a link to each, and the entries below their letter."""
    groups = [(letter, tuple(group)) for letter, group in groupby(entries, key=_find_letter)]
    links = "".join(
        f'<li><a href="#{_find_letter_id(letter)}">{letter}</a></li>' for letter, _ in groups
    )
    targets = sorted({name for entry in entries for name in entry.see})
    # Short ones, because most entries lead to another; only the register itself uses them.
    ids = {name: f"w{number}" for number, name in enumerate(targets, 1)}
    lists = "".join(_render_letter(letter, group, ids) for letter, group in groups)
    return (
        '<nav class="letters" data-search-skip aria-label="Trefwoorden op letter">'
        f"<ul>{links}</ul></nav>\n"
        f'<div class="register" data-search-skip>\n{lists}</div>\n'
    )


def _find_letter(entry: Entry) -> str:
    first = next((sign for sign in fold(entry.name) if sign.isalnum()), "")
    return first.upper() if first.isalpha() else _NO_LETTER


def _find_letter_id(letter: str) -> str:
    return "letter-getal" if letter == _NO_LETTER else f"letter-{find_slug(letter)}"


def _render_letter(letter: str, entries: Iterable[Entry], ids: Mapping[str, str]) -> str:
    rows = "".join(_render_entry(entry, ids) for entry in entries)
    return f'<h3 id="{_find_letter_id(letter)}">{letter}</h3>\n<ul>\n{rows}</ul>\n'


def _render_entry(entry: Entry, ids: Mapping[str, str]) -> str:
    """One entry; an end tag, a line or an anchor that nothing needs makes a long page longer."""
    links = ", ".join(f'<a href="#{ids[name]}">{escape(name)}</a>' for name in entry.see)
    if not entry.places:
        return f"<li>{escape(entry.name)}, zie {links}"
    anchor = f' id="{ids[entry.name]}"' if entry.name in ids else ""
    title, *places = (_render_place(place) for place in _put_title_first(entry))
    see = [f"zie ook {links}"] if links else []
    more = "; ".join((*places, *see))
    return f"<li{anchor}><b>{title}</b> {more}".rstrip()


def _put_title_first(entry: Entry) -> Iterator[Place]:
    """The places, behind the name itself: a link if a page has it as its title, else no address."""
    own = Place("", entry.name, "")
    for place in entry.places:
        if not place.heading and fold(place.title) == fold(entry.name):
            own = place
    yield own
    yield from (place for place in entry.places if place != own)


def _render_place(place: Place) -> str:
    heading = f": {place.heading}" if place.heading else ""
    text = escape((place.title or "betekenis") + heading)
    if not place.address:
        return text
    return f'<a href="{escape(quote(_ROOT + place.address, safe="/#"))}">{text}</a>'
