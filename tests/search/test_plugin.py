"""Where search hangs in a Pelican build."""

import subprocess
import sys
from types import SimpleNamespace

import pytest
from blinker import Signal
from pelican import signals

from plugins import search
from plugins.search.answer import ask
from tests.project import ROOT


@pytest.fixture
def settings(site, tmp_path):
    """Pelican's settings at the end of a build of one page."""
    page = tmp_path / "output" / "kosten" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_bytes((site.output / "kosten" / "index.html").read_bytes())
    return {
        "OUTPUT_PATH": str(tmp_path / "output"),
        "SEARCH_INDEX_PATH": str(tmp_path / "index"),
        "SEARCH_SYNONYMS": [("prijs", "kosten")],
    }


def end_build(settings, monkeypatch):
    monkeypatch.setattr(signals, "finalized", Signal())
    search.register()
    signals.finalized.send(SimpleNamespace(settings=settings))


def assert_found(folder):
    assert [hit.url for hit in ask(folder / "index", "prijs").hits] == ["/kosten/"]
    assert (folder / "output" / "zoeken" / "index" / "collection.json").is_file()


def test_the_index_and_the_export_are_made_when_the_site_is_written(
    settings, tmp_path, monkeypatch
):
    end_build(settings, monkeypatch)
    assert_found(tmp_path)


def test_or_later_by_a_process_that_gets_the_order(settings, tmp_path, monkeypatch):
    order, kept = tmp_path / "order.json", tmp_path / "kept"
    left = {"SEARCH_ORDER": str(order), "MEMORY_PATH": str(kept)}
    end_build(settings | left, monkeypatch)
    assert not (tmp_path / "index").exists()

    subprocess.run([sys.executable, "-m", "plugins.search.order", order], check=True, cwd=ROOT)
    assert_found(tmp_path)
    assert list(kept.iterdir())
