"""The rule that makes weighted terms of a query."""

import pytest

from plugins.search.query import MOST_WORDS, build_question, find_query_words
from plugins.search.question import ASKED_WEIGHT, FILLER_WEIGHT, WEIGHTS
from plugins.search.table import ABSENT, FILLER, MOST_COMPLETED, STOP, WORD, Entry, WordTable

ENTRIES = {
    "blauw": Entry(WORD, 1, "blauw"),
    "blauw oog": Entry(WORD, 0, "", (), ("@mishandeling",)),
    "de": Entry(STOP, 0, ""),
    "geweld": Entry(WORD, 5, "geweld"),
    "geweldige": Entry(WORD, 0, "geweldig"),
    "goede": Entry(FILLER, 2, "goed"),
    "juf": Entry(WORD, 0, "", (), ("@leraar",)),
    "kind": Entry(WORD, 7, "kind"),
    "kinderen": Entry(WORD, 6, "kind"),
    "nu": Entry(STOP, 0, ""),
    "hulp nu": Entry(WORD, 0, "", (), ("!@hulp_nu", "@hulp_nu")),
    "hulp": Entry(WORD, 3, "hulp"),
    "doen": Entry(STOP, 0, ""),
    "dat": Entry(STOP, 0, ""),
    "hij": Entry(STOP, 0, ""),
    "ik": Entry(STOP, 0, ""),
    "mag": Entry(STOP, 0, ""),
    "mee": Entry(STOP, 0, ""),
    "meedoen": Entry(WORD, 2, "meedoen"),
    "mij": Entry(STOP, 0, ""),
    "niet": Entry(STOP, 0, ""),
    "wat": Entry(STOP, 0, ""),
    "mishandeling": Entry(WORD, 4, "mishandel"),
    "oog": Entry(WORD, 1, "og"),
    "plan": Entry(WORD, 4, "plan"),
    "recept": Entry(ABSENT, 0, ""),
    "recent": Entry(WORD, 2, "recent"),
    "school": Entry(WORD, 8, "school"),
    "schoolplan": Entry(WORD, 1, "schoolplan", ("school", "plan")),
    "uur": Entry(WORD, 3, "uur"),
    "24": Entry(WORD, 1, "24"),
    "welzijn": Entry(WORD, 2, "welzijn"),
    **{f"woord{'x' * n}": Entry(WORD, 1, f"woord{n:02}") for n in range(1, 20)},
}
COMMON = frozenset({"wat_de"})
TABLE = WordTable({key: ENTRIES[key] for key in sorted(ENTRIES)}, {"@leraar": "leraar"}, COMMON)


def ask(query: str, prefix: bool = False):
    return build_question(TABLE, query, prefix)


def weigh(query: str, prefix: bool = False) -> list[dict[str, float]]:
    """The terms of each word of a query."""
    return [dict(group.alternatives) for group in ask(query, prefix).groups]


def test_a_word_stands_for_its_stem_and_for_compounds_with_it():
    assert weigh("KIND") == [{"kind": WEIGHTS["exact"], "kind~": WEIGHTS["inside"]}]


def test_a_compound_stands_for_its_parts_too_but_weaker():
    (terms,) = weigh("schoolplan")
    assert terms["schoolplan"] > terms["school"] == terms["plan"]


def test_a_stop_word_asks_for_nothing_and_a_filler_for_little():
    assert weigh("de nu") == []
    assert [group.weight for group in ask("goede kind").groups] == [FILLER_WEIGHT, 1.0]


def test_a_stop_word_beside_others_is_looked_up_in_titles_and_headings_only():
    kind, *asked = ask("wat kind de").groups
    assert not kind.is_asked
    assert [(g.weight, dict(g.alternatives), g.is_asked) for g in asked] == [
        (ASKED_WEIGHT, {"'wat": 1.0}, True),
        (ASKED_WEIGHT, {"'de": 1.0}, True),
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("doen scholen mee", True),
        ("doen scholen mee aan iets", True),
        ("doen mee", True),
        ("mee doen", True),
        ("doen mee scholen", False),
        ("scholen mee", False),
    ],
)
def test_a_verb_and_the_particle_behind_it_are_one_verb(query, found):
    assert any("meedoen" in terms for terms in weigh(query)) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("hij doet mij iets aan", True),
        ("ik mag echt niet weg", True),
        ("mag ik niet weten", False),
        ("hij doet iets", False),
        ("kind mij", False),
    ],
)
def test_who_tells_what_somebody_does_is_led_to_help(query, found):
    helped = any(terms.get("!@hulp_nu") == WEIGHTS["help"] for terms in weigh(query))
    assert helped == found


def test_a_phrase_of_stop_words_is_what_stands_side_by_side():
    assert ask('"dat, niet wat"').phrases == (((0, "dat_niet"), (1, "niet_wat")),)
    assert ask('"wat de"').phrases == ()
    assert ask('"niet"').groups == ()


def test_a_synonym_leads_to_the_term_of_the_glossary():
    assert weigh("juf") == [{"@leraar": WEIGHTS["synonym"]}]


def test_a_phrase_of_the_glossary_counts_for_each_of_its_words():
    assert [terms.get("@mishandeling") for terms in weigh("een blauw oog")[-2:]] == [
        WEIGHTS["synonym"],
        WEIGHTS["synonym"],
    ]
    assert all("@mishandeling" not in terms for terms in weigh("oog blauw"))


def test_a_stop_word_matters_in_its_phrase():
    first, second = ask("hulp nu").groups
    assert first.alternatives["!@hulp_nu"] == WEIGHTS["help"]
    assert (second.weight, dict(second.alternatives)) == (
        FILLER_WEIGHT,
        {"!@hulp_nu": WEIGHTS["help"], "@hulp_nu": WEIGHTS["synonym"]},
    )


def test_a_compound_written_apart_is_found_as_one_word():
    assert all("schoolplan" in terms for terms in weigh("school plan"))


@pytest.mark.parametrize("query", ["kindplan", "kinds-plan", "kindsplan", "kindenplan"])
def test_an_unknown_compound_is_taken_apart(query):
    assert [set(terms) for terms in weigh(query)[-1:]] == [{"plan", "plan~"}]


def test_a_number_goes_with_the_word_beside_it():
    assert all("24_uur" in terms for terms in weigh("24 uur"))
    assert all("24_uur" not in terms for terms in weigh("24 de uur"))


@pytest.mark.parametrize(
    ("query", "corrected"),
    [
        ("gewled", "geweld"),
        ("weweld kind", "geweld kind"),
        ("mishandlingg", "mishandeling"),
        ("helppp", ""),
        ("hulppp", "hulp"),
        ("geweld", ""),
        ("recept", ""),
        ("gwld", ""),
        ("4711", ""),
    ],
)
def test_a_misspelled_word_is_corrected(query, corrected):
    assert ask(query).corrected == corrected


def test_a_correction_weighs_less_than_the_word_itself():
    assert weigh("gewled")[0]["geweld"] == WEIGHTS["error1"]
    assert weigh("mishandlingg")[0]["mishandel"] == WEIGHTS["error2"]


def test_a_word_that_is_dutch_but_not_of_the_site_is_no_error():
    (group,) = ask("recept").groups
    assert (group.stem, dict(group.alternatives)) == ("", {})


def test_the_last_word_may_be_unfinished_while_somebody_types():
    assert weigh("gewe", prefix=True) == [
        {"geweld": WEIGHTS["prefix"], "geweldig": WEIGHTS["prefix"]}
    ]
    assert weigh("gewe kind", prefix=True)[0] == {}
    assert weigh("kind gew ", prefix=True)[1] == {}
    assert weigh("ki", prefix=True) == [{}]


def test_a_last_word_that_the_site_says_is_not_completed():
    assert weigh("geweld", prefix=True) == weigh("geweld")


def test_completions_are_bounded_the_shortest_first():
    (terms,) = weigh("woord", prefix=True)
    assert list(terms) == [f"woord{n:02}" for n in range(1, MOST_COMPLETED + 1)]


def test_quotes_make_a_phrase_with_places_and_minus_excludes():
    question = ask('"kinderen de geweld" school -plan')
    assert question.phrases == (((0, "kind"), (2, "geweld")),)
    assert question.excluded == ("plan",)
    assert [group.word for group in question.groups] == ["school", "kind", "geweld"]


@pytest.mark.parametrize(
    ("query", "plain", "phrases", "excluded"),
    [
        ('geweld "een twee', ("geweld", "een", "twee"), (), ()),
        ("„een twee” «drie»", (), (("een", "twee"), ("drie",)), ()),
        ('""', (), ((),), ()),
        ("-a b - c d-e", ("b", "c", "d-e"), (), ("a",)),
        ("--a", ("a",), (), ()),
        ("\x00\x07<img onerror=x>", ("img", "onerror", "x"), (), ()),
        ("1-7-2013", ("1", "juli", "2013"), (), ()),
    ],
)
def test_the_signs_of_a_query(query, plain, phrases, excluded):
    words = find_query_words(query)
    assert (words.plain, words.phrases, words.excluded) == (plain, phrases, excluded)


@pytest.mark.parametrize(
    "query", ["x" * 10_000, "kind " * 2_000, "-" * 10_000, "a-" * 5_000, '"' * 9]
)
def test_a_query_of_ten_thousand_characters_is_cut_and_says_so(query):
    question = ask(query, prefix=True)
    assert question.cut == (len(query) > 9)
    assert len(question.groups) <= 400
    assert len(find_query_words(query).plain) <= MOST_WORDS
