"""The built hub as a stranger finds it: every page whole, every link leading somewhere."""

import itertools
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest

from plugins.core.memory import Memory
from plugins.pages.page import read_pages
from plugins.references.bibliography import read_bibliography
from tests.conftest import SUBPATH
from tests.project import ROOT

# What a browser fetches by itself; a link that somebody must follow is none of these.
FETCHED = {
    ("img", "src"), ("script", "src"), ("link", "href"), ("source", "src"), ("iframe", "src"),
    ("form", "action"), ("video", "src"), ("audio", "src"), ("object", "data"),
}  # fmt: skip


class Elements(HTMLParser):
    """Collects the elements of a page with their attributes, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))


@pytest.fixture(scope="module")
def elements(hub) -> dict[Path, list[tuple[str, dict[str, str]]]]:
    return {path: Elements(path.read_text(encoding="utf-8")).found for path in hub.pages}


def test_every_page_of_the_content_is_in_the_output_and_no_other(hub):
    from plugins.pages.address import output_file

    expected = {output_file(page.address) for page in read_pages(ROOT / "content", Memory()).pages}
    expected |= {f"bronnen/{key}/index.html" for key in read_bibliography(ROOT / "content").keys}
    assert {path.relative_to(hub.output).as_posix() for path in hub.pages} == expected


def test_every_link_image_and_anchor_resolves(hub, elements):
    anchors = {path: {attrs.get("id") for _, attrs in found} for path, found in elements.items()}
    dead = [
        f"{page.relative_to(hub.output)}: {link}"
        for page, found in elements.items()
        for link in find_links(found)
        if not resolves(hub.output, page, link, anchors)
    ]
    assert dead == []


def find_links(found):
    for _, attrs in found:
        for name in ("href", "src"):
            if name in attrs and not urlsplit(attrs[name]).scheme:
                yield attrs[name]


def resolves(output, page, link, anchors):
    path, anchor = urldefrag(link)
    start = output if path.startswith("/") else page.parent
    inside = unquote(path).removeprefix(f"{SUBPATH}/")
    target = (start / inside).resolve() if path else page.resolve()
    target = target / "index.html" if target.is_dir() else target
    return target.is_file() and (not anchor or anchor in anchors.get(target, ()))


def test_no_page_makes_the_browser_ask_another_host(elements):
    foreign = [
        (page.name, tag, attrs[name])
        for page, found in elements.items()
        for tag, attrs in found
        for name in attrs
        if (tag, name) in FETCHED
        and attrs.get("rel") != "canonical"
        and urlsplit(attrs[name]).netloc
    ]
    assert foreign == []


def test_no_page_has_an_inline_style_script_or_handler(elements):
    inline = [
        (page.name, tag, name)
        for page, found in elements.items()
        for tag, attrs in found
        for name in ("style", *(name for name in attrs if name.startswith("on")))
        if name in attrs or (tag == "style") or (tag == "script" and is_inline(attrs))
    ]
    assert inline == []


def is_inline(attrs):
    """Tell whether a script is one that a browser runs; linked data is not."""
    return "src" not in attrs and attrs.get("type") != "application/ld+json"


def test_ids_are_unique_and_each_page_has_one_main_heading(elements):
    for page, found in elements.items():
        ids = [attrs["id"] for _, attrs in found if "id" in attrs]
        assert len(ids) == len(set(ids)), page
        assert [tag for tag, _ in found].count("h1") == 1, page


def test_headings_leave_out_no_level(elements):
    for page, found in elements.items():
        levels = [int(tag[1]) for tag, _ in found if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}]
        steps = [after - before for before, after in itertools.pairwise(levels)]
        assert max(steps, default=0) <= 1, page


def test_every_page_has_the_exit_link_and_the_help_numbers_in_its_html(elements):
    for page, found in elements.items():
        links = [attrs.get("href", "") for tag, attrs in found if tag == "a"]
        assert links[0] == "#inhoud", page
        assert links[1] == "https://www.knmi.nl/nederland-nu/weer/verwachtingen", page
        assert {"tel:112", "tel:08002000", "tel:08000432"} <= set(links), page


def test_every_page_says_that_this_is_an_example(hub):
    for path in hub.pages:
        assert "Voorbeeldinrichting, geen officiële site." in path.read_text(encoding="utf-8")


def test_every_citation_leads_to_the_source_list_of_its_page(elements):
    cited = 0
    for page, found in elements.items():
        ids = {attrs.get("id") for _, attrs in found}
        for _, attrs in found:
            if attrs.get("class") == "verwijzing":
                cited += 1
                assert attrs["href"].removeprefix("#") in ids, page
    assert cited > 100


def test_the_index_of_whoosh_is_not_published(hub):
    names = {path.name for path in hub.output.rglob("*")}
    assert not {name for name in names if name.endswith((".seg", ".toc", ".pickle"))}
    assert list((hub.project / ".build" / "index").rglob("*.toc"))


def test_the_page_of_each_source_leads_to_every_citation_of_it(hub, elements):
    cited = {
        (key, f"{page.parent.relative_to(hub.output).as_posix().removeprefix('.')}#{attrs['id']}")
        for page, found in elements.items()
        for _, attrs in found
        if attrs.get("class") == "verwijzing"
        for key in [attrs["href"].removeprefix("#bron-")]
    }
    listed = {
        (page.parent.name, attrs["href"].replace("../", "").replace("/#", "#").removeprefix("./"))
        for page, found in elements.items()
        if page.parent.parent == hub.output / "bronnen"
        for tag, attrs in found
        if tag == "a" and "#verw-" in attrs.get("href", "")
    }

    assert ("avg", "begrippen#verw-avg-1") in cited
    assert listed == cited


def test_each_citation_has_a_way_back_from_its_source(elements):
    for page, found in elements.items():
        ids = {attrs["id"] for _, attrs in found if attrs.get("class") == "verwijzing"}
        back = {
            attrs["href"].removeprefix("#")
            for tag, attrs in found
            if tag == "a" and attrs.get("href", "").startswith("#verw-")
        }
        assert ids == back, page
