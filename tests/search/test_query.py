"""The rule that makes terms of a query."""

import pytest

from plugins.search.dutch import analyse
from plugins.search.query import MOST_PREFIXED, WordTable, build_word_table, find_terms

WORDS = ("kosten", "leraar", "school", "scholen", "schoolplan", "e-learning", "mishandeling", "de")


def make_table(*synonyms: tuple[str, str]) -> WordTable:
    return build_word_table({word: analyse(word) for word in WORDS}, synonyms)


def terms_of(*words: str) -> tuple[str, ...]:
    return tuple(sorted({term for word in words for term in analyse(word)}))


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("kosten", ("kosten",)),
        ("KÖSTEN school kosten", ("kosten", "school")),
        ("schol", ("scholen",)),
        ("scho", ("school", "schoolplan")),
        ("e-learning", ("e-learning",)),
        ("elearning", ("e-learning",)),
        ("kosten-school", ("kosten", "school")),
        ("sc", ()),
        ("de het een", ()),
        ("fiets", ()),
        ("", ()),
    ],
)
def test_a_query_asks_for_the_terms_of_its_words(query, words):
    assert find_terms(make_table(), query) == terms_of(*words)


def test_a_word_is_found_by_its_dictionary_form_too():
    table = build_word_table({"gezinnen": analyse("gezinnen")})
    assert find_terms(table, "gezin") == terms_of("gezinnen")


def test_a_synonym_leads_to_the_terms_of_what_it_means():
    assert find_terms(make_table(("juf", "leraar")), "de juf") == terms_of("leraar")


def test_a_phrase_is_found_in_a_longer_query():
    table = make_table(("blauw oog", "mishandeling"))
    assert find_terms(table, "een kind met een Blauw-oog") == ()
    assert find_terms(table, "een kind met een blauw oog") == terms_of("mishandeling")
    assert find_terms(table, "blauw kind oog") == ()


def test_a_synonym_of_nothing_in_the_collection_is_left_out():
    assert "fiets" not in make_table(("fiets", "rijwiel")).words


def test_a_synonym_never_gives_a_stop_word_a_meaning():
    assert make_table(("de", "school")).words["de"] == ()


def test_phrases_are_no_words_to_begin_with():
    assert find_terms(make_table(("blauw oog", "school")), "blau") == ()


def test_a_prefix_stands_for_a_bounded_number_of_words_the_shortest_first():
    table = WordTable({f"woord{'x' * n}": (f"{n:02}",) for n in range(1, 40)})
    expected = tuple(f"{n:02}" for n in range(1, MOST_PREFIXED + 1))
    assert find_terms(table, "woord") == expected


@pytest.mark.parametrize("query", ["x" * 10_000, "kosten " * 2_000, "-" * 10_000, "a-" * 5_000])
def test_a_query_of_ten_thousand_characters_is_answered(query):
    assert len(find_terms(make_table(), query)) <= len(terms_of("kosten"))
