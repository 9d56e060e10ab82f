"""A source that stands in the file twice is told once, at the second."""

import pytest

from plugins.core.problem import Problem
from plugins.references.check_doubles import check_doubles
from tests.references.samples import FILE, read_entries, write_entry

LONG = "Kindermishandeling: economische gevolgen op lange termijn"


def check(*entries: str) -> list[Problem]:
    return list(check_doubles(read_entries(*entries)))


def pair(first: dict[str, str | None], second: dict[str, str | None]) -> list[Problem]:
    titles = ({"title": "Eén ding"}, {"title": "Iets anders"})
    return check(
        write_entry("a", "misc", **{**titles[0], **first}),
        write_entry("b", "misc", **{**titles[1], **second}),
    )


def test_two_sources_that_share_nothing_are_no_doubles():
    assert pair({}, {}) == []


@pytest.mark.parametrize(
    ("first", "second", "what"),
    [
        ({"doi": "10.1000/A"}, {"doi": "10.1000/a"}, "hetzelfde doi-nummer"),
        ({"isbn": "0-306-40615-2"}, {"isbn": "9780306406157"}, "hetzelfde ISBN"),
        ({"url": "https://www.vng.nl/a/"}, {"url": "http://VNG.nl/a#b"}, "hetzelfde webadres"),
        ({"url": "https://vng.nl/?a=1"}, {"url": "https://vng.nl?a=1"}, "hetzelfde webadres"),
    ],
)
def test_a_shared_number_or_address_is_a_double(first, second, what):
    (problem,) = pair(first, second)

    assert (problem.line, problem.code) == (14, "REF017")
    assert problem.message == f"deze bron heeft {what} als «a» (regel 1)"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"doi": "10.1000/a"}, {"doi": "10.1000/b"}),
        ({"url": "https://vng.nl/?a=1"}, {"url": "https://vng.nl/?a=2"}),
        ({"url": "https://vng.nl/a"}, {"url": "https://vng.nl/A"}),
        ({"url": "https://[x"}, {"url": "https://[y"}),
        ({"isbn": "x"}, {"isbn": "y"}),
    ],
)
def test_what_differs_is_no_double(first, second):
    assert pair(first, second) == []


def test_chapters_of_one_book_share_its_isbn_and_address():
    fields = {"isbn": "9780306406157", "url": "https://vng.nl/a", "booktitle": "Boek"}
    entries = [
        write_entry(key, "incollection", title=f"Hoofdstuk {key}", **fields) for key in ("c", "d")
    ]

    assert check(*entries) == []


@pytest.mark.parametrize(
    ("title", "fields"),
    [
        (LONG, {}),
        (LONG.upper(), {}),
        ("{Kindermishandeling}. Economische gevolgen op lange termijn!", {}),
        (LONG, {"year": None}),
        (LONG, {"author": None}),
        (LONG, {"author": "{Iemand anders}"}),
        ("Kindermishandeling: economische gevolgen op de lange termijn", {}),
        ("Kindermishandeling: gevolgen op lange termijn", {}),
        ("Kindermishandeling: economische schade op lange termijn", {}),
    ],
)
def test_a_title_that_is_nearly_the_same_is_a_double(title, fields):
    (problem,) = pair({"title": LONG}, {"title": title, **fields})

    place = 9 if fields.get("author", "") is None else 10
    assert (problem.line, problem.column, problem.code) == (place, 12, "REF017")
    assert problem.message == "deze bron heeft (bijna) dezelfde titel als «a» (regel 1)"


@pytest.mark.parametrize(
    ("title", "fields"),
    [
        ("Kindermishandeling: andere schade op lange termijn", {}),
        (LONG, {"year": "2019"}),
        (LONG, {"volume": "2"}),
        ("Kindermishandeling: economische schade op lange termijn", {"author": "{Ander}"}),
    ],
)
def test_a_title_of_another_work_is_no_double(title, fields):
    first = {"title": LONG, "volume": "1"} if "volume" in fields else {"title": LONG}
    assert pair(first, {"title": title, **fields}) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jaarverslag", "Jaarverslag"),
        ("Wet op de zorg", "Wet op de jeugd"),
        ("De aanpak van geweld in het gezin, deel 1", "De aanpak van geweld in het gezin, deel 2"),
    ],
)
def test_short_titles_and_parts_of_a_series_are_alike_by_chance(one, other):
    other_author = {"author": "{Ander}"} if one == other else {}
    assert pair({"title": one}, {"title": other, **other_author}) == []


def test_names_are_compared_without_initials_and_particles():
    people = ("van der Veen, H. and Bogaerts, S.", "H. C. J. van der Veen")
    titles = (LONG, f"{LONG} bekeken")
    one, other = (
        {"title": title, "author": names} for title, names in zip(titles, people, strict=True)
    )

    assert [problem.code for problem in pair(one, other)] == ["REF017"]


def test_a_title_in_which_a_word_stands_twice_is_not_its_own_double():
    assert check(write_entry(title="Van geweld naar geweld naar herstel van geweld")) == []


def test_a_double_by_number_is_told_once():
    same = {"title": LONG, "doi": "10.1000/a", "url": "https://vng.nl/a"}

    assert len(pair(same, same)) == 1


def test_the_later_one_is_reported_in_the_order_of_the_file():
    entries = [write_entry(key, title=LONG) for key in ("a", "b", "c")]

    assert [(problem.file, problem.line) for problem in check(*entries)] == [(FILE, 10), (FILE, 17)]
