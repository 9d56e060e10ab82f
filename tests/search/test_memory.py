"""What a build keeps for the next one: it changes nothing but the time."""

import shutil
import sys

import pytest

from plugins.core.memory import Memory
from plugins.search.build import SiteChangedError, build_search, find_search, read_runs
from tests.search.conftest import SYNONYMS, write_site


def keep(output):
    """Change nothing."""


def build(folder, memory=None, change=keep):
    """Build the small site anew, after a change; return its export by name."""
    shutil.rmtree(folder, ignore_errors=True)
    write_site(folder / "output")
    change(folder / "output")
    build_search(folder / "output", folder / "index", SYNONYMS, memory)
    return read_files(folder / "output" / "zoeken" / "index")


def read_files(export):
    paths = (path for path in export.rglob("*") if path.is_file())
    return {path.relative_to(export): path.read_bytes() for path in paths}


def edit(output):
    page = output / "kosten" / "index.html"
    text = page.read_text(encoding="utf-8")
    # A word that the dictionary has and the site had not: compounds may be cut otherwise.
    page.write_text(text.replace("begroting", "veiligheidsfiets"), encoding="utf-8")


def remove(output):
    shutil.rmtree(output / "wijk")


def _fail(*_):
    raise AssertionError("read anew")


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """The folder of a memory that a build has filled, and what that build exported."""
    folder = tmp_path_factory.mktemp("kept")
    return folder / "cache", build(folder / "site", Memory(folder / "cache"))


@pytest.fixture
def cache(kept, tmp_path):
    shutil.copytree(kept[0], tmp_path / "cache")
    return tmp_path / "cache"


@pytest.mark.parametrize(
    "change", [lambda output: None, edit, remove], ids=["none", "edit", "less"]
)
def test_a_build_with_a_memory_exports_what_one_without_does(cache, tmp_path, change, capsys):
    expected = build(tmp_path / "without", None, change)
    assert build(tmp_path / "with", Memory(cache), change) == expected
    assert build(tmp_path / "with", Memory(cache), change) == expected
    assert capsys.readouterr().err == ""


def test_what_is_kept_is_used(cache, tmp_path, monkeypatch):
    module = sys.modules["plugins.search.build"]  # the room has a function of that name
    monkeypatch.setattr(module, "find_document", _fail)
    monkeypatch.setattr(module, "read_dictionary", _fail)
    assert build(tmp_path / "site", Memory(cache))


def test_what_is_damaged_is_made_anew_with_a_word(kept, cache, tmp_path, capsys):
    for path in sorted(cache.iterdir()):
        path.write_bytes(path.read_bytes()[:-1])
    assert build(tmp_path / "site", Memory(cache)) == kept[1]
    told = capsys.readouterr().err.splitlines()
    assert sorted(line.split(":")[0] for line in told) == sorted(p.name for p in cache.iterdir())
    assert all("beschadigd" in line for line in told)


def test_bytes_that_are_no_memory_are_never_unpickled(kept, cache, tmp_path, capsys):
    for path in sorted(cache.iterdir()):
        path.write_bytes(b"cos\nsystem\n(S'false'\ntR.")
    assert build(tmp_path / "site", Memory(cache)) == kept[1]
    assert "beschadigd" in capsys.readouterr().err


def test_a_search_of_the_same_pages_finds_what_was_prepared(tmp_path, monkeypatch):
    expected = build(tmp_path / "whole")
    memory = Memory(tmp_path / "cache")
    write_site(tmp_path / "first")
    find_search(tmp_path / "first", SYNONYMS, memory)
    monkeypatch.setattr(sys.modules["plugins.search.build"], "find_document", _fail)
    assert build(tmp_path / "site", memory) == expected


@pytest.mark.parametrize(
    ("change", "synonyms", "same"),
    [(keep, SYNONYMS, True), (edit, SYNONYMS, False), (keep, (), False)],
)
def test_a_search_found_before_is_that_of_the_same_pages_only(
    cache, tmp_path, monkeypatch, change, synonyms, same
):
    write_site(tmp_path / "first")
    found = find_search(tmp_path / "first", synonyms, Memory(cache))
    expected = build(tmp_path / "whole", Memory(cache), change)
    write_site(tmp_path / "output")
    change(tmp_path / "output")
    if same:
        monkeypatch.setattr(sys.modules["plugins.search.build"], "build_lexicon", _fail)
    build_search(tmp_path / "output", tmp_path / "index", SYNONYMS, Memory(cache), found)
    assert read_files(tmp_path / "output" / "zoeken" / "index") == expected


def test_what_is_prepared_is_of_one_moment(tmp_path):
    write_site(tmp_path)
    run = next(run for run in read_runs(tmp_path) if "/kosten/" in run.paths)
    before = run.key
    edit(tmp_path)
    with pytest.raises(SiteChangedError):
        assert run.pages
    assert run.key == before
