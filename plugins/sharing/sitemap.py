"""What search engines read first: the map of the site, and where it is."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from plugins.sharing.site import SharedPage, SharedSite

SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
_SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"


def render_sitemap(site: SharedSite, pages: Iterable[SharedPage]) -> bytes:
    """Return the map of `site`, which has an address; a page's date is that of its last review."""
    root = Element("urlset", {"xmlns": _SCHEMA})
    for page in sorted(pages, key=lambda page: page.address):
        place = SubElement(root, "url")
        SubElement(place, "loc").text = f"{site.address}/{page.address}"
        if page.reviewed:
            SubElement(place, "lastmod").text = page.reviewed.isoformat()
    indent(root)
    text: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def render_robots(site: SharedSite) -> bytes:
    """Return ``robots.txt``: all is open, and the map is there once the site has an address."""
    place = f"\nSitemap: {site.address}/{SITEMAP}\n" if site.address else ""
    return f"User-agent: *\nAllow: /\n{place}".encode()
