"""A page that was just saved is shown at once, as the build after it will show it."""

import locale

import pytest

from plugins.core.memory import Memory
from plugins.preview.builder import FOLDER, SITE, build
from plugins.preview.templates import CompiledTemplates
from tests.project import BASE, make_project

PAGE = "content/pages/meer.md"
SHOWN = SITE / "meer/index.html"


@pytest.fixture
def project(tmp_path, monkeypatch):
    made = make_project(tmp_path, BASE / "content")
    monkeypatch.chdir(made)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    before = locale.setlocale(locale.LC_ALL)
    yield made
    locale.setlocale(locale.LC_ALL, before)  # Pelican sets its own, for the whole process


def edit(project, old, new, page=PAGE):
    path = project / page
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


def show(project, built, *changed):
    return built[1].show_first(changed, project / "content", SITE)


def test_a_page_shown_first_is_what_the_build_after_it_writes(project):
    memory, templates = Memory(FOLDER / "cache"), CompiledTemplates()
    built = build(1, memory, templates)
    before = SHOWN.read_bytes()
    saved = edit(project, "## Kosten", "## Kosten [@plan-2018]\n\n## Nog een kop\n\n[Kop](#kosten)")

    assert show(project, built, saved)
    first = SHOWN.read_bytes()
    assert build(2, memory, templates)

    assert b"Nog een kop" in first
    assert (first != before, SHOWN.read_bytes() == first) == (True, True)


def test_a_page_that_stays_the_same_is_taken_along_from_the_site_before(project):
    memory, templates = Memory(FOLDER / "cache"), CompiledTemplates()
    build(1, memory, templates)
    other = SITE / "over/index.html"
    before, bytes_before = other.stat(), other.read_bytes()
    saved = edit(project, "## Kosten", "## Nog een kop")

    build(2, memory, templates)

    assert (other.stat().st_ino, other.read_bytes()) == (before.st_ino, bytes_before)
    assert b"Nog een kop" in SHOWN.read_bytes()
    assert SHOWN.stat().st_nlink == 1
    assert saved.is_file()


def test_what_shows_on_other_pages_too_waits_for_the_build(project):
    built = build(1, Memory(), CompiledTemplates())
    before = SHOWN.read_bytes()
    new = project / "content/pages/nieuw.md"
    new.write_text("los", encoding="utf-8")
    gone = project / "content/pages/weg.md"
    style = project / "theme/static/css/base.css"
    page = project / PAGE

    assert not show(project, built, page, new)
    assert not show(project, built, new)
    assert not show(project, built, gone)
    assert not show(project, built, page, style)
    assert not show(project, built, edit(project, "titel: Meer", "titel: Anders"))
    page.write_bytes(b"\xff")
    assert not show(project, built, page)
    assert SHOWN.read_bytes() == before
