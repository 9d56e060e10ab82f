"""The search page in a real Chromium: the same answers as Whoosh, and no trace of the query."""

import json

import pytest

from plugins.search.answer import ask
from plugins.search.dutch import find_keys
from plugins.search.files import FORMAT
from tests.circle import NOT_AT_THE_DESK

# The same scripts are asked in test_same.py, and on the hub's own page in tests/browser.
pytestmark = NOT_AT_THE_DESK

FIELD = "input[type=search]"
HITS = "[data-search-results] [data-search-hit]"

ANNOUNCED = """() => {
  const { textContent } = document.querySelector('[role=status]');
  return textContent && textContent !== 'Bezig met zoeken…';
}"""
ANSWER_ALL = """async (queries) => {
  const { load } = await import('/theme/js/search/search.js');
  const search = await load('../zoeken/index/');
  const answers = await Promise.all(queries.map((query) => search.query(query, { limit: 99 })));
  return answers.map(({ hits }) => hits.map(({ url, score }) => [url, score]));
}"""
FOLD_ALL = """async (texts) => {
  const { findMarks, fold, join, writeDates } = await import('/theme/js/search/fold.js');
  const spelling = await (await fetch('index/collection.json')).json();
  return texts.map((text) => findMarks(writeDates(fold(text, spelling), spelling))
    .map(({ word }) => join(word)));
}"""
EXCERPTS = """async (query) => {
  const { load } = await import('/theme/js/search/search.js');
  const search = await load('../zoeken/index/');
  const { hits: [hit] } = await search.query(query);
  return hit.readExcerpts();
}"""


@pytest.fixture
def search_page(page, serve, site):
    page.goto(f"{serve(site)}/zoeken/index.html")
    return page


def search(page, query):
    """Type a query; give the titles of the hits once their number is announced."""
    page.evaluate("() => { document.querySelector('[role=status]').textContent = ''; }")
    page.fill(FIELD, query)
    page.wait_for_function(ANNOUNCED)
    return page.locator(HITS).locator("a").all_inner_texts()


def test_the_browser_ranks_and_scores_as_the_index_does(search_page, site, queries):
    answers = search_page.evaluate(ANSWER_ALL, list(queries))
    for query, answer in zip(queries, answers, strict=True):
        hits = ask(site.index, query, limit=99).hits
        assert answer == [[hit.url, hit.score] for hit in hits], query


def test_an_excerpt_marks_the_words_that_were_searched(search_page):
    excerpt, *_ = search_page.evaluate(EXCERPTS, "kosten van een programma")
    text = "".join(piece["text"] for piece in excerpt)
    assert "telt alle kosten van het programma." in text
    assert {piece["text"] for piece in excerpt if piece["marked"]} >= {"kosten", "programma."}


def test_the_browser_finds_the_same_words_in_a_text(search_page, queries):
    texts = [*queries, "4.85 1.500,- ’s-Gravenhage e\u2011mail co\u0308o\u00adp ĲŁßſ", "q" * 10_000]
    assert search_page.evaluate(FOLD_ALL, texts) == [list(find_keys(text)) for text in texts]


@pytest.mark.parametrize("query", ["kosten gemeente", "schoolveilig", "blauw oog", "tweeling"])
def test_the_page_shows_the_hits_of_the_index(search_page, site, query):
    expected = [hit.title for hit in ask(site.index, query, prefix=True).hits]
    assert search(search_page, query) == expected
    assert str(len(expected)) in search_page.inner_text("[role=status]")


def test_a_hit_leads_to_its_page(search_page):
    search(search_page, "begroting")
    search_page.click(f"{HITS} a")
    assert search_page.url.endswith("/kosten/")


def test_titles_and_summaries_are_text_and_never_markup(search_page):
    assert search(search_page, "ongevaarlijke") == ["<b>Proef</b>"]
    shown = search_page.inner_text(f"{HITS} p")
    assert shown == "<img src=x onerror=alert(1)> Ongevaarlijke opmaak."
    assert search_page.locator(f"{HITS} img").count() == 0


def test_enter_stays_on_the_page_and_the_query_leaves_no_trace(search_page):
    address = search_page.url
    length = search_page.evaluate("history.length")
    search(search_page, "geweld")
    search_page.press(FIELD, "Enter")
    assert search_page.locator(HITS).count() > 1
    assert search_page.url == address
    assert search_page.evaluate("history.length") == length
    assert search_page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert search_page.evaluate("document.cookie") == ""


def test_a_query_in_the_address_is_read_and_removed(page, serve, site):
    address = f"{serve(site)}/zoeken/index.html"
    page.goto(f"{address}#q=kosten%20gemeente")
    page.wait_for_selector(HITS)
    assert page.input_value(FIELD) == "kosten gemeente"
    assert page.url == address


def test_a_broken_query_in_the_address_does_nothing(page, serve, site):
    address = f"{serve(site)}/zoeken/index.html"
    page.goto(f"{address}#q=%E0%A4%A")
    page.wait_for_function("() => !location.hash")
    assert page.input_value(FIELD) == ""
    assert page.url == address


def test_nothing_found_is_said(search_page):
    assert search(search_page, "xyzzy") == []
    assert search_page.inner_text("[role=status]") == "Niets gevonden."


def test_an_emptied_field_empties_the_list(search_page):
    search(search_page, "geweld")
    search_page.fill(FIELD, "")
    search_page.wait_for_function("() => !document.querySelector('[data-search-hit]')")
    search_page.wait_for_function("() => !document.querySelector('[role=status]').textContent")


@pytest.mark.parametrize(
    "query", ["q" * 10_000, "\x07", "?!", "de het een", "<img onerror=alert(1)>"]
)
def test_bad_queries_break_nothing(search_page, query):
    errors = []
    search_page.on("pageerror", lambda error: errors.append(error))
    search(search_page, query)
    assert len(search(search_page, "tweeling")) == 2
    assert errors == []


def break_nothing_fetched(site):
    (site.export / "collection.json").unlink()


def break_by_cutting(site):
    for path in site.export.rglob("terms-*.json"):
        path.write_bytes(path.read_bytes()[:-10])


def break_by_format(site):
    path = site.export / "collection.json"
    collection = json.loads(path.read_bytes())
    path.write_text(json.dumps({**collection, "format": FORMAT + 1}), encoding="utf-8")


@pytest.mark.parametrize("damage", [break_nothing_fetched, break_by_cutting, break_by_format])
def test_an_index_that_cannot_be_read_is_said_and_tried_again(page, serve, own_site, damage):
    whole = {path: path.read_bytes() for path in own_site.export.rglob("*.json")}
    damage(own_site)
    page.goto(f"{serve(own_site)}/zoeken/index.html")
    page.fill(FIELD, "geweld")
    page.get_by_text("Zoeken lukt nu niet.").wait_for()
    assert page.locator(HITS).count() == 0
    for path, data in whole.items():
        path.write_bytes(data)
    page.fill(FIELD, "kosten")
    page.wait_for_selector(HITS)


def test_the_script_asks_nobody_but_this_site(page, serve, site):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    address = serve(site)
    page.goto(f"{address}/zoeken/index.html")
    search(page, "kosten")
    assert {url for url in asked if not url.startswith(f"{address}/")} == set()
    assert not any("kosten" in url for url in asked)
