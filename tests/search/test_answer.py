"""What `invoke search` says, over a small site."""

import json

import pytest

from plugins.search.answer import Reply, ask, render_json, render_text
from plugins.search.index import IndexReader
from plugins.search.question import Question
from plugins.search.rank import Hit, SectionHit
from plugins.search.store import WORD_TABLE, NoIndexError


def find_urls(site, query, **options):
    return [hit.url for hit in ask(site.index, query, limit=99, **options).hits]


@pytest.mark.parametrize(
    ("query", "url"),
    [
        ("kosten gemeente", "/kosten/"),
        ("raadsleden", "/"),
        ("leerkracht", "/handle-with-care/scholen/"),
        ("<img src=x onerror=alert(1)>", "/proef/"),
        ("hulp", "/hulp-nu/"),
        ("0800-2000", "/hulp-nu/"),
        ("0800 2000", "/hulp-nu/"),
        ("4,85", "/kosten/"),
        ("4.85 per kind", "/kosten/"),
        ("1500 euro", "/kosten/"),
        ("gids basisschool", "/handle-with-care/scholen/"),
        ("coordinator", "/handle-with-care/"),
        ("HwC", "/handle-with-care/"),
        ("leerplicht", "/begrippen/"),
        ("veiligheidsplan", "/handle-with-care/scholen/"),
        ("school veiligheids plan", "/handle-with-care/scholen/"),
        ("school-veiligheidsplan", "/handle-with-care/scholen/"),
        ("basischool", "/handle-with-care/scholen/"),
        ("kinderen gebeld", "/hulp-nu/"),
        ("juf", "/handle-with-care/"),
        ("kind met een blauw oog", "/handle-with-care/"),
    ],
)
def test_the_first_hit(site, query, url):
    assert find_urls(site, query)[0] == url


@pytest.mark.parametrize(
    "query",
    [
        "papa slaat mama",
        "papa slaat mama wat kan ik doen",
        "wat kost het als iemand slaat",
        "ik ben bang voor papa",
        "bang voor pappa",
        "mijn leerkracht slaatt een kind op school",
    ],
)
def test_words_of_somebody_in_danger_lead_to_the_page_of_help_first(site, query):
    assert find_urls(site, query)[0] == "/hulp-nu/"


def test_hits_are_grouped_by_page_with_the_best_section_first(site):
    (hit, *_) = ask(site.index, "afspraken leerkrachten").hits
    assert hit.url == "/handle-with-care/scholen/"
    assert hit.sections[0].anchor == "afspraken"
    urls = find_urls(site, "geweld kind school")
    assert len(urls) == len(set(urls))


def test_equal_scores_are_ordered_by_address(site):
    first, second = ask(site.index, "convenant").hits
    assert first.score == second.score
    assert (first.url, second.url) == ("/tweeling/a/", "/tweeling/b/")


def test_a_phrase_must_stand_so_and_in_one_place(site):
    assert find_urls(site, '"stappen bij een vermoeden"') == ["/begrippen/"]
    assert find_urls(site, '"vermoeden bij een stappen"') == []
    assert find_urls(site, '"handle with care"') == ["/handle-with-care/"]


def test_a_phrase_of_stop_words_is_found_where_it_stands(site):
    assert find_urls(site, '"bij een"') == ["/begrippen/"]
    assert find_urls(site, '"een bij"') == []


def test_minus_leaves_pages_out(site):
    both = find_urls(site, "geweld")
    assert {"/begrippen/", "/tweeling/a/"} <= set(both)
    without = find_urls(site, "geweld -convenant")
    assert set(both) - set(without) == {"/tweeling/a/", "/tweeling/b/"}


def test_a_page_that_has_too_little_of_a_question_is_no_answer(site):
    assert find_urls(site, "recept appeltaart kosten zonder suiker") == []
    assert find_urls(site, "kosten") != []


def test_what_is_skipped_is_not_found(site):
    assert find_urls(site, "overgeslagen") == []
    assert find_urls(site, "menu") == []


def test_the_limit_cuts_the_end_of_the_list(site):
    reply = ask(site.index, "geweld")
    assert reply.count > 2
    cut = ask(site.index, "geweld", limit=2)
    assert (cut.hits, cut.count) == (reply.hits[:2], reply.count)


@pytest.mark.parametrize(
    "query",
    [
        "",
        " ",
        "de het een",
        "?!",
        "\x00\x07",
        "<script>",
        "q" * 10_000,
        "家",
        "-kosten",
        '"de het"',
    ],
)
def test_bad_queries_find_nothing_and_raise_nothing(site, query):
    assert find_urls(site, query, prefix=True) == []


def test_what_was_searched_too_is_told(site):
    assert ask(site.index, "juf").also == ("leraar",)
    assert ask(site.index, "basischool").question.corrected == "basisschool"


def test_without_an_index_the_message_says_what_to_do(tmp_path):
    with pytest.raises(NoIndexError, match="nog geen zoekindex: draai eerst `make site`"):
        ask(tmp_path / "leeg", "kosten")


def cut_table(index):
    path = index / WORD_TABLE
    path.write_bytes(path.read_bytes()[:-20])


def cut_index(index):
    path = max(index.glob("*.seg"), key=lambda path: path.stat().st_size)
    path.write_bytes(path.read_bytes()[:-20])


def remove_index(index):
    next(index.glob("*.toc")).unlink()


@pytest.mark.parametrize("damage", [cut_table, cut_index, remove_index])
def test_a_damaged_index_is_told(own_site, damage):
    damage(own_site.index)
    with pytest.raises(NoIndexError, match="de zoekindex is beschadigd: draai `make site`"):
        ask(own_site.index, "kosten")


def test_an_index_of_another_version_is_told(own_site):
    path = own_site.index / WORD_TABLE
    path.write_text(json.dumps({**json.loads(path.read_bytes()), "format": 1}), encoding="utf-8")
    with pytest.raises(NoIndexError, match="de zoekindex is van een andere versie"):
        ask(own_site.index, "kosten")


def test_an_index_whose_build_was_cut_short_is_no_index(own_site):
    (own_site.index / WORD_TABLE).unlink()
    with pytest.raises(NoIndexError, match="nog geen zoekindex"):
        ask(own_site.index, "kosten")


def make_reply(
    *hits: Hit, count: int = 0, corrected: str = "", also: tuple[str, ...] = ()
) -> Reply:
    return Reply(Question((), (), (), corrected, False), hits, count or len(hits), also)


HIT = Hit("/a/", "Één", 2.5, 1.0, (SectionHit("", "", 2.0), SectionHit("x", "Kop", 1.0)))


def test_hits_as_json_are_a_list_of_url_title_score_and_sections():
    assert json.loads(render_json(make_reply(HIT))) == [
        {
            "url": "/a/",
            "title": "Één",
            "score": 2.5,
            "sections": [
                {"anchor": "", "heading": "", "score": 2.0},
                {"anchor": "x", "heading": "Kop", "score": 1.0},
            ],
        }
    ]
    assert json.loads(render_json(make_reply())) == []


def test_hits_as_text_are_lines_with_what_was_made_of_the_query():
    text = render_text(make_reply(HIT, count=3, corrected="één", also=("b", "c")))
    assert [line.split("  ") for line in text.splitlines()] == [
        ["bedoelde u: één"],
        ["zoekt ook naar: b, c"],
        ["de eerste 1 van 3 pagina's"],
        ["", "", "2.500", "/a/", "Één"],
        ["", "", "", "", "", " #x", "Kop"],
    ]
    assert render_text(make_reply()) == "niets gevonden"


def test_an_explanation_adds_up_to_the_score_of_the_best_section(site):
    reply = ask(site.index, "begroting", explained=True)
    (hit,), (explanation,) = reply.hits, reply.explanations
    assert explanation.section == hit.sections[0].anchor
    own = [reason for reason in explanation.reasons if reason.term == "begrot"]
    assert sum(reason.worth for reason in own) == pytest.approx(hit.sections[0].score, abs=1e-5)
    for reason in own:
        length = 0.3 + 0.7 * reason.length / reason.average
        score = reason.idf * reason.frequency * 2.2 / (reason.frequency + 1.2 * length)
        assert reason.worth == pytest.approx(reason.weight * reason.boost * score)
    text = render_text(reply)
    assert "sections.text begrot, idf" in text


def test_the_reader_closes_its_files(site):
    reader = IndexReader(site.index)
    reader.close()
    assert reader.pages
