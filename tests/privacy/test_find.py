"""Each class of personal data: cases that must be found, and near misses that must not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stdnum.nl import bsn

from plugins.privacy.find import find_data

# Numbers made up for these tests. That they pass their check is the point.
BSN = "249566758"
IBAN = "NL20 INGB 0001 2345 67"

FOUND = [
    # citizen service numbers
    (f"BSN: {BSN}", "bsn", BSN),
    ("Het burgerservicenummer is 2495.66.758.", "bsn", BSN),
    ("Burger service nummer\n249 566 758", "bsn", BSN),
    ("sofinummer 249.566.758", "bsn", BSN),
    ("bsn 249566758", "bsn", BSN),
    ("| Naam | BSN |\n|---|---|\n| Noor | 249566758 |", "bsn", BSN),
    ("BSN 12345672", "bsn", "012345672"),
    # telephones
    ("Bel Noor op 06-48213975.", "phone", "0648213975"),
    ("06 48 21 39 75", "phone", "0648213975"),
    ("+31 6 48213975", "phone", "0648213975"),
    ("+31 (0)6 48 21 39 75", "phone", "0648213975"),
    ("0031648213975", "phone", "0648213975"),
    ("[bel](tel:0648213975)", "phone", "0648213975"),
    ("(043) 482 13 97", "phone", "0434821397"),
    ("043-4821397", "phone", "0434821397"),
    ("085 482 13 97", "phone", "0854821397"),
    # mailboxes
    ("noor@gmail.com", "mail", "noor@gmail.com"),
    ("Mail naar Noor.deWit@ziggo.nl.", "mail", "noor.dewit@ziggo.nl"),
    ("[mail](mailto:n.dewit@school.nl)", "mail", "n.dewit@school.nl"),
    ("noor_dewit@gemeente-x.nl", "mail", "noor_dewit@gemeente-x.nl"),
    ("noor\\@hotmail.nl", "mail", "noor@hotmail.nl"),
    ("noor+school@outlook.com", "mail", "noor+school@outlook.com"),
    ("<noor@live.nl>", "mail", "noor@live.nl"),
    # bank accounts
    (f"IBAN {IBAN}", "iban", "NL20INGB0001234567"),
    ("nl20ingb0001234567", "iban", "NL20INGB0001234567"),
    (f"{IBAN} t.n.v. Noor", "iban", "NL20INGB0001234567"),
    ("BE71 0961 2345 6769 EN nog iets", "iban", "BE71096123456769"),
    ("DE75512108001245126199.", "iban", "DE75512108001245126199"),
    # births
    ("Noor, geboren op 3 mei 2018", "birth", "2018-05-03"),
    ("geboren te Heerlen op 03-05-2018", "birth", "2018-05-03"),
    ("Geboortedatum: 2018-05-03", "birth", "2018-05-03"),
    ("geb. 3/5/2018", "birth", "2018-05-03"),
    ("Date of birth: 3.5.2018", "birth", "2018-05-03"),
    ("| Kind | Geboortedatum |\n|---|---|\n| Noor | 03-05-2018 |", "birth", "2018-05-03"),
    # homes
    ("Kerkstraat 12, 6211 AB Maastricht", "address", "6211AB12"),
    ("Lange Voorhout 8a\n2514 ED Den Haag", "address", "2514ED8A"),
    ("| Kerkstraat 12 | 6211AB |", "address", "6211AB12"),
    ("6211 AB 12", "address", "6211AB12"),
    ("Postcode 6211 AB, nummer 12", "address", "6211AB12"),
    ("Zij woont op Kerkstraat 12.", "address", "kerkstraat12"),
    ("Wilhelminasingel 3-2", "address", "wilhelminasingel3-2"),
]
NEAR = [
    # nine digits that are no citizen service number, or that nothing says is one
    "BSN: 249566759",
    f"Zaaknummer {BSN}",
    "BSN: 123456782",
    "BSN: 111222333",
    "BSN: 000000000",
    "Een BSN heeft negen cijfers.\n\nHet dossier heet 249566758.",
    "BSN staat in artikel 249566758-12",
    "ISBN 978-90-249566758, geen BSN",
    "BSN: zie https://voorbeeld.nl/249566758",
    "https://doi.org/10.1016/249566758 over het BSN",
    "BSN € 249.566,758",
    # numbers of services, and what only looks like a telephone
    "0800-2000",
    "Bel 0800-0432 of 0900 8844",
    "0900-1234567",
    "088-1234567",
    "14 043",
    "112",
    "06-12345678",
    "0612345678",
    "06 00000000",
    "020-1234567",
    "ISBN 90-6482139750",
    "https://voorbeeld.nl/0648213975",
    "10.1016/0648213975",
    "stuk-0648213975",
    "0,0648213975",
    "06482139751",
    "2010 2011 2012",
    "2026-04-09 10:11",
    # mailboxes of offices, and what only looks like one
    "info@gemeente.nl",
    "veilig.thuis@regio.nl",
    "team.oost@wijkteam.nl",
    "privacy@school.nl",
    "jan@example.org",
    "jan.jansen@voorbeeld.nl",
    "j.jansen@school.example",
    "[@augeo-brief-2026, p. 3]",
    "@een [p. 2] en @twee",
    "\\@niemand",
    # accounts that fail their check, or are an example
    "NL20 INGB 0001 2345 68",
    "NL91 ABNA 0417 1643 00",
    "NL02 ABNA 0123 4567 89",
    "AB12 en CD34",
    "NL20INGB0001234567X",
    "Kamerstuk 28345-IX12",
    # days on which nobody was born
    "geboren in 2018",
    "Het plan is van 3 mei 2018",
    "Geboortedatum: 31-02-2018",
    "Geboortedatum (bijvoorbeeld 31-12-2015)",
    "naam, geboortedatum en codewoord. De brief is van 9 april 2026",
    "Geboortedatum: dd-mm-jjjj, zoals 03-05-2018",
    "geboren 2018-05-03-a",
    # no homes
    "Postbus 20301, 2500 EH Den Haag",
    "Antwoordnummer 12, 6200 AB Maastricht",
    "In 2018 EN 2019",
    "2026 AD",
    "1234 SS",
    "hoofdstuk 5, 2018 WK",
    "Kerkstraat 2018 en later",
    "Op weg 12",
    "De straat telt 12 huizen",
    "Kerkstraat 12%",
    "Onderweg 3,5 uur",
    "in 1500 BC",
    "",
]


@pytest.mark.parametrize(("text", "kind", "value"), FOUND)
def test_a_personal_datum_is_found_at_its_place(text, kind, value):
    found = [datum for datum in find_data(text) if datum.kind == kind]
    assert [(datum.kind, datum.value) for datum in found] == [(kind, value)]
    assert text[found[0].offset :].startswith(found[0].text)


@pytest.mark.parametrize(("text", "kind", "value"), FOUND)
def test_it_is_found_among_other_text_and_nothing_else_is(text, kind, value):
    around = f"Dit is een zin.\n\n{text}\n\nEn dit ook, uit 2018, met 35 scholen.\n"
    assert {(datum.kind, datum.value) for datum in find_data(around)} == {(kind, value)}


@pytest.mark.parametrize("text", NEAR)
def test_a_near_miss_is_left_alone(text):
    assert list(find_data(text)) == []


@given(st.integers(min_value=10_000_000, max_value=999_999_999))
@settings(max_examples=100)
def test_only_numbers_that_pass_the_check_are_citizen_service_numbers(number):
    found = [datum.value for datum in find_data(f"BSN {number}") if datum.kind == "bsn"]
    assert bool(found) <= bsn.is_valid(str(number).zfill(9))


@given(st.text(alphabet="0123456789 -+()@.,:/|NLAB\nae", max_size=80))
@settings(max_examples=150)
def test_any_text_is_read_and_each_place_is_right(text):
    for datum in find_data(text):
        assert text[datum.offset :].startswith(datum.text)


@pytest.mark.parametrize(
    "text",
    [
        50_000 * "0", 20_000 * "06", 20_000 * "a.", 10_000 * "a@", 10_000 * "NL20 ", 30_000 * "A1",
        10_000 * "0 (", 10_000 * "Kerkstraat ", 5_000 * "1234 AB ", 5_000 * "geboren 1 mei ",
        20_000 * "a.b@c.", 30_000 * "-", 10_000 * "BSN 249566758 ",
    ],
)  # fmt: skip
def test_no_text_makes_it_slow(text):
    assert sum(1 for _ in find_data(text)) >= 0
