"""Sending with the real rsync, to a folder on this disk as it would over SSH."""

import pytest

from plugins.core.manifest import render_manifest
from plugins.publish.problem import PublishError
from plugins.publish.rsync import Rsync
from tests.programs import require_program
from tests.publish.conftest import FIRST, SECOND, THIRD, quiet, read_texts

KEPT = {name: text for name, text in FIRST.items() if "/aaaaaaaaaaaa/" in name}


@pytest.fixture
def host(tmp_path):
    require_program("rsync")
    return Rsync(str(tmp_path / "www" / "hub"))


@pytest.fixture
def root(tmp_path):
    return tmp_path / "www" / "hub"


def test_a_site_goes_whole_then_only_what_changed_and_what_is_gone_goes(host, root, make_shipment):
    host.send(make_shipment(FIRST, host), quiet)
    assert read_texts(root) == FIRST
    kept_time = (root / "kosten/index.html").stat().st_mtime_ns

    second = make_shipment(SECOND, host)
    assert "kosten/index.html" not in second.plan.changed
    host.send(second, quiet)
    assert read_texts(root) == SECOND | KEPT
    assert (root / "kosten/index.html").stat().st_mtime_ns == kept_time
    assert not (root / "weg/index.html.br").exists()
    assert (root / "nieuw/index.html.br").exists()

    host.send(make_shipment(THIRD, host), quiet)
    assert read_texts(root) == THIRD


def test_files_of_others_at_the_host_are_left_alone(host, root, make_shipment):
    host.send(make_shipment(FIRST, host), quiet)
    (root / "van-iemand.html").write_text("van iemand")
    host.send(make_shipment(SECOND, host), quiet)
    assert (root / "van-iemand.html").read_text() == "van iemand"


def test_after_a_broken_try_the_next_sends_the_rest(host, root, make_shipment):
    host.send(make_shipment(FIRST, host), quiet)
    plan = make_shipment(SECOND, host).plan
    host.put_manifest(render_manifest(plan.meanwhile))
    (root / "index.html").write_text("half")  # what a broken try may have left

    host.send(make_shipment(FIRST, host), quiet)

    assert read_texts(root) == FIRST
    assert host.read_manifest() == render_manifest(make_shipment(FIRST, host).manifest)


def test_what_rsync_says_is_told(tmp_path):
    require_program("rsync")
    (tmp_path / "bestand").write_text("x")
    with pytest.raises(PublishError, match="rsync stopte"):
        Rsync(str(tmp_path / "bestand" / "hub")).put_manifest("x")


@pytest.mark.parametrize("place", ["", "-e sh", "--rsh=x"])
def test_an_option_is_no_place(place):
    require_program("rsync")
    with pytest.raises(PublishError, match="Schrijf een plek"):
        Rsync(place).check()


def test_without_the_program_it_says_how_to_get_it(monkeypatch):
    monkeypatch.setenv("PATH", "/nergens")
    with pytest.raises(PublishError, match="apt-get install rsync"):
        Rsync("host:/map").check()
