"""What programs read of the site: feed, map, rules for search engines, where to report a leak."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from plugins.core.problem import Problem
from plugins.verify.check_links import Places

FEED, SITEMAP, ROBOTS = "feed.atom", "sitemap.xml", "robots.txt"
SECURITY = ".well-known/security.txt"
NAMES = (FEED, SITEMAP, ROBOTS, SECURITY)
_ATOM = "{http://www.w3.org/2005/Atom}"
_MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})")
_DAY = re.compile(rf"\d{{4}}(?:-\d{{2}}(?:-\d{{2}})?)?|{_MOMENT.pattern}")
_RULE = re.compile(r"(?:user-agent|allow|disallow):\s*\S*\s*", re.I)
_PLACE = re.compile(r"sitemap:\s*(?P<address>https?://\S+)\s*", re.I)
_FIELD = re.compile(r"(?P<name>[A-Za-z-]+):\s*(?P<value>\S.*)")


def find_base(robots: str) -> str:
    """Return the address of the site as its robots.txt tells it; empty when it tells none."""
    places = (_PLACE.fullmatch(line) for line in robots.splitlines())
    address = next((found["address"] for found in places if found), "")
    return address.removesuffix(f"/{SITEMAP}") if address.endswith(f"/{SITEMAP}") else ""


def check_sharing(
    texts: Mapping[str, str], places: Places, hidden: frozenset[str], shown: str, today: date
) -> Iterator[Problem]:
    """Yield what is wrong with the files in `texts`, by name; `hidden` pages belong in no map."""
    faults = {
        ROBOTS: ("VER019", _check_robots(texts.get(ROBOTS, ""), places)),
        FEED: ("VER017", _check_feed(texts.get(FEED, ""), places)),
        SITEMAP: ("VER018", _check_sitemap(texts.get(SITEMAP, ""), places, hidden)),
        SECURITY: ("VER025", _check_security(texts.get(SECURITY, ""), today)),
    }
    needed = {ROBOTS, FEED, SITEMAP} if places.base else {ROBOTS}
    for name, (code, found) in faults.items():
        if name in texts or name in needed:
            for fault in found if name in texts else ("dit bestand ontbreekt",):
                yield Problem(f"{shown}/{name}", 1, 1, code, fault, "Bouw de site opnieuw.")


def _check_robots(text: str, places: Places) -> Iterator[str]:
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    if not lines or not lines[0].lower().startswith("user-agent:"):
        yield "dit bestand begint niet met «User-agent»"
    for line in lines:
        if not (_RULE.fullmatch(line) or _PLACE.fullmatch(line)):
            yield f"de regel «{line}» is niet te lezen"
    if SITEMAP in places.names and not places.base:
        yield "de kaart van de site wordt niet genoemd"


def _parse(text: str, name: str) -> Element | None:
    try:
        root = ElementTree.fromstring(text.encode())
    except ElementTree.ParseError:
        return None
    return root if root.tag == name else None


def _check_feed(text: str, places: Places) -> Iterator[str]:
    feed = _parse(text, f"{_ATOM}feed")
    if feed is None:
        yield "dit is geen Atom-feed"
        return
    entries = feed.findall(f"{_ATOM}entry")
    for part in (feed, *entries):
        for field in ("id", "title", "updated"):
            if not part.findtext(f"{_ATOM}{field}", "").strip():
                yield f"een bericht of de feed zelf heeft geen «{field}»"
        if not _MOMENT.fullmatch(part.findtext(f"{_ATOM}updated", "")):
            yield f"«{part.findtext(f'{_ATOM}updated')}» is geen tijdstip"
    ids = [entry.findtext(f"{_ATOM}id") for entry in entries]
    if len(ids) != len(set(ids)):
        yield "twee berichten hebben dezelfde id"
    for link in feed.iter(f"{_ATOM}link"):
        yield from _check_address(link.get("href", ""), places)


def _check_sitemap(text: str, places: Places, hidden: frozenset[str]) -> Iterator[str]:
    root = _parse(text, f"{_MAP}urlset")
    if root is None:
        yield "dit is geen kaart van een site"
        return
    addresses = [(place.text or "").strip() for place in root.iter(f"{_MAP}loc")]
    for address in addresses:
        yield from _check_address(address, places)
    for day in root.iter(f"{_MAP}lastmod"):
        if not _DAY.fullmatch(day.text or ""):
            yield f"«{day.text}» is geen datum"
    listed = {address.removeprefix(places.base).lstrip("/") for address in addresses}
    shown = {name.removesuffix("index.html") for name in places.anchors if name.endswith(".html")}
    off = {name.removesuffix("index.html") for name in hidden}
    for name in sorted(shown - off - listed):
        yield f"«{name or '/'}» staat niet op de kaart"
    for name in sorted(off & listed):
        yield f"«{name}» staat op de kaart, en wil niet gevonden worden"


def _check_address(address: str, places: Places) -> Iterator[str]:
    inside = bool(places.base) and f"{address}/".startswith(f"{places.base}/")
    if not inside or not places.leads(address):
        yield f"«{address}» is geen adres van deze site"


def _check_security(text: str, today: date) -> Iterator[str]:
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    fields = [(line, _FIELD.fullmatch(line)) for line in lines]
    found = {match["name"].lower(): match["value"] for _, match in fields if match}
    for line, match in fields:
        if match is None:
            yield f"de regel «{line}» is niet te lezen"
    if not found.get("contact", "").startswith(("mailto:", "https://", "tel:")):
        yield "er staat niet waar iemand een lek meldt («Contact»)"
    if not _MOMENT.fullmatch(found.get("expires", "")):
        yield "er staat niet tot wanneer dit geldt («Expires»)"
    elif date.fromisoformat(found["expires"][:10]) < today:
        yield f"dit geldt niet meer sinds {found['expires'][:10]}"
