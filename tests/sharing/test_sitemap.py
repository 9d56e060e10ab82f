"""The map of the site, and the file that says where it is."""

from xml.etree.ElementTree import fromstring

from plugins.sharing.sitemap import render_robots, render_sitemap
from tests.sharing.sample import COSTS, NOWHERE, SITE, START, UNDATED

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def test_the_map_holds_every_page_with_the_day_of_its_review():
    root = fromstring(render_sitemap(SITE, [UNDATED, COSTS, START]))

    found = [(url.findtext(f"{MAP}loc"), url.findtext(f"{MAP}lastmod")) for url in root]
    assert found == [
        ("https://hub.example/regio/", "2026-11-21"),
        ("https://hub.example/regio/kosten/", "2026-11-20"),
        ("https://hub.example/regio/zoeken/", None),
    ]


def test_robots_are_told_where_the_map_is_once_there_is_an_address():
    assert render_robots(NOWHERE) == b"User-agent: *\nAllow: /\n"
    assert render_robots(SITE).endswith(b"\nSitemap: https://hub.example/regio/sitemap.xml\n")
