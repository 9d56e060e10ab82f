"""From content to visitors, as `invoke publish` does it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.publish.inspection import inspect_folder
from plugins.publish.problem import PublishError
from plugins.publish.publish import find_target, go_back
from tests.project import BASE, DAY, SITES, make_project
from tests.publish.test_servers import TODAY

PUBLISH = """
import sys
from pathlib import Path
from plugins.publish.publish import publish_site
sys.exit(publish_site(Path.cwd(), sys.argv[1], dry="--proef" in sys.argv))
"""


def publish(project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", PUBLISH, *arguments],
        cwd=project,
        env=os.environ | DAY | environment,
        capture_output=True,
        text=True,
    )


@pytest.fixture
def project(tmp_path) -> Path:
    (tmp_path / "hub").mkdir()
    return make_project(tmp_path / "hub", BASE / "content", SITES / "heel/content")


def test_a_site_goes_to_a_folder_and_back(project, tmp_path):
    www = tmp_path / "www"
    page = project / "content/pages/meer.md"

    first = publish(project, str(www))
    assert first.returncode == 0, first.stderr
    page.write_text(page.read_text().replace("Wat het kost", "Wat het echt kost"))
    second = publish(project, str(www))
    assert second.returncode == 0, second.stderr
    assert "Wat het echt kost" in (www / "current/meer/index.html").read_text()
    sent = next(line for line in second.stdout.splitlines() if line.startswith("Ongewijzigd: "))
    assert int(sent.removeprefix("Ongewijzigd: ")) > 30
    assert inspect_folder(www / "current", TODAY) == 0

    assert go_back(str(www)) == 0
    assert "Wat het echt kost" not in (www / "current/meer/index.html").read_text()
    assert inspect_folder(www / "current", TODAY) == 0


def test_without_an_owner_or_an_address_nothing_goes_and_a_dry_run_says_what_would(
    project, tmp_path
):
    region = project / "content/regio.yaml"
    kept = (
        line
        for line in region.read_text().splitlines()
        if not line.startswith(("eigenaar:", "adres:"))
    )
    region.write_text("\n".join(kept))

    done = publish(project, str(tmp_path / "www"))
    assert done.returncode == 1
    assert done.stderr.splitlines()[0] == (
        "content/regio.yaml: nog leeg: «eigenaar» en «adres». Daarom wordt er niets gepubliceerd."
    )
    assert not (tmp_path / "www").exists()

    proof = publish(project, str(tmp_path / "www"), "--proef")
    assert proof.returncode == 0, proof.stderr
    assert "Versturen: " in proof.stdout
    assert "  meer/index.html\n" in proof.stdout
    assert proof.stdout.endswith("Dit was een proef: er is niets verstuurd.\n")
    assert not (tmp_path / "www").exists()


def test_with_a_problem_in_the_content_nothing_goes(project, tmp_path):
    (project / "content/pages/meer.md").write_text("kapot")

    done = publish(project, str(tmp_path / "www"))

    assert done.returncode == 1
    assert "PAG001" in done.stderr
    assert not (tmp_path / "www").exists()


@pytest.mark.parametrize("where", ["", "  ", "ftp://host/map", "https://hub.example", "s3://"])
def test_a_place_that_cannot_be_is_refused(where):
    with pytest.raises(PublishError):
        find_target(where)


@pytest.mark.parametrize("where", ["s3://hub", "rsync:host:/map"])
def test_only_a_folder_has_a_way_back(where, capsys, monkeypatch):
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-west-1")
    assert go_back(where) == 2
    assert "Alleen een map bewaart eerdere versies" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_told(project, tmp_path):
    (tmp_path / "bestand").write_text("x")
    done = publish(project, str(tmp_path / "bestand" / "www"))
    assert done.returncode == 2
    assert done.stderr == (
        f"{tmp_path / 'bestand'}: hier kunt u geen versies van de site neerzetten.\n"
    )


def test_when_sending_breaks_off_it_says_what_holds(project, tmp_path):
    (tmp_path / "bin").mkdir()
    rsync = tmp_path / "bin/rsync"
    rsync.write_text("#!/bin/sh\necho 'de lijn viel weg' >&2\nexit 12\n")
    rsync.chmod(0o755)
    done = publish(project, "rsync:host:/map", PATH=f"{rsync.parent}:{os.environ['PATH']}")
    assert done.returncode == 2
    assert done.stderr.splitlines()[-2:] == [
        "rsync stopte (12): de lijn viel weg",
        "Wat bezoekers zien, werkt nog. Een nieuwe poging stuurt alleen de rest.",
    ]


def test_a_folder_without_a_site_is_told(tmp_path, capsys):
    assert inspect_folder(tmp_path / "weg", TODAY) == 2
    assert "deze map is er niet" in capsys.readouterr().err
    assert inspect_folder(tmp_path, TODAY) == 1
    assert "VER026" in capsys.readouterr().out
