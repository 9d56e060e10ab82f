"""Packs in a real build, through the front door."""

import json
import zipfile

import page as page_validation
import pikepdf
import pytest

from tests.project import BASE, make_project, run_build

PACKS = """\
- id: school
  titel: Startpakket
  voor: [school]
  omschrijving: Alles om te beginnen.
  versie: 0.1.0
  datum: 2026-11-21
  gids: [pages/index.md]
  brieven: []
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
    assert "content/pakketten.yaml:1:7: PAK006 het pakket «school» is niet te maken" in done.stderr
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
