"""Where search hangs in a Pelican build."""

from types import SimpleNamespace

from blinker import Signal
from pelican import signals

from plugins import search
from plugins.search.answer import ask


def test_the_index_and_the_export_are_made_when_the_site_is_written(site, tmp_path, monkeypatch):
    monkeypatch.setattr(signals, "finalized", Signal())
    search.register()
    output = tmp_path / "output"
    page = output / "kosten" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_bytes((site.output / "kosten" / "index.html").read_bytes())
    settings = {
        "OUTPUT_PATH": str(output),
        "SEARCH_INDEX_PATH": str(tmp_path / "index"),
        "SEARCH_SYNONYMS": [("prijs", "kosten")],
    }
    signals.finalized.send(SimpleNamespace(settings=settings))
    assert [hit.url for hit in ask(tmp_path / "index", "prijs").hits] == ["/kosten/"]
    assert (output / "zoeken" / "index" / "collection.json").is_file()
