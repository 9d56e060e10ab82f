"""Markup in every text of the hub, let through by a lenient build: it comes out as text."""

import csv
import json
import re
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.safety.arena import HOST, read_without_policy
from tests.safety.spoilt import FORMULA, PAYLOAD, SIGN, build_spoilt
from tests.test_output import Elements

BEGINS = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet works out instead of showing
ADDRESSES = {"href", "src", "action", "formaction", "data", "xlink:href", "poster", "content"}
BAD_ADDRESS = re.compile(r"[\x00-\x20]*(?:j\s*a\s*v\s*a\s*s|data:|vbscript:)", re.I)


@pytest.fixture(scope="module")
def output(tmp_path_factory) -> Path:
    return build_spoilt(tmp_path_factory.mktemp("spoilt"))


@pytest.fixture(scope="module")
def pages(output) -> dict[str, str]:
    return {
        path.relative_to(output).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(output.rglob("*.html"))
    }


def test_the_markup_stands_in_every_page_as_text(pages):
    assert len(pages) > 25
    assert [name for name, text in pages.items() if SIGN not in text] == []
    assert [name for name, text in pages.items() if f"<img src=x {SIGN}" in text] == []


def test_no_element_of_any_page_runs_anything(pages):
    found = [
        (name, tag, attribute, value)
        for name, text in pages.items()
        for tag, attributes in Elements(text).found
        for attribute, value in attributes.items()
        if attribute.startswith("on")
        or attribute in ("style", "srcdoc")
        or (attribute in ADDRESSES and BAD_ADDRESS.match(value))
        or (tag == "script" and not is_own_script(attributes))
    ]
    assert found == []


def is_own_script(attributes: dict[str, str]) -> bool:
    if attributes.get("type") in ("application/ld+json", "application/json"):
        return True
    return (
        re.fullmatch(r"(?:\.\./)*\.?/?(?:[\w./-]*/)?theme/[\w./-]+\.js", attributes["src"])
        is not None
    )


def test_data_inside_pages_are_data_to_their_end(pages):
    texts = [
        text
        for page in pages.values()
        for text in re.findall(
            r'<script type="application/(?:ld\+)?json"[^>]*>(.*?)</script>', page, re.S
        )
    ]
    assert len(texts) > 25
    assert all(SIGN in json.dumps(json.loads(text)) for text in texts)


def test_the_feed_and_the_map_hold_it_as_text(output):
    for name in ("feed.atom", "sitemap.xml"):
        root = ElementTree.parse(output / name).getroot()
        assert {element.tag.partition("}")[2] for element in root.iter()} <= {
            "feed", "title", "subtitle", "id", "updated", "link", "author", "name", "entry",
            "category", "summary", "urlset", "url", "loc", "lastmod",
        }  # fmt: skip
    feed = ElementTree.parse(output / "feed.atom")
    for name in ("title", "summary"):
        texts = [one.text or "" for one in feed.iter(f"{{http://www.w3.org/2005/Atom}}{name}")]
        assert sum(SIGN in text for text in texts) > 5


def test_no_cell_of_a_table_for_spreadsheets_is_a_formula(output):
    paths = sorted(output.rglob("*.csv"))
    cells = [
        cell
        for path in paths
        for row in csv.reader(StringIO(path.read_text(encoding="utf-8-sig")), delimiter=";")
        for cell in row
    ]
    assert SIGN in "".join(cells)
    assert any(FORMULA in cell for cell in cells)
    assert [cell for cell in cells if cell.startswith(BEGINS)] == []


def test_every_file_of_data_can_still_be_read(output):
    for path in sorted(output.rglob("*.json")):
        assert json.loads(path.read_text(encoding="utf-8")) is not None, path


def test_every_text_of_the_content_is_reported(output):
    """A strict build stops at each file, with the first line of what was put there."""
    lines = (output.parent / "checked.txt").read_text(encoding="utf-8").splitlines()
    told = {line.split(":")[0] for line in lines if ": PAG004 " in line}
    content = output.parent / "content"
    files = {
        f"content/{path.relative_to(content).as_posix()}"
        for path in content.rglob("*.*")
        if path.is_file() and SIGN.encode() in path.read_bytes()
    }
    assert files - told == set()
    assert len(files) > 30


def test_in_a_browser_without_the_policy_nothing_runs(arena, output, pages):
    """One page for each set of modules: those of the same set differ in text only."""
    arena.folder = output
    scripted = {
        frozenset(re.findall(r'data-module="([^"]*)"', pages[name])): name for name in pages
    }
    documents = {name: place(output / name, name) for name in scripted.values()}

    assert len(documents) > 4
    assert arena.open(documents) == set()


def place(path: Path, name: str) -> str:
    """Return a page whose relative links count from where it stands; how it looks is no matter."""
    text = re.sub(
        r'<link rel="(?:stylesheet|icon|modulepreload)"[^>]*>', "", read_without_policy(path)
    )
    return text.replace("<head>", f'<head><base href="{HOST}{name}">', 1)


def test_what_the_search_shows_is_text(arena, output):
    arena.folder = output
    arena.documents = {}
    page = arena.page
    page.goto(f"{HOST}zoeken/")
    page.wait_for_load_state("networkidle")  # till the module of the search listens
    page.locator("main input[type=search]").fill("onerror alert")
    page.locator("main [data-search-hit]").first.wait_for()

    assert SIGN in page.locator("main").inner_text()
    assert page.evaluate("fired") == []


def test_the_payload_runs_where_nothing_stops_it(arena):
    assert arena.fight({"raw": PAYLOAD}) == {"raw"}
