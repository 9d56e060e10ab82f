"""Pages are read with their places; what cannot be read is told."""

from datetime import date

import pytest

from plugins.core.memory import Memory
from plugins.core.problem import Problem
from plugins.core.source import Source
from plugins.core.yaml import Fields
from plugins.pages.page import Page, Reading, find_page, read_pages

FRONT = """---
titel: Kosten
samenvatting: >
  Wat het
  kost.
voor: [raadslid]
gecontroleerd: 2026-11-21
herzien_voor: morgen
volgorde: 30
---
"""


@pytest.fixture
def content(tmp_path):
    folder = tmp_path / "content"
    (folder / "pages").mkdir(parents=True)
    (folder / "brieven").mkdir()
    return folder


def page_of(text: str, path: str = "pages/kosten.md") -> Page:
    found = find_page(path, Source(f"content/{path}", text))
    assert isinstance(found, Page)
    return found


def test_a_page_is_split_in_fields_and_body():
    page = page_of(FRONT + "\n## Kop\n")

    assert page.title == "Kosten"
    assert page.summary == "Wat het kost."
    assert page.body == "\n## Kop\n"
    assert page.address == "kosten/"
    assert page.template == "page"
    assert page.order == 30
    assert page.date("gecontroleerd") == date(2026, 11, 21)
    assert page.date("herzien_voor") is None


def test_fields_keep_their_lines_in_the_file():
    value = page_of(FRONT).fields.get("voor")

    assert value is not None
    assert (value.line, value.column) == (6, 7)


@pytest.mark.parametrize("order", ["", "x", "-1", "1.5", "9" * 5000])
def test_a_page_without_a_proper_order_comes_last(order):
    assert page_of(f"---\nvolgorde: {order}\n---\n").order == 9999


def test_a_page_without_fields_goes_by_its_path_and_is_left_to_the_checks():
    page = page_of("---\n---\ntekst")

    assert page.fields == Fields((), 2, 1)
    assert (page.title, page.body) == ("pages/kosten.md", "tekst")


@pytest.mark.parametrize(
    "text", ["---\na: b\n--- \t\n", "---\na: b\n---", "---  \na: 'x --- y'\n---\n---\n"]
)
def test_the_front_matter_ends_at_the_first_line_of_dashes(text):
    assert page_of(text).fields.text("a") in ("b", "x --- y")


@pytest.mark.parametrize(
    "text",
    [
        "", "tekst", "titel: x\n---\n", "\n---\ntitel: x\n---\n", "---\ntitel: x\n",
        "---\n- a\n---\n", "---\nlos\n---\n", "---\ntitel: x\n ---\ntekst",
    ],
)  # fmt: skip
def test_a_page_without_front_matter_is_reported_at_its_first_line(text):
    assert find_page("pages/a.md", Source("content/pages/a.md", text)) == (
        Problem(
            "content/pages/a.md", 1, 1, "PAG001",
            "de pagina begint niet met een blok velden tussen twee regels «---»",
            "Zet bovenaan «---», dan «titel: …» en de andere velden, en weer «---».",
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("yaml", "place"),
    [
        ("titel: a: b", (2, 9, "YML001")),
        ("titel: a\ntitel: b", (3, 1, "YML002")),
        ("titel: *a", (2, 8, "YML003")),
        ("titel: x\n\tvoor: y", (3, 1, "YML001")),
        ("titel: \u202e", (2, 8, "BST002")),
    ],
)
def test_spoilt_front_matter_is_reported_at_its_line_in_the_file(yaml, place):
    found = find_page("pages/a.md", Source("content/pages/a.md", f"---\n{yaml}\n---\n"))

    assert isinstance(found, tuple)
    assert [(problem.line, problem.column, problem.code) for problem in found] == [place]


def test_pages_and_letters_are_read_in_order_and_the_unreadable_are_remembered(content):
    for name in ("pages/index.md", "pages/b.md", "brieven/a.md"):
        (content / name).write_text(FRONT)
    (content / "pages/kapot.md").write_bytes(b"\xff")

    reading = read_pages(content, Memory())

    assert [page.path for page in reading.pages] == ["pages/b.md", "pages/index.md", "brieven/a.md"]
    assert [problem.code for problem in reading.problems] == ["BST001"]
    assert reading.unread == {"pages/kapot.md"}
    assert reading.paths == {"pages/b.md", "pages/index.md", "brieven/a.md", "pages/kapot.md"}


def test_a_page_beyond_the_limits_counts_as_unread(content):
    (content / "pages/index.md").write_text(FRONT)
    (content / "pages/a.md").write_text(FRONT + 20_000 * "[")

    reading = read_pages(content, Memory())

    assert reading.unread == {"pages/a.md"}
    assert [(problem.line, problem.code) for problem in reading.problems] == [(11, "BST004")]


@pytest.mark.parametrize(
    ("names", "message"),
    [((), "er is nog geen enkele pagina"), (("pages/a.md",), "de startpagina ontbreekt")],
)
def test_a_hub_without_a_start_page_is_a_problem(content, names, message):
    for name in names:
        (content / name).write_text(FRONT)

    assert read_pages(content, Memory()).problems == (
        Problem("content/pages/index.md", 1, 1, "PAG002", message, "Maak pages/index.md aan."),
    )


def test_a_start_page_that_cannot_be_read_does_not_count_as_missing(content):
    (content / "pages/index.md").write_text("los")

    reading = read_pages(content, Memory())

    assert [problem.code for problem in reading.problems] == ["PAG001"]
    assert reading == Reading((), reading.problems, frozenset({"pages/index.md"}))
