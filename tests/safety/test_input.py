"""What may stand in the content folder, tried on builds; and what stock Pelican does wrong."""

import os
import shutil
import subprocess
import sys
from datetime import date

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


def test_nothing_but_regular_files_of_the_right_kind_gets_in(project, tmp_path):
    content = project / "content"
    secret = tmp_path / "geheim.txt"
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

    done = run_build(project)

    told = {tuple(line.split(" ")[:2]) for line in done.stderr.splitlines() if ":1:1: " in line}
    assert done.returncode == 1
    assert told >= {
        (f"content/{file}:1:1:", code)
        for file, code in {
            "beelden/logo.svg": "BST010", "beelden/a.html": "BST010", "beelden/b.png": "IMG002",
            "beelden/c.png": "BST005", "beelden/d.png": "BST005", "pages/a.html": "BST006",
            "pages/b.rst": "BST006", "pages/c.md": "BST005", "pages/d.md": "BST005",
            "extra": "BST009", "los.md": "BST009",
        }.items()
    }  # fmt: skip
    assert not (project / "output").exists()


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


def test_a_page_of_brackets_stops_the_build_and_hangs_nothing(project):
    page = project / "content" / "pages" / "meer.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(f"{text}\n\n{20_000 * '['}\n", encoding="utf-8")

    done = run_build(project)

    assert done.returncode == 1
    assert "BST004 dit bestand is te groot of te diep genest om te lezen" in done.stderr


@pytest.mark.parametrize("field", ["titel", "samenvatting"])
def test_a_script_in_a_title_or_summary_stops_the_build_at_its_line(project, field):
    page = project / "content" / "pages" / "meer.md"
    lines = page.read_text(encoding="utf-8").splitlines()
    (place,) = (number for number, line in enumerate(lines) if line.startswith(f"{field}:"))
    lines[place] += " <script>alert(1)</script>"
    page.write_text("\n".join((*lines, "")), encoding="utf-8")

    done = run_build(project)

    assert done.returncode == 1
    assert f"content/pages/meer.md:{place + 1}:" in done.stderr
    assert "PAG004 HTML kan hier niet («<script»)" in done.stderr


def test_a_page_that_cannot_be_read_never_vanishes_in_silence(project):
    (project / "content" / "pages" / "meer.md").write_text("Alleen tekst.\n", encoding="utf-8")

    done = run_build(project)

    assert done.returncode == 1
    assert "content/pages/meer.md:1:1: PAG001" in done.stderr


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
