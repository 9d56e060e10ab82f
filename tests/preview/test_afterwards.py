"""Packs in a preview: made when the pages are there, ended by a newer change, never waited for."""

import io
import os
import signal
import urllib.request
from pathlib import Path
from zipfile import ZipFile

import pytest

from plugins.preview.afterwards import Afterwards, read_downloads
from tests.preview.running import read_address, run_preview, wait_for

PACK = """pakketten:
  - id: school
    titel: Voor scholen
    voor: [school]
    omschrijving: Een pakket.
    gids: [pages/meer.md]
    wijzigingen:
      - {versie: 1.0.0, datum: 2026-11-21, wat: [Nieuw.]}
"""
NEWER = "      - {versie: 1.1.0, datum: 2026-11-22, wat: [Nieuwer.]}\n"
ZIP = "downloads/school/startpakket-school-1.0.0.zip"


@pytest.fixture(scope="module")
def preview(tmp_path_factory):
    with run_preview(tmp_path_factory.mktemp("pakket")) as (project, address, log):
        pages = project / "content" / "pages"
        text = (pages / "meer.md").read_text(encoding="utf-8")
        text = text.replace("titel: Meer", "titel: Downloads\nsjabloon: downloads")
        (pages / "downloads.md").write_text(text, encoding="utf-8")
        (project / "content" / "pakketten.yaml").write_text(PACK, encoding="utf-8")
        wait_for(ZIP.removeprefix("downloads/"), lambda: read_address(f"{address}downloads/"))
        yield project, address, log


def read_guide(address: str) -> str:
    """Return the text of the guide in the pack that a visitor would get; empty without."""
    try:
        with urllib.request.urlopen(address + ZIP, timeout=5) as answer:
            pack = ZipFile(io.BytesIO(answer.read()))
    except OSError:
        return ""
    (name,) = (name for name in pack.namelist() if name.endswith("gids.docx"))
    return ZipFile(io.BytesIO(pack.read(name))).read("word/document.xml").decode()


def count_programs(project: Path) -> int:
    """Return how many programs in the folder of the project make packs or search."""
    found = 0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            words = (process / "cmdline").read_bytes()
            here = os.readlink(process / "cwd") == str(project)
        except OSError:  # it ended while we looked
            continue
        found += here and b"plugins.preview.afterwards" in words
    return found


def test_the_page_is_there_before_its_packs_which_follow(preview):
    project, address, _ = preview
    page = project / "content" / "pages" / "meer.md"
    good = page.read_text(encoding="utf-8")
    for word in ("Lantaarnpaal", "Zandbak", "Fietsbel"):  # each ends what the last one began
        page.write_text(good.replace("## Kosten", f"## {word}"), encoding="utf-8")
        wait_for(f'<h2 id="{word.lower()}"', lambda: read_address(f"{address}meer/"))
        assert count_programs(project) <= 1
    assert "Lantaarnpaal" not in read_guide(address)
    wait_for("Fietsbel", lambda: read_guide(address))
    page.write_text(good, encoding="utf-8")


def test_while_new_ones_are_made_the_last_ones_can_be_had(preview):
    project, address, _ = preview
    page = project / "content" / "pages" / "over.md"
    good = page.read_text(encoding="utf-8")
    page.write_text(good + "\nNog een regel.\n", encoding="utf-8")
    wait_for("Nog een regel.", lambda: read_address(f"{address}over/"))
    assert read_guide(address)


def test_pages_that_list_other_files_are_written_anew(preview):
    project, address, log = preview
    packs = project / "content" / "pakketten.yaml"
    packs.write_text(PACK.replace("      - {versie", f"{NEWER}      - {{versie"), encoding="utf-8")
    wait_for("startpakket-school-1.1.0.zip", lambda: read_address(f"{address}downloads/"))
    assert "1.0.0.zip" not in read_address(f"{address}downloads/")
    assert "Traceback" not in log.read_text(encoding="utf-8")


@pytest.fixture
def besides(tmp_path):
    """A process that has been told to prepare, and answers that there is nothing yet."""
    besides = Afterwards.start(tmp_path).prepare()
    try:
        wait_for("True", lambda: str(besides.has_answered()))
        yield besides
    finally:
        besides.stop()


def test_a_process_that_waits_is_used_again(besides):
    assert besides.prepare() is besides
    assert not besides.found_other_packs()


def test_a_process_that_works_is_ended_and_replaced(besides):
    besides.process.send_signal(signal.SIGSTOP)  # so that it surely does not answer
    busy = besides.prepare()
    other = busy.prepare()
    try:
        assert other is not busy
        assert busy.process.poll() is not None
    finally:
        other.stop()


def test_a_process_that_broke_down_is_replaced(besides):
    besides.process.kill()
    besides.process.wait()
    assert not besides.has_answered()
    other = besides.prepare()
    try:
        assert other is not besides
    finally:
        other.stop()


@pytest.mark.parametrize("data", [b"", b"niets", b"\x80\x04N."])
def test_packs_of_another_version_are_none(tmp_path, data):
    (tmp_path / "packs.pickle").write_bytes(data)
    assert read_downloads(tmp_path) == ()
    assert read_downloads(tmp_path / "weg") == ()
