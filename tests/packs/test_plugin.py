"""Packs in a real build, through the front door."""

import json
import re
import zipfile

import page as page_validation
import pikepdf
import pytest

from plugins.packs.blank import find_blanks
from plugins.packs.pack import read_packs
from tests.project import BASE, ROOT, make_project, run_build

PACKS = """\
pakketten:
  - id: school
    titel: Startpakket
    voor: [school]
    omschrijving: Alles om te beginnen.
    gids: [pages/index.md]
    wijzigingen:
      - {versie: 0.1.0, datum: 2026-11-21, wat: [Begin.]}
"""


@pytest.fixture
def project(tmp_path):
    project = make_project(tmp_path, BASE / "content")
    (project / "content" / "pakketten.yaml").write_text(PACKS, encoding="utf-8")
    return project


def test_the_files_of_a_pack_stand_in_the_built_site(project):
    done = run_build(project)
    assert done.returncode == 0, done.stderr
    folder = project / "output" / "downloads" / "school"
    assert sorted(path.name for path in folder.iterdir()) == [
        "gids.docx",
        "gids.odt",
        "gids.pdf",
        "startpakket-school-0.1.0.zip",
    ]


def test_what_cannot_be_made_stops_the_build_with_its_problem(project):
    path = project / "content" / "pages" / "index.md"
    path.write_text(path.read_text("utf-8") + "\nGoed zo \N{GRINNING FACE}\n", encoding="utf-8")
    done = run_build(project)
    assert done.returncode == 1
    assert "content/pakketten.yaml:2:9: PAK006 het pakket «school» is niet te maken" in done.stderr
    assert "het teken «\N{GRINNING FACE}» kan niet in een PDF" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / "output").exists()


def test_the_packs_of_the_hub_itself_are_sound(hub):
    archives = sorted((hub.output / "downloads").glob("*/*.zip"))
    assert archives
    for archive in archives:
        assert archive.stat().st_size <= 2_000_000
        with zipfile.ZipFile(archive) as pack:
            beside = {path.name for path in archive.parent.iterdir()} - {archive.name}
            assert set(pack.namelist()) == beside | {"LEESMIJ.html"}


def test_the_pdfs_of_the_hub_itself_pass_page_validation_and_cards_are_one_sheet(hub):
    pdfs = sorted((hub.output / "downloads").glob("*/*.pdf"))
    assert pdfs
    for path in pdfs:
        report = page_validation.validate_pdf(path, profile="ua1")
        assert json.loads(report.to_json())["failures"] == [], path.name
        if path.name.startswith(("kaart-", "poster-")):
            with pikepdf.open(path) as pdf:
                assert len(pdf.pages) == 1, path.name


def test_the_hub_keeps_each_blank_of_its_letters_whole(hub):
    """What a form fills in must stand in one run of text, in Word and in OpenDocument."""
    reading = read_packs(ROOT / "content")
    names = {blank.name for pack in reading.packs for blank in pack.blanks}
    letters = {path for pack in reading.packs for path in pack.paths[len(pack.pages) :]}
    asked = {
        name for path, text in reading.texts if path in letters for name, _ in find_blanks(text)
    }
    found = set()
    for path in sorted((hub.output / "downloads").glob("*/*.[do][od][ct]*")):
        part = "content.xml" if path.suffix == ".odt" else "word/document.xml"
        with zipfile.ZipFile(path) as package:
            xml = package.read(part).decode()
        whole = re.findall(r'"Invulplek"[^\[\]]{0,200}>\[([^\[\]<>]{1,100})\]', xml)
        assert len(whole) == xml.count('"Invulplek"'), path.name
        found.update(whole)
    assert asked <= found
    assert asked <= names
