"""Tiny sites, each with one behaviour: what the editor sees, and that the last good site stays."""

import shutil
from pathlib import Path

import pytest

from tests.project import BASE, ROOT, SITES, make_project, run_build

SPOILT = sorted(path.name for path in SITES.iterdir() if (path / "problems.txt").exists())


def read_tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def write_old_site(project: Path) -> None:
    for name in ("output/index.html", ".build/index/words.json"):
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text("oud", encoding="utf-8")


@pytest.mark.parametrize("name", SPOILT)
def test_a_spoilt_site_tells_every_problem_and_leaves_the_last_good_site(name, tmp_path):
    project = make_project(tmp_path, BASE / "content", SITES / name / "content")
    write_old_site(project)

    done = run_build(project)

    expected = (SITES / name / "problems.txt").read_text(encoding="utf-8")
    assert done.stderr == expected
    assert done.returncode == 1
    assert read_tree(project / "output") == {"index.html": b"oud"}
    assert read_tree(project / ".build" / "index") == {"words.json": b"oud"}
    assert not (project / ".build" / "new").exists()


def test_an_empty_content_folder_is_a_problem_and_not_an_empty_site(tmp_path):
    project = make_project(tmp_path)
    (project / "content").mkdir()
    write_old_site(project)

    done = run_build(project)

    assert done.stderr.splitlines()[0] == (
        "content/begrippen.yaml:1:1: BST003 dit bestand ontbreekt"
    )
    assert "content/pages/index.md:1:1: PAG002 er is nog geen enkele pagina" in done.stderr
    assert "Traceback" not in done.stderr
    assert done.returncode == 1
    assert read_tree(project / "output") == {"index.html": b"oud"}


def test_a_good_site_takes_the_place_of_the_old_one_whole(tmp_path):
    project = make_project(tmp_path, BASE / "content")
    write_old_site(project)
    (project / "output" / "verwijderd.html").write_text("oud", encoding="utf-8")

    done = run_build(project)

    assert done.returncode == 0, done.stderr
    assert done.stderr == "De inhoud is in orde.\n"
    assert done.stdout == "Klaar: 10 pagina's in output/. Bekijk ze met: make serve\n"
    names = {name for name in read_tree(project / "output") if name.endswith(".html")}
    pages = sorted(path.stem for path in (BASE / "content/pages").iterdir())
    folders = {f"{name}/index.html" for name in pages if name not in ("index", "404")}
    assert names == {"index.html", "404.html", "bronnen/plan-2018/index.html", *folders}
    assert (project / ".build" / "index" / "words.json").read_text(encoding="utf-8") != "oud"


def test_a_second_build_at_the_same_time_is_refused(tmp_path):
    from plugins.publish.lock import hold_lock

    project = make_project(tmp_path, BASE / "content")
    with hold_lock(project / ".build" / "lock"):
        done = run_build(project)
    assert done.returncode == 2
    assert done.stderr == ("Er loopt al een bouw. Wacht tot die klaar is en probeer het opnieuw.\n")
    assert not (project / "output").exists()


def test_a_build_for_a_host_is_refused_without_a_public_address(tmp_path):
    project = make_project(tmp_path, BASE / "content")
    region = project / "content" / "regio.yaml"
    text = region.read_text(encoding="utf-8")
    region.write_text(text.replace("https://hub.example/proef", '""'), encoding="utf-8")

    done = run_build(project, conf="publishconf.py")

    assert done.returncode == 1
    assert done.stderr == (
        "content/regio.yaml: bij «adres» is geen openbaar adres te lezen. "
        "Vul het in; «invoke check» zegt of er iets anders mis is.\n"
        "De bouw is gestopt. Er is nog geen site.\n"
    )


def test_a_fault_of_our_own_is_shown_and_leaves_the_last_good_site(tmp_path):
    project = make_project(tmp_path, BASE / "content")
    (project / "theme").unlink()
    shutil.copytree(ROOT / "theme", project / "theme")
    (project / "theme" / "templates" / "page.html").write_text("{{ niets() }}", encoding="utf-8")
    write_old_site(project)

    done = run_build(project)

    assert done.returncode == 1
    assert "'niets' is undefined" in done.stderr
    assert done.stderr.endswith("De vorige site staat er nog, ongewijzigd.\n")
    assert read_tree(project / "output") == {"index.html": b"oud"}


def test_an_output_that_is_a_link_to_a_folder_stays_one(tmp_path):
    project = make_project(tmp_path, BASE / "content")
    (tmp_path / "elders").mkdir()
    (tmp_path / "elders" / "oud.html").write_text("oud", encoding="utf-8")
    (project / "output").symlink_to(tmp_path / "elders")

    done = run_build(project)

    assert done.returncode == 0, done.stderr
    assert (project / "output").is_symlink()
    assert not (tmp_path / "elders" / "oud.html").exists()
    assert (tmp_path / "elders" / "index.html").exists()


def test_an_output_that_is_a_file_is_refused(tmp_path):
    project = make_project(tmp_path, BASE / "content")
    (project / "output").write_text("van iemand", encoding="utf-8")

    done = run_build(project)

    assert done.returncode == 1
    assert done.stderr == (
        "output: dit is een bestand. Verwijder het; hier komt de map met de site.\n"
    )
    assert (project / "output").read_text(encoding="utf-8") == "van iemand"


def test_a_place_where_the_build_cannot_write_is_told_in_dutch(tmp_path):
    project = make_project(tmp_path, BASE / "content")
    (project / ".build").write_text("geen map", encoding="utf-8")

    done = run_build(project)

    assert done.returncode == 2
    assert "hier kan de bouw niet schrijven" in done.stderr
    assert "Traceback" not in done.stderr


def test_links_out_of_the_content_folder_stop_the_build(tmp_path):
    project = make_project(tmp_path, BASE / "content")
    pages = project / "content" / "pages"
    (pages / "geheim.md").symlink_to("/etc/passwd")
    (pages / "lus").symlink_to(pages)

    done = run_build(project)

    assert done.returncode == 1
    assert done.stderr.splitlines()[:4:2] == [
        "content/pages/geheim.md:1:1: BST005 dit is een koppeling naar iets anders",
        "content/pages/lus:1:1: BST005 dit is een koppeling naar iets anders",
    ]
    assert not (project / "output").exists()
