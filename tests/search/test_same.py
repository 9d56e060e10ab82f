"""The browser's scripts give the answers of `invoke search`: pages, sections, scores, remarks."""

import json
import random
from pathlib import Path

import pytest
import yaml

from plugins.search import export
from plugins.search.table import WordTable
from tests.search.conftest import build_small_site, open_index

RANDOM_QUERIES = 1000
LETTERS = "aeioudtkn"
JUDGED = sorted(Path(__file__).parent.glob("judged*.yaml"))


def spoil(rng: random.Random, word: str) -> str:
    """A word as somebody may mistype it."""
    place = rng.randrange(len(word))
    head, tail = word[:place], word[place:]
    letter = rng.choice(LETTERS)
    return rng.choice((head + tail[1:], head + letter + tail, head + letter + tail[1:]))


def make_word(rng: random.Random, words: list[str]) -> str:
    word = rng.choice(words)
    return rng.choice(
        (
            *(word,) * 12,
            spoil(rng, word),
            spoil(rng, spoil(rng, word) or word),
            word + rng.choice(words),
            word[: rng.randrange(2, 8)],
            f"-{word}",
            f'"{word} {rng.choice(words)}"',
            f"{rng.randrange(3000)}",
        )
    )


def make_queries(table: WordTable, count: int) -> list[tuple[str, bool]]:
    rng = random.Random(5)
    entries = table.entries
    said = [word for word in entries if entries[word].rank]
    # Most words of the table are other forms, or not of the site at all.
    words = [*said * (3 * len(entries) // len(said)), *entries]
    made = (
        " ".join(make_word(rng, words) for _ in range(rng.choice((1, 1, 2, 2, 3, 5))))
        for _ in range(count)
    )
    return [(query, rng.random() < 0.5) for query in made]


def tell(reply):
    """A reply as ask.mjs tells it."""
    return {
        "hits": [
            [
                hit.url,
                hit.score,
                [hit.url + (f"#{part.anchor}" if part.anchor else "") for part in hit.sections],
            ]
            for hit in reply.hits
        ],
        "count": reply.count,
        "also": list(reply.also),
        "corrected": reply.question.corrected if reply.hits else "",
        "cut": reply.question.cut,
    }


def check_same(index, export, asked, ask_browser):
    """The browser gives each of these queries the answer of an open index."""
    answers = ask_browser(export, asked)
    for (query, prefix), found in zip(asked, answers, strict=True):
        assert found == tell(index.ask(query, prefix=prefix)), query
    return sum(bool(found["hits"]) for found in answers)


def test_the_browser_answers_queries_of_all_kinds_alike(site, site_index, queries, ask_browser):
    asked = [(query, prefix) for query in queries for prefix in (False, True)]
    assert check_same(site_index, site.export, asked, ask_browser) >= 60


def test_with_many_files_of_terms_the_browser_looks_up_where_they_begin(
    tmp_path, queries, ask_browser, monkeypatch
):
    monkeypatch.setattr(export, "MOST_STARTS", 3)
    monkeypatch.setattr(export, "_PARTS", 3)
    monkeypatch.setattr(export, "NUMBERS_A_FILE", 30)
    site = build_small_site(tmp_path)
    collection = json.loads((site.export / "collection.json").read_bytes())
    assert collection["filesAStart"] > 1
    assert len(collection["terms"]) * collection["filesAStart"] >= collection["termFiles"]
    with open_index(site.index) as index:
        asked = [(query, prefix) for query in queries for prefix in (False, True)]
        assert check_same(index, site.export, asked, ask_browser) >= 60


def test_the_browser_answers_a_thousand_random_queries_alike(hub, hub_index, ask_browser):
    asked = make_queries(hub_index.table, RANDOM_QUERIES)
    found = check_same(hub_index, hub.output / "zoeken" / "index", asked, ask_browser)
    assert found >= RANDOM_QUERIES / 2


@pytest.mark.parametrize("path", JUDGED, ids=lambda path: path.stem)
def test_the_browser_answers_the_judged_queries_alike(hub, hub_index, ask_browser, path):
    asked = [(row["query"], False) for row in yaml.safe_load(path.read_text(encoding="utf-8"))]
    check_same(hub_index, hub.output / "zoeken" / "index", asked, ask_browser)


def find_build(site):
    return site.export / json.loads((site.export / "collection.json").read_bytes())["build"]


def remove_collection(site):
    (site.export / "collection.json").unlink()


def remove_words(site):
    for path in find_build(site).glob("words-*.json"):
        path.unlink()


def cut_terms(site):
    for path in find_build(site).glob("terms-*.json"):
        path.write_bytes(path.read_bytes()[:-5])


def age_terms(site):
    for path in find_build(site).glob("terms-*.json"):
        path.write_text(json.dumps({**json.loads(path.read_bytes()), "format": 1}))


@pytest.mark.parametrize(
    ("damage", "kind"),
    [
        (remove_collection, "missing"),
        (remove_words, "missing"),
        (cut_terms, "broken"),
        (age_terms, "version"),
    ],
)
def test_a_file_that_cannot_be_read_is_an_error_of_its_kind(own_site, ask_browser, damage, kind):
    damage(own_site)
    assert ask_browser(own_site.export, [("geweld", False)]) == [{"error": kind}]
