"""Packs in a real build, through the front door."""

import pytest

from tests.project import BASE, make_project, run_build

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
    path.write_text(path.read_text("utf-8") + "\nVeel woorden.\n" * 200, encoding="utf-8")
    packs = project / "content" / "pakketten.yaml"
    piece = (
        "    onderdelen:\n      - {bestand: pages/index.md, soort: blad, bladzijden: 1, voor: u}\n"
    )
    packs.write_text(PACKS.replace("    wijzigingen", f"{piece}    wijzigingen"), encoding="utf-8")
    done = run_build(project)
    assert done.returncode == 1
    assert "content/pakketten.yaml:8:19: PAK006 het pakket «school» is niet te maken" in done.stderr
    assert "de tekst past niet op één A4" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / "output").exists()
