"""What can be wrong with pages: their fields, addresses, links, anchors and images."""

import posixpath
import re
from collections.abc import Iterable, Iterator

from plugins.core.code import blank_code
from plugins.core.problem import Problem
from plugins.core.schema import check_fields
from plugins.core.source import Source
from plugins.core.suggest import render_hint
from plugins.core.yaml import Items, Scalar
from plugins.pages.check_language import check_language
from plugins.pages.check_text import check_text
from plugins.pages.links import Link, resolve_target
from plugins.pages.page import FRONT_MATTER, Page
from plugins.pages.site import Site

_SUMMARY_LENGTH = 220
_BUILT = ("bronnen", "cijfers", "downloads", "theme", "zoeken")  # folders that the build fills
_HERE = re.compile(r"https?://(?:localhost|127\.0\.0\.1|\[::1\])(?=[:/?#]|\Z)", re.I)
# Brackets and target that a space keeps apart: the page would show both as typed.
_APART = re.compile(
    r"\][ \t]{1,4}\((?=(?:[\w./-]{1,200}\.md(?:#[\w-]{0,100})?|https?://[^\s()]{1,200})\))"
)
_FORMS = "Verwijs naar een bestand, zoals «../kosten.md», of naar een adres met https://."


def check_page(page: Page) -> Iterator[Problem]:
    """Yield what is wrong with one page, wherever its links lead."""
    yield from check_fields(page.fields, FRONT_MATTER, page.source.path)
    yield from check_dates(page)
    yield from check_news(page)
    yield from check_summary(page)
    yield from check_cut_off(page)
    yield from check_text(page)
    yield from check_language(page)
    yield from check_apart(page.source, page.body_start)


def check_together(pages: tuple[Page, ...]) -> Iterator[Problem]:
    """Yield what is wrong between pages: two at one address."""
    yield from check_addresses(pages)
    yield from check_moved(pages)


def check_dates(page: Page) -> Iterator[Problem]:
    """Yield a Problem when the page must be reviewed before it was last reviewed."""
    reviewed, before = page.date("gecontroleerd"), page.date("herzien_voor")
    value = page.fields.get("herzien_voor")
    if reviewed and before and value and before <= reviewed:
        yield Problem(
            page.source.path, value.line, value.column, "PAG005",
            "«herzien_voor» ligt niet na «gecontroleerd»",
            "Kies een dag na de laatste controle, bijvoorbeeld een jaar later.",
        )  # fmt: skip


def check_news(page: Page) -> Iterator[Problem]:
    """Yield a Problem when a news item does not say of when it is."""
    if page.path.startswith("nieuws/") and not page.moment:
        yield Problem(
            page.source.path, page.fields.line, page.fields.column, "PAG017",
            "bij dit nieuws staat niet van wanneer het is",
            "Voeg toe: «datum: 2026-11-21», of alleen maand of jaar: 2026-11.",
        )  # fmt: skip


def check_summary(page: Page) -> Iterator[Problem]:
    """Yield advice when the summary is too long for a search result or a card."""
    value = page.fields.get("samenvatting")
    if value and len(page.summary) > _SUMMARY_LENGTH:
        yield Problem(
            page.source.path, value.line, value.column, "PAG006",
            f"de samenvatting telt {len(page.summary)} tekens",
            f"Kort haar in tot hooguit {_SUMMARY_LENGTH} tekens.", stops=False,
        )  # fmt: skip


def check_cut_off(page: Page) -> Iterator[Problem]:
    """Yield Problems for texts of which YAML drops the end: from a loose «#» on it is a comment."""
    lines = page.source.text.split("\n")
    for name in ("titel", "samenvatting", "menu"):
        value = page.fields.get(name)
        written = lines[value.line - 1][value.column - 1 :] if value else ""
        found = None if written.startswith(("'", '"')) else re.search(r"\s#", written)
        if value and found:
            yield Problem(
                page.source.path, value.line, value.column + found.start() + 1, "PAG016",
                f"vanaf het hekje valt «{name}» weg", "Zet de hele tekst tussen aanhalingstekens.",
            )  # fmt: skip


def check_addresses(pages: tuple[Page, ...]) -> Iterator[Problem]:
    """Yield a Problem for each page whose address another page has already."""
    owners: dict[str, str] = {}
    for page in pages:
        owner = owners.setdefault(page.address.casefold(), page.source.path)
        if owner != page.source.path:
            yield page.source.problem(
                0, "PAG007", f"het adres «/{page.address}» is al van {owner}",
                "Geef dit bestand een andere naam.",
            )  # fmt: skip


def check_moved(pages: tuple[Page, ...]) -> Iterator[Problem]:
    """Yield a Problem for each old address that leads nowhere new: it is in use, or given twice."""
    taken = {page.address: page.source.path for page in pages}
    for page in pages:
        for place in _find_items(page, "oude_adressen"):
            old = place.text
            owner = taken.setdefault(old, page.source.path)
            first = old.split("/")[0]
            if first in _BUILT:
                yield _moved(page, place, f"onder «{first}/» maakt de bouw zelf pagina’s")
            elif owner != page.source.path or old == page.address:
                yield _moved(page, place, f"het oude adres «{old}» is al van {owner}")


def _find_items(page: Page, field: str) -> Iterator[Scalar]:
    value = page.fields.get(field)
    for item in value.items if isinstance(value, Items) else (value,):
        if isinstance(item, Scalar):
            yield item


def _moved(page: Page, place: Scalar, message: str) -> Problem:
    return Problem(
        page.source.path, place.line, place.column, "PAG018", message,
        "Laat dit adres weg bij «oude_adressen».",
    )  # fmt: skip


def check_links(
    source: Source, start: int, links: Iterable[Link], path: str, site: Site
) -> Iterator[Problem]:
    """Yield Problems for `links`, anchors and images in `source` that lead nowhere.

    Their offsets count from `start`; `path` is the page that shows them, relative to content/.
    """
    for link in links:
        found = _find_fault(link, path, site)
        if link.is_image and not link.text.strip():
            yield source.problem(
                start + link.offset, "IMG001", "deze afbeelding heeft geen beschrijving",
                "Beschrijf tussen de blokhaken wat er te zien is: «![beschrijving](bestand)».",
            )  # fmt: skip
        if found:
            yield source.problem(start + link.offset, *found)


def check_apart(source: Source, start: int) -> Iterator[Problem]:
    """Yield a Problem for each link that a space keeps from being one; from offset `start` on."""
    for match in _APART.finditer(blank_code(source.text[start:])):
        yield source.problem(
            start + match.start() + 1, "LNK004", "door deze spatie is dit geen link",
            "Haal de spatie weg: «[kosten](../kosten.md)».",
        )  # fmt: skip


def _find_fault(link: Link, page: str, site: Site) -> tuple[str, str, str] | None:
    """Return code, message and hint of what is wrong with where a link leads, or None."""
    target = resolve_target(page, link.target)
    if target.path in site.unread:
        return None
    if target.kind == "refused":
        return "LNK004", f"deze vorm van link kan niet: «{link.target}»", _FORMS
    if target.kind == "elsewhere":
        return _find_fault_elsewhere(link)
    if target.kind == "file" and target.path not in site.files:
        mend = _near_link(page, target.path, site)
        return "LNK003", f"het bestand «{target.path}» bestaat niet", mend
    if target.kind == "page" and target.path not in site.anchors:
        mend = _near_link(page, target.path, site)
        return "LNK001", f"de pagina «{target.path}» bestaat niet", mend
    if target.anchor and not site.has_anchor(target.path, target.anchor):
        anchors = site.anchors.get(target.path, frozenset())
        mend = render_hint(target.anchor, anchors, "Kijk welke koppen die pagina heeft.")
        return "LNK002", f"het anker «#{target.anchor}» bestaat niet op {target.path}", mend
    return None


def _find_fault_elsewhere(link: Link) -> tuple[str, str, str] | None:
    if link.is_image:
        mend = "Zet het bestand in content/beelden/ en verwijs daarnaar."
        return "LNK005", "een afbeelding van een andere site kan niet", mend
    if _HERE.match(link.target):
        message = f"«{link.target}» is een adres op uw eigen computer"
        return "LNK004", message, "Verwijs naar het bestand van de pagina, zoals «../kosten.md»."
    if link.target.startswith("mailto:") and "@" not in link.target:
        return "LNK004", "deze link noemt geen mailadres", "Schrijf «mailto:loket@gemeente.nl»."
    shown, dialled = _digits(link.text), _digits(link.target)
    if link.target.startswith("tel:") and shown and shown != dialled:
        message = f"de tekst noemt {shown}, maar de link belt {dialled}"
        return "LNK006", message, "Maak de twee nummers gelijk."
    return None


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdecimal())


def _near_link(page: str, path: str, site: Site) -> str:
    start = posixpath.dirname(page)
    links = {posixpath.relpath(name, start) for name in (*site.files, *site.anchors)}
    return render_hint(
        posixpath.relpath(path, start), links, "Verbeter de link of maak het bestand aan."
    )
