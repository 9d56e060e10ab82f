"""Every problem that a list of packs can have, at its line and column."""

import pytest

from plugins.core.source import Source
from plugins.core.yaml import read_yaml
from plugins.packs.check import check_packs, find_conversion_problem
from plugins.packs.pack import PackReading

PATHS = (
    "pages/wat.md", "pages/scholen.md", "brieven/kaart.md", "brieven/gids.md", "brieven/лист.md",
)  # fmt: skip
PACK = """\
- id: school
  titel: Startpakket
  voor: [school]
  omschrijving: Alles om te beginnen.
  versie: 0.1.0
  datum: 2026-11-21
  gids: [pages/wat.md]
  brieven: [brieven/kaart.md]
"""


def reading(text):
    source = Source("content/pakketten.yaml", text)
    return PackReading(source.path, read_yaml(source).value)


def found(text):
    return [
        (problem.line, problem.column, problem.code)
        for problem in check_packs(reading(text), PATHS)
    ]


def test_a_good_list_has_no_problems():
    assert found(PACK) == []


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("pages/wat.md", "pages/mis.md", (7, 10, "PAK001")),
        ("brieven/kaart.md", "brieven/kart.md", (8, 13, "PAK001")),
        ("pages/wat.md", "wat.md", (7, 10, "PAK003")),
        ("pages/wat.md", "/etc/passwd", (7, 10, "PAK003")),
        ("pages/wat.md", "pages/../../geheim.md", (7, 10, "PAK003")),
        ("[pages/wat.md]", "[pages/wat.md, ../geheim.md]", (7, 24, "PAK003")),
        ("brieven/kaart.md", "'brieven\\..\\x.md'", (8, 13, "PAK003")),
        ("[pages/wat.md]", "[pages/wat.md, pages/wat.md]", (7, 24, "PAK005")),
        ("brieven/kaart.md", "brieven/gids.md", (8, 13, "PAK005")),
        ("brieven/kaart.md", "brieven/лист.md", (8, 13, "PAK007")),
        ("id: school", "id: De School", (1, 7, "VLD003")),
        ("versie: 0.1.0", "versie: 1", (5, 11, "VLD003")),
        ("datum: 2026-11-21", "datum: 2026-02-30", (6, 10, "VLD003")),
        ("datum: 2026-11-21", "datum: 1979-12-31", (6, 10, "VLD003")),
        ("datum: 2026-11-21", "datum: 2108-01-01", (6, 10, "VLD003")),
        ("versie: 0.1.0", "versie: ٠.١.٠", (5, 11, "VLD003")),
        ("voor: [school]", "voor: [scholen]", (3, 10, "VLD003")),
        ("  titel: Startpakket\n", "", (1, 3, "VLD001")),
        ("  titel:", "  titels:", (2, 3, "VLD002")),
    ],
)
def test_a_fault_is_found_at_its_place(old, new, place):
    assert place in found(PACK.replace(old, new))


def test_a_pack_without_pages_and_letters_is_empty():
    assert found(PACK[: PACK.index("  gids")]) == [(1, 3, "PAK004")]
    empty = PACK.replace("[pages/wat.md]", "[]").replace("[brieven/kaart.md]", "[]")
    assert found(empty) == [(1, 3, "PAK004")]


def test_two_packs_of_one_id_are_found_at_the_second():
    assert found(PACK + PACK) == [(9, 7, "PAK002")]


@pytest.mark.parametrize("text", ["school\n", "id: school\n"])
def test_what_is_no_list_is_a_problem(text):
    assert found(text) == [(1, 1, "YML004")]


def test_a_near_name_is_suggested():
    (problem,) = check_packs(reading(PACK.replace("pages/wat.md", "pages/scholn.md")), PATHS)
    assert problem.message == "«pages/scholn.md» bestaat niet"
    assert problem.hint.startswith("Bedoelt u «pages/scholen.md»? ")


def test_a_pack_that_cannot_be_made_is_named_at_its_id():
    problem = find_conversion_problem(
        reading(PACK + PACK.replace(": school", ": raad")), "raad", "x"
    )
    assert (problem.line, problem.column, problem.code) == (9, 7, "PAK006")
    assert problem.message == "het pakket «raad» is niet te maken: x"
