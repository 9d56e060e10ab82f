"""A folder with releases: always one whole site, and a way back."""

import gzip
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import brotli
import pytest

from plugins.publish.problem import PublishError
from plugins.publish.releases import Releases
from tests.circle import count
from tests.project import ROOT
from tests.publish.conftest import FIRST, SECOND, THIRD, quiet, read_texts

KEPT = {name: text for name, text in FIRST.items() if "/aaaaaaaaaaaa/" in name}


@pytest.fixture
def releases(tmp_path):
    return Releases(tmp_path / "www")


def test_a_first_release_is_whole_and_can_be_seen(releases, make_shipment):
    releases.send(make_shipment(FIRST, releases), quiet)
    assert read_texts(releases.root / "current") == FIRST


def test_a_next_release_holds_the_new_site_and_what_open_pages_still_ask(releases, make_shipment):
    releases.send(make_shipment(FIRST, releases), quiet)
    releases.send(make_shipment(SECOND, releases), quiet)
    assert read_texts(releases.root / "current") == SECOND | KEPT

    releases.send(make_shipment(THIRD, releases), quiet)
    assert read_texts(releases.root / "current") == THIRD


def test_what_did_not_change_is_the_same_on_disk(releases, make_shipment):
    releases.send(make_shipment(FIRST, releases), quiet)
    before = (releases.root / "current/delen.png").stat()
    releases.send(make_shipment(SECOND, releases), quiet)
    after = (releases.root / "current/delen.png").stat()
    assert (after.st_ino, after.st_mtime) == (before.st_ino, before.st_mtime)


def test_packed_files_stand_beside_and_hold_the_same(releases, make_shipment):
    releases.send(make_shipment(FIRST, releases), quiet)
    releases.send(make_shipment(SECOND, releases), quiet)
    for path in (releases.root / "current").rglob("*.html"):
        assert gzip.decompress(Path(f"{path}.gz").read_bytes()) == path.read_bytes()
        assert brotli.decompress(Path(f"{path}.br").read_bytes()) == path.read_bytes()
    assert not (releases.root / "current/weg/index.html.gz").exists()
    assert not (releases.root / "current/delen.png.gz").exists()


def test_going_back_is_one_step_and_can_be_done_again(releases, make_shipment):
    for texts in (FIRST, SECOND, THIRD):
        releases.send(make_shipment(texts, releases), quiet)

    releases.go_back(quiet)
    assert read_texts(releases.root / "current") == SECOND | KEPT
    releases.go_back(quiet)
    assert read_texts(releases.root / "current") == FIRST
    with pytest.raises(PublishError, match="geen eerdere versie"):
        releases.go_back(quiet)

    releases.send(make_shipment(THIRD, releases), quiet)
    assert read_texts(releases.root / "current") == THIRD | KEPT


def test_only_the_newest_releases_are_kept(releases, make_shipment):
    for number in range(8):
        releases.send(make_shipment({"index.html": str(number)}, releases), quiet)
    names = sorted(path.name[:6] for path in (releases.root / "releases").iterdir())
    assert names == [f"{number:06d}" for number in range(4, 9)]


def test_a_server_of_another_user_can_read_all_whatever_the_umask(releases, make_shipment):
    old = os.umask(0o077)
    try:
        releases.send(make_shipment(FIRST, releases), quiet)
    finally:
        os.umask(old)
    for path in (releases.root / "current").resolve().rglob("*"):
        assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644), path


@pytest.mark.parametrize("there", ["vreemd.txt", "current/index.html"])
def test_a_folder_of_somebody_else_is_left_alone(releases, make_shipment, there):
    path = releases.root / there
    path.parent.mkdir(parents=True)
    path.write_text("van iemand", encoding="utf-8")
    with pytest.raises(PublishError):
        releases.send(make_shipment(FIRST, releases), quiet)
    assert read_texts(releases.root) == {there: "van iemand"}


def test_a_file_in_its_place_is_refused(releases, make_shipment):
    releases.root.write_text("van iemand", encoding="utf-8")
    with pytest.raises(PublishError, match="geen versies van de site neerzetten"):
        releases.send(make_shipment(FIRST, releases), quiet)


def test_two_at_once_are_refused(releases, make_shipment):
    from plugins.publish.lock import LockedError, hold_lock

    releases.send(make_shipment(FIRST, releases), quiet)
    with hold_lock(releases.root / ".lock"), pytest.raises(LockedError):
        releases.send(make_shipment(SECOND, releases), quiet)
    assert read_texts(releases.root / "current") == FIRST


SENDER = """
import sys
from pathlib import Path
from plugins.core.manifest import Manifest, find_manifest
from plugins.publish.plan import plan_sending
from plugins.publish.releases import Releases
from plugins.publish.shipment import Shipment
site, root = Path(sys.argv[1]), Path(sys.argv[2])
releases = Releases(root)
new = find_manifest((site / "SHA256SUMS").read_text())
plan = plan_sending(find_manifest(releases.read_manifest()) or Manifest({}), new)
print("begin", flush=True)
releases.send(Shipment(site, new, plan), lambda text: None)
"""


def start_sending(site: Path, root: Path, **options) -> subprocess.Popen:
    command = [sys.executable, "-c", SENDER, str(site), str(root)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, **options)


def test_a_publish_that_is_killed_leaves_one_whole_site(releases, make_shipment):
    old = {f"{number}/index.html": "oud" for number in range(300)}
    new = {f"{number}/index.html": "nieuw" for number in range(300)}
    releases.send(make_shipment(old, releases), quiet)
    shipment = make_shipment(new, releases)
    tries, seen = count(desk=3, ci=20, long=200), set()
    for number in range(tries):
        releases.send(make_shipment(old, releases), quiet)
        with start_sending(shipment.site, releases.root) as process:
            process.stdout.readline()
            try:
                process.wait(timeout=0.15 * number / tries)
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
        found = read_texts(releases.root / "current")
        assert found in (old, new)
        seen.add(found == old)
    assert True in seen, "no kill came in time"
    releases.send(make_shipment(new, releases), quiet)
    assert read_texts(releases.root / "current") == new
    assert not list((releases.root / "releases").glob(".new-*"))


def test_a_full_disk_leaves_the_site_before(releases, make_shipment):
    releases.send(make_shipment(FIRST, releases), quiet)
    shipment = make_shipment(SECOND | {"groot.pdf": "x" * 100_000}, releases)

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))

    with start_sending(
        shipment.site, releases.root, preexec_fn=limit, stderr=subprocess.DEVNULL
    ) as process:
        assert process.wait() != 0
    assert read_texts(releases.root / "current") == FIRST
    assert len(list((releases.root / "releases").iterdir())) == 1
