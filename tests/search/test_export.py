"""The static files, read back by a second, slow and obvious reader that knows no Whoosh."""

import json
import math

import pytest

from plugins.search.answer import read_word_table, search_index
from plugins.search.build import build_search
from plugins.search.export import FORMAT
from plugins.search.query import find_terms


def read_export(folder):
    collection = json.loads((folder / "collection.json").read_bytes())
    parts = {
        part: json.loads((folder / name).read_bytes()) for part, name in collection["files"].items()
    }
    return collection, parts


def compute_scores(collection, parts, terms):
    """BM25F as the literature has it, over the exported numbers."""
    ranking, scores = collection["ranking"], {}
    for term in terms:
        for number, matches in enumerate(parts["postings"][term]):
            field = ranking["fields"][number]
            pairs = list(zip(matches[::2], matches[1::2], strict=True))
            idf = math.log(ranking["pages"] / (len(pairs) + 1)) + 1
            for page, frequency in pairs:
                length = parts["pages"][page]["lengths"][number]
                norm = 1 - field["b"] + field["b"] * length / field["average"]
                score = idf * frequency * (ranking["k1"] + 1) / (frequency + ranking["k1"] * norm)
                scores[page] = scores.get(page, 0) + field["boost"] * score
    return {parts["pages"][page]["url"]: score for page, score in scores.items()}


def test_the_exported_numbers_give_the_scores_of_the_index(site, queries):
    collection, parts = read_export(site.export)
    words = dict(zip(parts["words"]["words"], parts["words"]["terms"], strict=True))
    table = read_word_table(site.index)
    numbers = {term: n for word, terms in table.words.items()
               for term, n in zip(terms, words[word], strict=True)}  # fmt: skip
    answered = 0
    for query in queries:
        terms = [numbers[term] for term in find_terms(table, query)]
        expected = {hit.url: hit.score for hit in search_index(site.index, query, 99)}
        assert compute_scores(collection, parts, terms) == pytest.approx(expected, abs=2e-6), query
        answered += bool(expected)
    assert answered >= 20


def test_the_words_are_sorted_and_each_has_its_terms(site):
    _, parts = read_export(site.export)
    words = parts["words"]["words"]
    assert words == sorted(words)
    assert len(words) == len(parts["words"]["terms"])
    assert all(number < len(parts["postings"]) for ns in parts["words"]["terms"] for number in ns)


def test_the_collection_names_its_format_and_its_files(site):
    collection, parts = read_export(site.export)
    assert collection["format"] == FORMAT
    assert set(parts) == {"words", "postings", "pages"}


def test_the_same_site_gives_the_same_bytes(site, make_site):
    again = make_site()
    first = {path.name: path.read_bytes() for path in site.export.iterdir()}
    assert first == {path.name: path.read_bytes() for path in again.export.iterdir()}


def test_the_export_holds_nothing_of_the_index_but_json(site):
    assert {path.suffix for path in site.export.iterdir()} == {".json"}
    assert len(list(site.export.iterdir())) == 4


def test_a_new_build_leaves_no_file_of_the_old_one(make_site):
    site = make_site()
    page = site.output / "kosten" / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("begroting", "rekening"), "utf-8")
    build_search(site.output, site.index)
    assert len(list(site.export.iterdir())) == 4
    assert search_index(site.index, "begroting") == ()
