"""The hub as other programs get to know it: feed, map, picture, and pages that have moved."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from plugins.hub.hub import Hub
from plugins.pages.address import output_file, relative_address
from plugins.pages.page import Page
from plugins.references.render import Reference
from plugins.region.region import Region
from plugins.region.security import SECURITY, render_security
from plugins.sharing.card import CARD, render_card
from plugins.sharing.feed import FEED, render_feed
from plugins.sharing.moved import render_moved
from plugins.sharing.site import SharedPage, SharedSite
from plugins.sharing.sitemap import ROBOTS, SITEMAP, render_robots, render_sitemap

_NOT_FOUND = "404.html"
_SOURCES = "bronnen/"
# Who asks to be told of news is not told of pages for someone in danger; letters are for copying.
_UNTOLD_KINDS = ("hulp", "brief", "start")


def render_shared_files(hub: Hub, references: Mapping[str, Reference]) -> Mapping[str, bytes]:
    """Return the files by their path from the root; some need an address for the site."""
    region = hub.region.region
    notice = "" if region.eigenaar else region.voorbeeld
    site = SharedSite(region.hub, region.adres, notice)
    files = {ROBOTS: render_robots(site), **_render_moved_pages(hub.reading.pages, site.address)}
    if not site.address:
        return files
    found = (page for page in hub.reading.pages if page.is_found)
    pages = tuple(page for page in found if page.address != _NOT_FOUND)
    told = (page for page in pages if page.fields.text("soort") not in _UNTOLD_KINDS)
    sources = (_share_source(key, one.seen) for key, one in references.items())
    return files | {
        FEED: render_feed(site, map(_share, told)),
        SITEMAP: render_sitemap(site, (*map(_share, pages), *sources)),
        CARD: render_card(site),
        **_render_security(region),
    }


def _render_security(region: Region) -> Mapping[str, bytes]:
    text = render_security(region)
    return {SECURITY: text.encode()} if text else {}


def _share(page: Page) -> SharedPage:
    reviewed = page.date("gecontroleerd")
    return SharedPage(page.address, page.title, page.summary, reviewed, page.moment)


def _share_source(key: str, seen: date | None) -> SharedPage:
    return SharedPage(f"{_SOURCES}{key}/", "", "", seen)


def _render_moved_pages(pages: Iterable[Page], site: str) -> dict[str, bytes]:
    return dict(_find_moved(pages, site))


def _find_moved(pages: Iterable[Page], site: str) -> Iterator[tuple[str, bytes]]:
    for page in pages:
        canonical = f"{site}/{page.address}" if site else ""
        for old in page.old_addresses:
            link = relative_address(old, page.address)
            yield output_file(old), render_moved(link, page.title, canonical)
