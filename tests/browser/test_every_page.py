"""Every page on the narrowest phone, 320 pixels wide: that is 400 % zoom on a desk too."""

import gzip
import re
from html import unescape
from urllib.parse import unquote, urlsplit

import pytest

from tests.conftest import SUBPATH

# Bytes that travel for one page, and the share of the styles in them.
MOST_IN_ALL = 60_000
MOST_STYLES = 20_000
MOST_REQUESTS = 10


@pytest.mark.parametrize(
    "fact",
    [
        pytest.param("violations", id="axe finds nothing against WCAG 2.2 A and AA"),
        pytest.param("refused", id="the content security policy refuses nothing"),
        pytest.param("faint", id="all text stands out"),
        pytest.param("faintInTheDark", id="all text stands out in the dark"),
        pytest.param("wide", id="nothing scrolls sideways but tables"),
        pytest.param("cut", id="no text is cut off"),
        pytest.param("spaced", id="no text is cut off at wide spacing"),
        pytest.param("small", id="every target is large enough"),
        pytest.param("unseen", id="the focus is seen, down the page and up"),
        pytest.param("exit", id="the exit link comes second, in no form, in sight at the very end"),
        pytest.param("moving", id="nothing moves for who asked for rest"),
        pytest.param("shifted", id="nothing shifts while loading"),
    ],
)
def test_on_every_page(visits, fact):
    assert {visit.address: visit.facts[fact] for visit in visits if visit.facts[fact]} == {}


def test_no_page_draws_a_complaint_from_the_browser(visits):
    assert {visit.address: visit.complaints for visit in visits if visit.complaints} == {}


def test_no_page_asks_another_host(visits, hub_address):
    hosts = {urlsplit(url).netloc for visit in visits for url in visit.requests}
    assert hosts == {urlsplit(hub_address).netloc}


def test_no_page_leaves_a_cookie_or_anything_in_storage(visits):
    assert visits[-1].facts["cookies"] == []
    for visit in visits:
        assert set(visit.facts["kept"].values()) == {0}, visit.address


def test_a_page_weighs_little_and_needs_few_requests(visits, hub):
    # A browser without a window does not always fetch the icon.
    (icon,) = hub.output.rglob("icoon.svg")
    for visit in visits:
        page = find_file(hub.output, f"{SUBPATH}/{visit.address}")
        files = {find_file(hub.output, url) for url in visit.facts["resources"]} | {page, icon}
        styles, scripts = (
            sum(weigh(path) for path in files if path.suffix == suffix)
            for suffix in (".css", ".js")
        )
        assert 0 < styles <= MOST_STYLES, visit.address
        assert weigh(page) + styles + scripts <= MOST_IN_ALL, visit.address
        assert len(files) <= MOST_REQUESTS, visit.address


def find_file(output, url):
    path = output / unquote(urlsplit(url).path).removeprefix(f"{SUBPATH}/")
    return path / "index.html" if path.is_dir() else path


def weigh(path):
    return len(gzip.compress(path.read_bytes(), mtime=0))


def test_scripts_add_no_text_to_any_page(visits, hub):
    for visit in visits:
        html = find_file(hub.output, f"{SUBPATH}/{visit.address}").read_text(encoding="utf-8")
        plain = squeeze(unescape(re.sub(r"<[^>]*>", "", html)))
        missing = [text for text in visit.facts["text"] if squeeze(text) not in plain]
        assert missing == [], visit.address


def test_each_kind_of_page_shows_the_same_text_without_javascript(
    browser, hub_address, visits, kinds
):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 800})
    page = context.new_page()
    shown = {visit.address: visit.facts["text"] for visit in visits}
    for address in kinds.values():
        page.goto(hub_address + address)
        plain = squeeze(page.inner_text("main"))
        assert [text for text in shown[address] if squeeze(text) not in plain] == [], address
    context.close()


def squeeze(text):
    """Return `text` without spaces and case, which styles may change."""
    return "".join(text.split()).casefold()
