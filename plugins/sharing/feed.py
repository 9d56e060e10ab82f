"""An Atom feed: the news, and the pages that were looked at last."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from plugins.sharing.site import SharedPage, SharedSite

FEED = "feed.atom"
_ATOM = "http://www.w3.org/2005/Atom"
_COUNT = 20  # of news, and of other pages


def render_feed(site: SharedSite, pages: Iterable[SharedPage]) -> bytes:
    """Return the feed of `site`, which has an address; newest first, ties by address."""
    dated = sorted((page for page in pages if _day(page)), key=lambda page: page.address)
    dated.sort(key=_day, reverse=True)
    news = [page for page in dated if page.moment][:_COUNT]
    others = [page for page in dated if not page.moment][:_COUNT]
    shown = [page for page in dated if page in news or page in others]
    return _serialize(_build(site, shown))


def _day(page: SharedPage) -> str:
    """Return the day of a page; of a month or a year that is its first."""
    if page.moment:
        return f"{page.moment}-01-01"[:10]
    return page.reviewed.isoformat() if page.reviewed else ""


def _build(site: SharedSite, pages: list[SharedPage]) -> Element:
    feed = Element("feed", {"xmlns": _ATOM, "xml:lang": site.language})
    _add(feed, "title", site.name)
    if site.notice:
        _add(feed, "subtitle", site.notice)
    _add(feed, "id", f"{site.address}/")
    _add(feed, "updated", _moment(max(map(_day, pages), default="1970-01-01")))
    SubElement(feed, "link", {"rel": "self", "href": f"{site.address}/{FEED}"})
    SubElement(feed, "link", {"rel": "alternate", "href": f"{site.address}/"})
    SubElement(_add(feed, "author"), "name").text = site.name
    for page in pages:
        _add_entry(feed, site, page)
    return feed


def _add_entry(feed: Element, site: SharedSite, page: SharedPage) -> None:
    entry, address = _add(feed, "entry"), f"{site.address}/{page.address}"
    _add(entry, "title", page.title)
    _add(entry, "id", address)
    SubElement(entry, "link", {"rel": "alternate", "href": address})
    _add(entry, "updated", _moment(_day(page)))
    SubElement(entry, "category", {"term": "nieuws" if page.moment else "gecontroleerd"})
    _add(entry, "summary", page.summary)


def _add(parent: Element, name: str, text: str = "") -> Element:
    element = SubElement(parent, name)
    element.text = text or None
    return element


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"


def _serialize(root: Element) -> bytes:
    indent(root)
    text: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"
