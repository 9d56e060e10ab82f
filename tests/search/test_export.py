"""The static files; what they answer stands in test_same.py."""

import json
import shutil

from plugins.search.answer import ask
from plugins.search.build import build_search
from plugins.search.files import FORMAT
from plugins.search.store import read_word_table
from tests.search.conftest import build_small_site


def read_files(export):
    """Every file of an export by its name in the folder of the build."""
    collection = json.loads((export / "collection.json").read_bytes())
    folder = export / collection["build"]
    files = {
        path.relative_to(folder).as_posix(): json.loads(path.read_bytes())
        for path in folder.rglob("*.json")
    }
    return collection, files


def join_files(files, part, key):
    count = sum(name.startswith(f"{part}-") for name in files)
    return [item for number in range(count) for item in files[f"{part}-{number}.json"][key]]


def test_every_file_names_its_format(site):
    collection, files = read_files(site.export)
    assert collection["format"] == FORMAT
    assert {value["format"] for value in files.values()} == {FORMAT}


def test_the_words_are_sorted_and_complete(site):
    collection, files = read_files(site.export)
    words = join_files(files, "words", "words")
    assert words == sorted(words)
    table = read_word_table(site.index)
    assert [word for word in words if not word.endswith("*")] == table.words
    assert len(collection["words"]) > 1
    for number, start in enumerate(collection["words"]):
        inside = files[f"words-{number}.json"]["words"]
        assert inside[0] >= start
        assert not number or files[f"words-{number - 1}.json"]["words"][-1] < start


def test_a_beginning_that_two_files_share_has_its_completions(site):
    collection, files = read_files(site.export)
    table = read_word_table(site.index)
    words, entries = join_files(files, "words", "words"), join_files(files, "words", "entries")
    found = {w[:-1]: e for w, e in zip(words, entries, strict=True) if w.endswith("*")}
    assert found
    for prefix, row in found.items():
        assert tuple(row.split()) == table.find_completions(prefix)
    for number in range(1, len(collection["words"])):
        before = files[f"words-{number - 1}.json"]["words"][-1]
        after = files[f"words-{number}.json"]["words"][0]
        if before[:3] == after[:3] and len(after) > 2:
            assert after[:3] in found


def test_the_terms_are_sorted_and_places_go_with_them(site):
    collection, files = read_files(site.export)
    terms = join_files(files, "terms", "terms")
    assert terms == sorted(terms) == join_files(files, "places", "terms")
    for number, start in enumerate(collection["terms"]):
        assert next(iter(files[f"terms-{number}.json"]["terms"])).startswith(start)


def test_every_page_has_its_text_apart(site):
    collection, files = read_files(site.export)
    pages = join_files(files, "pages", "pages")
    assert len(pages) == len(collection["pages"])
    assert [page[0] for page in pages] == sorted(page[0] for page in pages)
    for number, (_, _, sections) in enumerate(pages):
        parts = [value for name, value in files.items() if name.startswith(f"texts/{number}-")]
        assert sum(len(part["texts"]) for part in parts) == len(sections) + 1


def test_no_text_stands_in_the_files_that_every_query_needs(site):
    collection, files = read_files(site.export)
    assert "Ongevaarlijke" not in json.dumps(collection)
    holders = [name for name, value in files.items() if "Ongevaarlijke" in json.dumps(value)]
    assert [name.split("/")[0] for name in holders] == ["texts"]


def test_the_same_site_gives_the_same_bytes(site, tmp_path):
    again = build_small_site(tmp_path)

    def read(folder):
        paths = (path for path in folder.rglob("*") if path.is_file())
        return {path.relative_to(folder): path.read_bytes() for path in paths}

    assert read(site.export) == read(again.export)


def test_the_export_holds_nothing_but_json(site):
    assert {path.suffix for path in site.export.rglob("*") if path.is_file()} == {".json"}


def test_a_new_build_leaves_no_file_of_the_old_one(own_site):
    page = own_site.output / "kosten" / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("begroting", "rekening"), "utf-8")
    build_search(own_site.output, own_site.index)
    assert len(list(own_site.export.iterdir())) == 2
    assert ask(own_site.index, "begroting").hits == ()


def test_a_build_over_an_old_one_makes_what_one_from_nothing_does(own_site):
    page = own_site.output / "kosten" / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("begroting", "rekening"), "utf-8")
    (before,) = (path for path in own_site.export.iterdir() if path.is_dir())
    old = {path.stat().st_ino for path in before.rglob("*.json")}
    build_search(own_site.output, own_site.index)
    over = read_files(own_site.export)
    assert old & {path.stat().st_ino for path in own_site.export.rglob("*.json")}
    shutil.rmtree(own_site.export)
    build_search(own_site.output, own_site.index)
    assert over == read_files(own_site.export)
