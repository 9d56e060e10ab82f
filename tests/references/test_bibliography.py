"""Sources are read with their lines; an entry that cannot be read is told and its key known."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.core.problem import Problem
from plugins.core.source import Source
from plugins.references.bibliography import Bibliography, Located, find_works, read_bibliography

FILE = "content/bronnen.bib"
TWO = """% bronnen

@report{plan-2018,
  author = {{Ministerie van VWS}},
  title = {Het {GHNT}-plan},
  year = {2018},
}

@online{site, title = "De site"}
"""


def read(text: str) -> Bibliography:
    return find_works(Source(FILE, text))


def find_work(bibliography: Bibliography, key: str) -> Located:
    (found,) = (located for located in bibliography.works if located.key == key)
    return found


def test_works_carry_their_keys_and_lines():
    bibliography = read(TWO)

    assert [(work.key, work.line) for work in bibliography.works] == [("plan-2018", 3), ("site", 9)]
    assert (bibliography.problems, bibliography.unread) == ((), frozenset())
    assert find_work(bibliography, "site").work.type == "online"


@pytest.mark.parametrize(
    ("name", "text"), [("title", "Het GHNT-plan"), ("year", "2018"), ("note", "")]
)
def test_a_field_is_plain_text_and_empty_when_it_is_missing(name, text):
    assert find_work(read(TWO), "plan-2018").text(name) == text


def test_abbreviations_of_the_file_are_filled_in():
    bibliography = read(
        '@string{vws =\n "VWS"}\n@misc{a, title = vws # { x}}\n@misc{b,\n title = vws}'
    )

    assert find_work(bibliography, "a").text("title") == "VWS x"
    assert [(work.key, work.line) for work in bibliography.works] == [("a", 3), ("b", 4)]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("@misc{a, title={X}", 1, "een accolade of aanhalingsteken van «a» sluit niet"),
        (TWO + "@misc{a,\n title={X\n\n@misc{b, title={Y}}", 10,
         "een accolade of aanhalingsteken van «a» sluit niet"),
    ],
)  # fmt: skip
def test_an_entry_that_does_not_close_is_reported_at_its_first_line(text, line, message):
    bibliography = read(text)

    assert bibliography.problems == (
        Problem(
            FILE, line, 1, "REF002", message, "Tel de accolades: elke «{» heeft een «}» nodig."
        ),
    )
    assert bibliography.unread == {"a"}


@pytest.mark.parametrize(
    ("entry", "line", "column"),
    [
        ("@misc{a,\n title = {X},\n year = 2026\n month = 4\n}", 4, 2),
        ("@misc{a,\n title {X},\n}", 2, 8),
        ("@misc{a,\n title = onbekend\n}", 2, 10),
        ("@misc{a b, title = {X}}", 1, 10),
        ("@misc{a,\n note = {b}, title = {X \\ }\n}", 2, 25),
        ("@misc{a,\n note = {b}, title = {50% van\n  alles}}", 2, 25),
        ("@misc{a,\n author = {X, Y and Y, \\ }}", 2, 24),
        ('@misc{a,\n title = "x}y"}', 2, 13),
        ("@misc{a,\n author = {Jansen, P., Smit, K., Bos, L.}}", 2, 12),
        ("@misc{a,\n year = {1},\n Year = {2},\n}", 3, 2),
    ],
)
def test_an_entry_that_cannot_be_read_is_reported_at_its_place(entry, line, column):
    bibliography = read(f"\n{entry}\n\n@misc{{later, title = {{Y}}}}\n")

    assert [(problem.line, problem.column, problem.code) for problem in bibliography.problems] == [
        (line + 1, column, "REF002")
    ]
    assert bibliography.unread == {"a"}
    assert [work.key for work in bibliography.works] == ["later"]


def test_a_field_that_stands_there_twice_is_named():
    assert read("\n@misc{a, year=1, title={X}, note={n}, year=2, title={Y}}").problems == (
        Problem(
            FILE, 2, 39, "REF002", "in deze bronvermelding staat een veld twee keer: title, year",
            "Verwijder één van de twee.",
        ),
    )  # fmt: skip


def test_a_repeated_key_is_reported_at_the_second_with_the_line_of_the_first():
    bibliography = read("@misc{a, title={X}}\n\n@misc{a, title={Y}}\n")

    assert bibliography.problems == (
        Problem(
            FILE, 3, 1, "REF003", "de sleutel «a» bestaat al (regel 1)",
            "Geef deze bron een eigen sleutel, of verwijder de dubbele.",
        ),
    )  # fmt: skip
    assert [work.text("title") for work in bibliography.works] == ["X"]


@pytest.mark.parametrize(
    "text", ["", "zomaar tekst", "@comment{x}", '@string{x = "y"}', '@preamble{"x"}', "% @misc"]
)
def test_what_is_no_entry_is_no_problem_and_no_key(text):
    assert read(text) == Bibliography(())


def test_a_missing_file_is_a_problem_and_no_source_is_known(tmp_path):
    bibliography = read_bibliography(tmp_path)

    assert bibliography.works == ()
    assert [problem.code for problem in bibliography.problems] == ["BST003"]


def test_the_file_is_read_from_the_content_folder(tmp_path):
    (tmp_path / "bronnen.bib").write_text(TWO, encoding="utf-8")

    assert [work.key for work in read_bibliography(tmp_path).works] == ["plan-2018", "site"]


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("author", ((4, 3), (4, 13))),
        ("title", ((5, 3), (5, 12))),
        ("year", ((6, 3), (6, 11))),
        ("note", ((3, 9), (3, 9))),
        ("", ((3, 9), (3, 9))),
    ],
)
def test_a_field_knows_the_place_of_its_name_and_of_its_text(name, place):
    located = find_work(read(TWO), "plan-2018")

    assert tuple(map(located.source.position, located.find_place(name))) == place


def test_a_name_that_stands_in_a_value_before_is_not_taken_for_the_field():
    located = find_work(read("@misc{title, note = {title = x}, title = {X}}"), "title")

    assert located.find_place("title") == (33, 42)


@pytest.mark.parametrize(
    ("text", "seen"), [("2026-11-21", date(2026, 11, 21)), ("nee", None), ("gisteren", None)]
)
def test_a_source_is_seen_on_a_day_or_not(text, seen):
    assert find_work(read(f"@misc{{a, gezien = {{{text}}}}}"), "a").seen == seen


@pytest.mark.parametrize(
    ("text", "missing"),
    [("", ()), ("year", ("year",)), ("Year,url", ("year", "url")), ("year, url ", ("year", "url"))],
)
def test_what_is_missing_is_a_list_of_fields(text, missing):
    assert find_work(read(f"@misc{{a, ontbreekt = {{{text}}}}}"), "a").missing == missing


def test_an_entry_without_a_type_is_reported_and_the_next_is_read():
    bibliography = read("@{a, title={X}}\n\n@report{b, title={Y}}\n")

    (problem,) = bibliography.problems
    assert (problem.line, problem.column, problem.code) == (1, 2, "REF002")
    assert [work.key for work in bibliography.works] == ["b"]


def test_an_entry_without_a_brace_is_reported_and_a_comment_is_not():
    bibliography = read("zomaar iets @hier\n% @misc niets\n  @report a, title = {X}\n")

    assert bibliography.problems == (
        Problem(
            FILE, 3, 3, "REF002", "na «@report» hoort een accolade",
            "Schrijf «@report{sleutel,», of zet «%» voor een opmerking.",
        ),
    )  # fmt: skip


def test_an_abbreviation_that_cannot_be_read_is_reported_at_its_place():
    (problem,) = read("@misc{a, title={X}}\n@string{vws = }").problems

    assert (problem.line, problem.column, problem.code) == (2, 15, "REF002")


def test_a_name_with_too_many_commas_is_reported_each_time_it_stands_there():
    name = "author = {Jansen, P., Smit, K.}"
    bibliography = read(f"@misc{{a, {name}}}\n@misc{{b, {name}}}\n")

    assert [(problem.line, problem.message) for problem in bibliography.problems] == [
        (line, "in de naam «Jansen, P., Smit, K.» staan te veel komma’s") for line in (1, 2)
    ]


@settings(max_examples=200)
@given(
    st.lists(
        st.sampled_from(
            [
                "@misc{",
                "@string{",
                "a",
                ",",
                "title",
                "=",
                "{",
                "}",
                '"',
                "#",
                "\n",
                " ",
                "\\",
                "%",
                "@",
            ]
        )
    )
)
def test_no_text_makes_the_reader_fail(parts):
    text = "".join(parts)
    bibliography = read(text)

    assert all(located.text("title") is not None for located in bibliography.works)
    lines = text.count("\n") + 1
    assert all(1 <= problem.line <= lines for problem in bibliography.problems)
