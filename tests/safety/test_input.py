"""What may stand in the content folder, tried on builds; and what stock Pelican does wrong."""

import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from plugins.checks.command import Question, run_check
from plugins.images.part import find_parts
from tests.images.sample import make_exif, save
from tests.project import BASE, ROOT, make_project, run_build

TODAY = date(2026, 11, 22)


@pytest.fixture
def project(tmp_path):
    return make_project(tmp_path, BASE / "content")


@pytest.fixture(scope="module")
def refused(tmp_path_factory) -> tuple[str, ...]:
    """What a build says, line by line, of a content folder with one of each that may not be."""
    folder = tmp_path_factory.mktemp("refused")
    project = make_project(folder, BASE / "content")
    add_strays(project / "content", folder / "geheim.txt")
    pages = project / "content" / "pages"
    good = (pages / "meer.md").read_text(encoding="utf-8").replace("menu: Meer\n", "")
    for field in ("titel", "samenvatting"):
        spoilt = re.sub(rf"^{field}: .*", r"\g<0> <script>alert(1)</script>", good, flags=re.M)
        (pages / f"script-in-{field}.md").write_text(spoilt, encoding="utf-8")
    (pages / "haken.md").write_text(f"{good}\n\n{20_000 * '['}\n", encoding="utf-8")
    (pages / "alleen-tekst.md").write_text("Alleen tekst.\n", encoding="utf-8")

    done = run_build(project)

    assert done.returncode == 1
    assert not (project / "output").exists()
    return tuple(line for line in done.stderr.splitlines() if "(advies)" not in line)


def add_strays(content: Path, secret: Path) -> None:
    """Put files in the content folder that no site should hold, and links to a secret."""
    secret.write_text("GEHEIM", encoding="utf-8")
    (content / "beelden").mkdir(exist_ok=True)
    (content / "beelden" / "logo.svg").write_text("<svg onload='alert(1)'/>", encoding="utf-8")
    (content / "beelden" / "a.html").write_text("<script>alert(1)</script>", encoding="utf-8")
    (content / "beelden" / "b.png").write_text("<script>alert(1)</script>", encoding="utf-8")
    (content / "beelden" / "c.png").symlink_to(secret)
    os.link(secret, content / "beelden" / "d.png")
    (content / "pages" / "a.html").write_text("<h1>HTML</h1>", encoding="utf-8")
    (content / "pages" / "b.rst").write_text(".. raw:: html\n\n  <script>", encoding="utf-8")
    (content / "pages" / "c.md").symlink_to("/etc/passwd")
    os.mkfifo(content / "pages" / "d.md")
    (content / "extra").mkdir()
    (content / "los.md").write_text("---\ntitel: x\n---\n", encoding="utf-8")


def test_nothing_but_regular_files_of_the_right_kind_gets_in(refused):
    assert {tuple(line.split(" ")[:2]) for line in refused if ":1:1: " in line} >= {
        (f"content/{file}:1:1:", code)
        for file, code in {
            "beelden/logo.svg": "BST010", "beelden/a.html": "BST010", "beelden/b.png": "IMG002",
            "beelden/c.png": "BST005", "beelden/d.png": "BST005", "pages/a.html": "BST006",
            "pages/b.rst": "BST006", "pages/c.md": "BST005", "pages/d.md": "BST005",
            "extra": "BST009", "los.md": "BST009",
        }.items()
    }  # fmt: skip


def test_a_page_of_brackets_stops_the_build_and_hangs_nothing(refused):
    told = "BST004 dit bestand is te groot of te diep genest om te lezen"
    assert [line for line in refused if line.startswith("content/pages/haken.md:") and told in line]


@pytest.mark.parametrize(("field", "number"), [("titel", 2), ("samenvatting", 3)])
def test_a_script_in_a_title_or_summary_stops_the_build_at_its_line(refused, field, number):
    place = f"content/pages/script-in-{field}.md:{number}:"
    told = "PAG004 HTML kan hier niet («<script»)"
    assert [line for line in refused if line.startswith(place) and told in line]


def test_a_page_that_cannot_be_read_never_vanishes_in_silence(refused):
    place = "content/pages/alleen-tekst.md:1:1: PAG001 "
    assert [line for line in refused if line.startswith(place)]


def test_a_content_folder_that_is_a_link_is_not_built(project, tmp_path):
    shutil.move(project / "content", tmp_path / "elders")
    (project / "content").symlink_to(tmp_path / "elders")

    done = run_build(project)

    assert done.returncode == 1
    assert "content:1:1: BST005" in done.stderr
    assert not (project / "output").exists()


def test_pelican_reads_nothing_but_markdown():
    script = (
        "from pelican.settings import read_settings; from pelican.readers import Readers;"
        "print(*sorted(Readers(read_settings('pelicanconf.py')).readers))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    # The hub's own reader takes the place of that for md; what is static is copied, not read.
    assert set(done.stdout.split()) <= {"md", "static"}


def test_a_photo_with_a_place_on_earth_is_reported_and_mended(project, capsys):
    photo = project / "content" / "beelden" / "school.jpg"
    photo.parent.mkdir(exist_ok=True)
    photo.write_bytes(save("JPEG", exif=make_exif(6)))
    only = ("content/beelden/school.jpg",)

    assert run_check(project, Question(only), TODAY) == 1
    assert "IMG004" in capsys.readouterr().out

    assert run_check(project, Question(only, fix=True), TODAY) == 0
    told = capsys.readouterr()
    assert "content/beelden/school.jpg: van " in told.err
    assert "Verbeterd: 1 bestand." in told.err
    assert all(part.is_picture for part in find_parts(photo.read_bytes()))
    with Image.open(photo) as picture:
        assert picture.size == (30, 40)  # it was held on its side
