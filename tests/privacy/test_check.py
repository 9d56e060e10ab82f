"""What an editor is told of personal data, and what may be declared public."""

from pathlib import Path

import pytest

from plugins.core.problem import Problem
from plugins.core.source import Source
from plugins.privacy.allowed import find_known, find_public, read_public
from plugins.privacy.check import check_personal, check_public

PAGE = "content/pages/a.md"
NOTHING = frozenset()


def check(text, known=NOTHING, path=PAGE):
    return list(check_personal(Source(path, text), known))


def known_of(*entries, shared=()):
    text = "".join(f"- gegeven: {entry!r}\n  van: een dienst\n" for entry in entries)
    return find_known(find_public(Source("content/openbaar.yaml", text)), shared)


@pytest.mark.parametrize(
    ("text", "code", "column", "shown"),
    [
        ("BSN 249566758", "PRI001", 5, "2•••••••8"),
        ("Bel 06-48213975.", "PRI002", 5, "0•••••••••5"),
        ("Mail noor@gmail.com.", "PRI003", 6, "n••••••••••••m"),
        ("Op NL20INGB0001234567.", "PRI004", 4, "N••••••••••••••••7"),
        ("geboren op 3 mei 2018", "PRI005", 12, "3••••••••8"),
        ("Kerkstraat 12, 6211 AB Maastricht", "PRI006", 16, "6•••••B"),
    ],
)
def test_a_datum_stops_at_its_place_and_is_not_repeated_whole(text, code, column, shown):
    (problem,) = check(f"eerste regel\n{text}\n")
    assert (problem.file, problem.line, problem.column) == (PAGE, 2, column)
    assert (problem.code, problem.stops) == (code, True)
    assert problem.message.endswith(f": «{shown}»")


def test_the_same_datum_is_told_once_however_it_is_written():
    assert len(check("Bel [06 48213975](tel:0648213975), dus 06-48213975.")) == 1


def test_what_is_wrong_is_told_in_the_order_of_the_text():
    found = check("noor@gmail.com en 06-48213975\n\nnoor@ziggo.nl")
    assert [(one.code, one.line) for one in found] == [("PRI003", 1), ("PRI002", 1), ("PRI003", 3)]


@pytest.mark.parametrize("text", ["`06-48213975`", "```\nnoor@gmail.com\n```"])
def test_code_on_a_page_is_an_example(text):
    assert check(text) == []


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ("043-4821397", "Bel (043) 482 13 97."),
        ("+31 6 48213975", "06-48213975"),
        ("N.deWit@school.nl", "n.dewit@school.nl"),
        ("Kerkstraat 12, 6211 AB", "6211AB 12"),
        ("NL20 INGB 0001 2345 67", "NL20INGB0001234567"),
        ("geboren op 3 mei 2018", "Geboortedatum: 03-05-2018"),
    ],
)
def test_what_is_declared_public_may_stand_there_however_it_is_written(entry, text):
    assert check(text) != []
    assert check(text, known_of(entry)) == []


def test_no_list_makes_a_citizen_service_number_public():
    assert [one.code for one in check("BSN 249566758", known_of("BSN 249566758"))] == ["PRI001"]


def test_telephones_and_addresses_of_the_region_are_public_but_mailboxes_of_persons_are_not():
    region = "contact: Loket, 043-4821397, Kerkstraat 12, 6211 AB, n.dewit@gemeente.nl"
    known = known_of(shared=(region,))
    assert [one.code for one in check(region, known, "content/regio.yaml")] == ["PRI003"]
    assert check("Bel 043 482 13 97.", known) == []


def test_the_list_is_checked_as_any_file():
    text = "- gegeven: 043-4821397\n- van: iemand\n  gegven: x\n- los\n"
    found = check_public(find_public(Source("content/openbaar.yaml", text)))
    assert sorted((one.line, one.code) for one in found) == [
        (1, "VLD001"), (2, "VLD001"), (3, "VLD002"), (4, "YML004"),
    ]  # fmt: skip


def test_a_list_that_is_none_says_so():
    found = find_public(Source("content/openbaar.yaml", "gegeven: x\n"))
    assert found.problems == (
        Problem(
            "content/openbaar.yaml", 1, 1, "YML004",
            "hier hoort een lijst van openbare gegevens te staan",
            "Begin elk gegeven met een streepje: «- gegeven: …».",
        ),
    )  # fmt: skip


@pytest.mark.parametrize(("data", "code"), [(b"caf\xe9", "BST001"), (b"- a: 'b", "YML001")])
def test_a_list_that_cannot_be_read_allows_nothing_and_says_why(tmp_path: Path, data, code):
    root = tmp_path / "content"
    root.mkdir()
    (root / "openbaar.yaml").write_bytes(data)
    file = read_public(root)
    assert [one.code for one in file.problems] == [code]
    assert find_known(file, ()) == NOTHING


def test_a_hub_without_a_list_allows_nothing_more(tmp_path: Path):
    file = read_public(tmp_path)
    assert (file.entries, file.problems) == ((), ())
