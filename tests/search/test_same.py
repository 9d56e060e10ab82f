"""The browser's scripts give the answers of `invoke search`: pages, sections, scores, remarks."""

import json
import random
from pathlib import Path

import pytest
import yaml

from plugins.search.answer import ask
from plugins.search.store import read_word_table

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


def make_queries(index: Path, count: int) -> list[tuple[str, bool]]:
    rng = random.Random(5)
    entries = read_word_table(index).entries
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


def test_the_browser_answers_queries_of_all_kinds_alike(site, queries, ask_browser):
    asked = [(query, prefix) for query in queries for prefix in (False, True)]
    answers = ask_browser(site.export, asked)
    for (query, prefix), answer in zip(asked, answers, strict=True):
        assert answer == tell(ask(site.index, query, prefix=prefix)), query
    assert sum(bool(answer["hits"]) for answer in answers) >= 60


def test_the_browser_answers_a_thousand_random_queries_alike(site, ask_browser):
    asked = make_queries(site.index, RANDOM_QUERIES)
    answers = ask_browser(site.export, asked)
    for (query, prefix), answer in zip(asked, answers, strict=True):
        assert answer == tell(ask(site.index, query, prefix=prefix)), query
    assert sum(bool(answer["hits"]) for answer in answers) >= RANDOM_QUERIES / 2


@pytest.mark.parametrize("path", JUDGED, ids=lambda path: path.stem)
def test_the_browser_answers_the_judged_queries_alike(site, ask_browser, path):
    asked = [(row["query"], True) for row in yaml.safe_load(path.read_text(encoding="utf-8"))]
    answers = ask_browser(site.export, asked)
    for (query, prefix), answer in zip(asked, answers, strict=True):
        assert answer == tell(ask(site.index, query, prefix=prefix)), query


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
def test_a_file_that_cannot_be_read_is_an_error_of_its_kind(make_site, ask_browser, damage, kind):
    site = make_site()
    damage(site)
    assert ask_browser(site.export, [("geweld", False)]) == [{"error": kind}]
