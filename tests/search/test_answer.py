"""What `invoke search` says."""

import json

import pytest

from plugins.search.answer import NoIndexError, render_json, render_text, search_index
from plugins.search.index import Hit, build_index


@pytest.mark.parametrize(
    ("query", "url"),
    [
        ("kosten gemeente", "/kosten/"),
        ("raadsleden", "/"),
        ("leerkracht", "/handle-with-care/scholen/"),
        ("<img src=x onerror=alert(1)>", "/proef/"),
        ("hulp", "/hulp-nu/"),
        ("0800-2000", "/hulp-nu/"),
        ("4,85", "/kosten/"),
        ("1500 euro", "/kosten/"),
        ("gids basisschool", "/handle-with-care/scholen/"),
        ("coordinator", "/handle-with-care/"),
        ("HwC", "/handle-with-care/"),
        ("leerplicht", "/begrippen/"),
    ],
)
def test_the_first_hit(site, query, url):
    assert search_index(site.index, query)[0].url == url


def test_equal_scores_are_ordered_by_address(site):
    first, second = search_index(site.index, "convenant")
    assert first.score == second.score
    assert (first.url, second.url) == ("/tweeling/a/", "/tweeling/b/")


def test_a_title_weighs_more_than_a_text(site):
    assert search_index(site.index, "begrippen")[0].title == "Begrippen"


def test_what_is_skipped_is_not_found(site):
    assert search_index(site.index, "overgeslagen") == ()
    assert search_index(site.index, "menu") == ()


def test_the_limit_cuts_the_end_of_the_list(site):
    hits = search_index(site.index, "geweld")
    assert len(hits) > 2
    assert search_index(site.index, "geweld", limit=2) == hits[:2]


@pytest.mark.parametrize(
    "query",
    ["", " ", "de het een", "?!", "\x00\x07", "<script>", "q" * 10_000, "家"],
)
def test_bad_queries_find_nothing_and_raise_nothing(site, query):
    assert search_index(site.index, query) == ()


def test_without_an_index_the_message_says_what_to_do(tmp_path):
    with pytest.raises(NoIndexError, match="nog geen index: draai eerst `make site`"):
        search_index(tmp_path / "leeg", "kosten")


def test_an_index_whose_build_was_cut_short_is_no_index(tmp_path):
    build_index((), tmp_path / "index")
    with pytest.raises(NoIndexError):
        search_index(tmp_path / "index", "kosten")


def test_hits_as_json_are_a_list_of_url_title_and_score():
    hits = (Hit("/a/", "Één", 2.5),)
    assert json.loads(render_json(hits)) == [{"url": "/a/", "title": "Één", "score": 2.5}]
    assert json.loads(render_json(())) == []


def test_hits_as_text_are_a_line_each():
    text = render_text((Hit("/a/", "Een", 2.5), Hit("/b/", "Twee", 1.0)))
    assert [line.split() for line in text.splitlines()] == [
        ["2.500", "/a/", "Een"],
        ["1.000", "/b/", "Twee"],
    ]
    assert render_text(()) == "niets gevonden"
