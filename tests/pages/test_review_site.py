"""Reviews as visitors and editors see them, in a small site and in the hub."""

import json
import re
from pathlib import Path

import pytest

from tests.project import BASE, ROOT, make_project, run_build


@pytest.fixture(scope="module")
def output(tmp_path_factory) -> Path:
    """A site of which one page is overdue on the day of the build, with the list of reviews."""
    project = make_project(tmp_path_factory.mktemp("herziening"), BASE / "content")
    page = project / "content/pages/meer.md"
    text = re.sub(r"gecontroleerd: \S+", "gecontroleerd: 2025-01-01", page.read_text())
    page.write_text(re.sub(r"herzien_voor: \S+", "herzien_voor: 2026-11-21", text))
    listing = (ROOT / "content/pages/herziening.md").read_text(encoding="utf-8")
    text = re.sub(r"\[(.*?)\]\(.*?\)", r"\1", listing)
    (project / "content/pages/herziening.md").write_text(text, encoding="utf-8")
    done = run_build(project)
    assert done.returncode == 0, done.stderr
    assert "content/pages/meer.md:7:15: PAG019 (advies)" in done.stderr
    return project / "output"


def read(output: Path, name: str) -> str:
    return (output / name).read_text(encoding="utf-8")


def test_an_overdue_page_says_so_and_another_does_not(output):
    assert "niet op tijd nagelopen" in read(output, "meer/index.html")
    assert "niet op tijd nagelopen" not in read(output, "index.html")


def test_the_list_holds_every_page_overdue_first(output):
    rows = re.findall(r"<tr.*?</tr>", read(output, "herziening/index.html"), re.S)[1:]

    assert ["te laat" in row for row in rows] == [True, *[False] * (len(rows) - 1)]
    assert len(rows) == len(list((BASE / "content").rglob("*.md"))) + 1  # and this list
    assert 'href="../meer/"' in rows[0]


def test_the_list_as_json_says_the_same(output):
    pages = json.loads(read(output, "herziening/paginas.json"))

    told = [(page["url"], page["overdue"]) for page in pages]
    assert told[0] == ("https://hub.example/proef/meer/", True)
    assert ("https://hub.example/proef/herziening/", False) in told
    assert [overdue for _, overdue in told] == [True, *[False] * (len(told) - 1)]


def test_the_list_is_in_no_menu_search_feed_or_map(hub):
    html = read(hub.output, "herziening/index.html")
    assert '<meta name="robots" content="noindex">' in html
    assert "data-search-document" not in html
    listed = {
        path.relative_to(hub.output).as_posix()
        for path in sorted(hub.output.rglob("*"))
        if path.suffix in {".html", ".xml", ".atom", ".txt", ".json"}
        and "herziening/" in path.read_text(encoding="utf-8")
    }
    handbook = {name for name in listed if name.startswith("meeschrijven/")}
    assert listed - handbook == {"herziening/index.html", "herziening/paginas.json"}


def test_the_hubs_own_list_holds_every_page_with_a_review(hub):
    html = read(hub.output, "herziening/index.html")
    pages = json.loads(read(hub.output, "herziening/paginas.json"))

    assert len(pages) == html.count('<th scope="row">')
    assert len(pages) > 80
    assert not any(page["overdue"] for page in pages)
