"""What the hub shares of its content: from pages and region to files at their addresses."""

from pathlib import Path

import pytest

from plugins.hub.hub import read_hub
from plugins.hub.sharing import render_shared_files
from plugins.references.render import render_references
from tests.project import BASE

PAGE = """---
titel: {title}
samenvatting: Wat hier staat.
voor: [iedereen]
soort: {kind}
gecontroleerd: 2026-11-21
herzien_voor: 2027-11-21
{more}
---

Tekst.
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The smallest content there is, with a page that has moved, help, news, and no such page."""
    root = tmp_path / "content"
    for path in sorted(path for path in (BASE / "content").rglob("*") if path.is_file()):
        target = root / path.relative_to(BASE / "content")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    pages = {
        "pages/kosten.md": PAGE.format(
            title="Kosten", kind="uitleg", more="oude_adressen: [geld/, oud/geld.html]"
        ),
        "pages/hulp-nu.md": PAGE.format(title="Hulp nu", kind="hulp", more=""),
        "pages/404.md": PAGE.format(title="Weg", kind="overzicht", more=""),
        "nieuws/brief.md": PAGE.format(title="Brief", kind="nieuws", more="datum: 2026-04"),
    }
    for name, text in pages.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def files_of(root: Path) -> dict[str, str]:
    hub = read_hub(root)
    files = render_shared_files(hub, render_references(hub.bibliography))
    return {name: data.decode(errors="replace") for name, data in files.items()}


def take_address(root: Path) -> None:
    region = root / "regio.yaml"
    lines = region.read_text(encoding="utf-8").splitlines()
    kept = (line for line in lines if not line.startswith("adres:"))
    region.write_text("\n".join(kept), encoding="utf-8")


def test_without_an_address_only_what_needs_none_is_made(content):
    take_address(content)
    files = files_of(content)

    assert set(files) == {"robots.txt", "geld/index.html", "oud/geld.html"}
    assert "canonical" not in files["geld/index.html"]


def test_with_an_address_there_is_a_feed_a_map_and_a_picture(content):
    assert set(files_of(content)) == {
        "robots.txt", "geld/index.html", "oud/geld.html", "feed.atom", "sitemap.xml", "delen.png"
    }  # fmt: skip


def test_an_old_address_leads_to_the_new_one_from_where_it_stands(content):
    files = files_of(content)

    assert 'href="../kosten/"' in files["geld/index.html"]
    assert 'href="../kosten/"' in files["oud/geld.html"]
    assert 'rel="canonical" href="https://hub.example/proef/kosten/"' in files["oud/geld.html"]


def test_the_map_holds_pages_and_sources_but_no_old_address_and_no_missing_page(content):
    sitemap = files_of(content)["sitemap.xml"]

    for address in ("", "kosten/", "hulp-nu/", "nieuws/brief/", "bronnen/plan-2018/"):
        assert f"<loc>https://hub.example/proef/{address}</loc>" in sitemap
    assert "geld" not in sitemap
    assert "404" not in sitemap


def test_the_feed_tells_of_news_but_not_of_help(content):
    feed = files_of(content)["feed.atom"]

    assert "<title>Brief</title>" in feed
    assert "hulp-nu" not in feed
