"""What is told about names, dates, numbers and addresses of sources."""

from datetime import date

import pytest

from plugins.core.problem import Problem
from plugins.references.check_values import check_values
from tests.references.samples import FILE, read_entries, write_entry

TODAY = date(2026, 11, 21)


def check(kind: str = "misc", **fields: str) -> list[Problem]:
    bibliography = read_entries(write_entry(kind=kind, **fields))
    return [one for work in bibliography.works for one in check_values(work, TODAY)]


@pytest.mark.parametrize(
    "fields",
    [
        {"year": "1500"},
        {"year": "2027"},
        {"month": "4"},
        {"month": "12", "day": "31"},
        {"year": "2024", "month": "02", "day": "29"},
        {"urldate": "2026-11-21"},
        {"year": "2018", "month": "4", "day": "25", "urldate": "2018-04-25"},
        {"year": "2018", "month": "4", "urldate": "2018-04-01"},
        {"doi": "10.1000/182"},
        {"doi": "10.1002/(SICI)1096-8644(199601)99:1<1::AID-AJPA1>3.0.CO;2-1"},
        {"isbn": "978-0-306-40615-7"},
        {"isbn": "0-306-40615-2"},
        {"issn": "0378-5955"},
        {"url": "https://www.voorbeeld.nl/a%20b?c=d&e=f#g"},
        {"url": "https://voorbeeld.nl:8080/"},
        {"author": "Jansen, P. and de Vries, K. and others"},
        {"author": "{A & B; C} and {Jansen and Zonen} and {En {and} zo}"},
        {"author": "Zand and Strand"},
    ],
)
def test_what_is_possible_gives_nothing(fields):
    assert check(**fields) == []


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("year", "201", "«201» is geen jaartal"),
        ("year", "18", "«18» is geen jaartal"),
        ("year", "ca. 2018", "«ca. 2018» is geen jaartal"),
        ("year", "٢٠١٨", "«٢٠١٨» is geen jaartal"),
        ("year", "", "«» is geen jaartal"),
        ("year", "1499", "het jaar 1499 kan niet"),
        ("year", "2028", "het jaar 2028 kan niet"),
        ("month", "13", "«13» is geen maand"),
        ("month", "april", "«april» is geen maand"),
        ("month", "0", "«0» is geen maand"),
        ("urldate", "21-11-2026", "«21-11-2026» is geen datum"),
        ("urldate", "2026-11-22", "de dag van raadplegen moet nog komen"),
        ("urldate", "2017-12-31", "de pagina is geraadpleegd voordat zij verscheen"),
    ],
)
def test_an_impossible_date_is_reported_at_its_value(name, text, message):
    (problem,) = check(**{name: text})

    assert (problem.code, problem.message, problem.stops) == ("REF013", message, True)
    line, column = (4, 11) if name == "year" else (6, len(name) + 7)
    assert (problem.line, problem.column) == (line, column)


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [("2018", "4", "31"), ("2023", "2", "29"), ("2018", "4", "nul"), ("2018", "4", "100")],
)
def test_a_day_exists_in_its_month(year, month, day):
    (problem,) = check(year=year, month=month, day=day)

    assert (problem.line, problem.column, problem.code) == (7, 10, "REF013")
    assert problem.message == f"dag {day} bestaat niet in die maand"


def test_a_day_has_a_month():
    (problem,) = check(day="3")

    assert (problem.code, problem.message) == ("REF013", "bij deze dag hoort een maand")


@pytest.mark.parametrize("urldate", ["2018-04-24", "2018-03-31"])
def test_a_page_is_seen_on_the_day_it_appeared_or_later(urldate):
    (problem,) = check(year="2018", month="4", day="25", urldate=urldate)

    assert problem.message == "de pagina is geraadpleegd voordat zij verscheen"


def test_two_years_glued_together_are_called_so():
    (problem,) = check(year="20192021")

    assert (problem.line, problem.column, problem.code) == (4, 11, "REF018")
    assert problem.message == "hier staan twee jaartallen aan elkaar: «20192021»"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("https://doi.org/10.1000/182", "Schrijf «doi = {10.1000/182},»"),
        ("http://dx.doi.org/10.1000/182", "Schrijf «doi = {10.1000/182},»"),
        ("doi:10.1000/182", "Schrijf «doi = {10.1000/182},»"),
        ("10.1000", "Schrijf een nummer als «10.1000/182»"),
        ("10.12/a", "Schrijf een nummer als"),
        ("11.1000/182", "Schrijf een nummer als"),
        ("10.1000/a b", "Schrijf een nummer als"),
        ("https://voorbeeld.nl/10.1000/182", "Schrijf een nummer als"),
    ],
)
def test_a_doi_is_a_bare_number(text, hint):
    (problem,) = check(doi=text)

    assert (problem.line, problem.column, problem.code) == (6, 10, "REF014")
    assert problem.hint.startswith(hint)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("isbn", "978-0-306-40615-8"),
        ("isbn", "0-306-40615-3"),
        ("isbn", "978"),
        ("issn", "0378-5954"),
        ("issn", "978-0-306-40615-7"),
    ],
)
def test_the_check_digit_of_a_number_is_right(name, text):
    assert check(**{name: text}) == [
        Problem(
            FILE, 6, 11, "REF014",
            f"«{text}» is geen {name.upper()}: het controlecijfer klopt niet",
            "Vergelijk de cijfers met het origineel.",
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("https://voorbeeld.nl/a b", "er staat een spatie in"),
        ("www.voorbeeld.nl", "het begint niet met «https://»"),
        ("ftp://voorbeeld.nl", "het begint niet met «https://»"),
        ("https://jan:geheim@voorbeeld.nl", "er staat een naam of wachtwoord in"),
        ("https://voorbeeld/a", "de naam van de site ontbreekt of is niet heel"),
        ("https:///a", "de naam van de site ontbreekt of is niet heel"),
        ("https://voorbeeld..nl", "de naam van de site ontbreekt of is niet heel"),
        ("https://[voorbeeld.nl", "de haken of de poort kloppen niet"),
        ("https://voorbeeld.nl/a\\_b", "er staat een teken in dat er niet bij hoort"),
        ("https://voorbeeld.nl/a.", "er staat een teken in dat er niet bij hoort"),
        ("", "het begint niet met «https://»"),
    ],
)
def test_a_web_address_has_the_shape_of_one(url, fault):
    (problem,) = check(url=url)

    assert (problem.line, problem.column) == (6, 10)
    assert (problem.code, problem.message) == ("REF015", f"dit webadres klopt niet: {fault}")


def test_an_address_that_is_not_secured_is_advice():
    (problem,) = check(url="http://voorbeeld.nl")

    assert (problem.code, problem.stops) == ("REF016", False)


@pytest.mark.parametrize(
    ("people", "message"),
    [
        ("Jansen, P. and and Smit, K.", "naast «and» ontbreekt een naam"),
        ("and Smit, K.", "naast «and» ontbreekt een naam"),
        ("Smit, K. and ", "naast «and» ontbreekt een naam"),
        ("Jansen, P.; Smit, K.", "met «;» zijn dit geen losse namen"),
        ("Jansen & Smit", "met «&» zijn dit geen losse namen"),
    ],
)
@pytest.mark.parametrize("role", ["author", "editor"])
def test_names_stand_apart(people, message, role):
    (problem,) = check(**{role: people})

    assert (problem.code, problem.message) == ("REF021", message)
    assert (problem.line, problem.column) == ((2, 13) if role == "author" else (6, 13))
