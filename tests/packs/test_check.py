"""Every problem that a list of packs can have, at its line and column."""

import re
from dataclasses import replace

import pytest

from plugins.core.source import Source
from plugins.core.yaml import read_yaml
from plugins.packs.check import check_packs, find_conversion_problem
from plugins.packs.conversion import ConversionError
from plugins.packs.pack import PackReading

PATHS = (
    "pages/wat.md", "pages/scholen.md", "brieven/kaart.md", "brieven/gids.md", "brieven/лист.md",
)  # fmt: skip
PACK = """\
  - id: school
    titel: Startpakket
    voor: [school]
    omschrijving: Alles om te beginnen.
    gids: [pages/wat.md]
    onderdelen:
      - {bestand: brieven/kaart.md, soort: kaart, voor: leerkracht}
    wijzigingen:
      - versie: 0.2.0
        datum: 2026-11-21
        wat: [Een kaart.]
      - {versie: 0.1.0, datum: 2026-09-01, wat: [Begin.]}
"""
FILE = "invulplekken:\n  - {plek: naam school, vraag: Naam?}\npakketten:\n" + PACK


def reading(text, **letters):
    source = Source("content/pakketten.yaml", text)
    texts = {
        f"brieven/{name}.md": Source(f"content/brieven/{name}.md", letter)
        for name, letter in letters.items()
    }
    return PackReading(source.path, read_yaml(source).value, (), tuple(texts.items()))


def found(text):
    return [
        (problem.line, problem.column, problem.code)
        for problem in check_packs(reading(text), PATHS)
    ]


def found_in_letter(text):
    problems = check_packs(reading(FILE, kaart=text), PATHS)
    return [(problem.file, problem.line, problem.column, problem.code) for problem in problems]


def test_a_good_list_has_no_problems():
    assert found(FILE) == []


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("pages/wat.md", "pages/mis.md", (8, 12, "PAK001")),
        ("brieven/kaart.md", "brieven/kart.md", (10, 19, "PAK001")),
        ("pages/wat.md", "wat.md", (8, 12, "PAK003")),
        ("pages/wat.md", "/etc/passwd", (8, 12, "PAK003")),
        ("pages/wat.md", "pages/../../geheim.md", (8, 12, "PAK003")),
        ("[pages/wat.md]", "[pages/wat.md, ../geheim.md]", (8, 26, "PAK003")),
        ("brieven/kaart.md", "'brieven\\..\\x.md'", (10, 19, "PAK003")),
        ("[pages/wat.md]", "[pages/wat.md, pages/wat.md]", (8, 26, "PAK005")),
        ("brieven/kaart.md", "brieven/gids.md", (10, 19, "PAK005")),
        ("brieven/kaart.md", "brieven/лист.md", (10, 19, "PAK007")),
        ("versie: 0.2.0", "versie: 0.1.0", (15, 18, "PAK010")),
        ("versie: 0.1.0", "versie: 0.10.0", (15, 18, "PAK010")),
        ("id: school", "id: De School", (4, 9, "VLD003")),
        ("soort: kaart", "soort: kaartje", (10, 44, "VLD003")),
        ("versie: 0.2.0", "versie: 1", (12, 17, "VLD003")),
        ("datum: 2026-11-21", "datum: 2026-02-30", (13, 16, "VLD003")),
        ("datum: 2026-11-21", "datum: 1979-12-31", (13, 16, "VLD003")),
        ("datum: 2026-11-21", "datum: 2108-01-01", (13, 16, "VLD003")),
        ("versie: 0.2.0", "versie: ٠.١.٠", (12, 17, "VLD003")),
        ("voor: [school]", "voor: [scholen]", (6, 12, "VLD003")),
        ("soort: kaart", "soort: kaart, bladzijden: 0", (10, 63, "VLD003")),
        ("soort: kaart", "soort: kaart, bladzijden: een", (10, 63, "VLD003")),
        ("titel: Startpakket", "titel: Start \N{ROCKET}", (5, 12, "PAK012")),
        ("om te beginnen.", "om te beginnen \N{ROCKET}", (7, 19, "PAK012")),
        ("voor: leerkracht", "voor: \N{ROCKET}", (10, 57, "PAK012")),
        ("plek: naam school", "plek: '[naam]'", (2, 12, "VLD003")),
        ("    titel: Startpakket\n", "", (4, 5, "VLD001")),
        (", voor: leerkracht", "", (10, 9, "VLD001")),
        ("    titel:", "    titels:", (5, 5, "VLD002")),
    ],
)
def test_a_fault_is_found_at_its_place(old, new, place):
    assert place in found(FILE.replace(old, new))


def test_a_pack_without_pages_and_pieces_is_empty():
    empty = re.sub(r"    gids.*\n    onderdelen:\n.*\n", "", FILE)
    assert found(empty) == [(4, 5, "PAK004")]


def test_two_packs_of_one_id_are_found_at_the_second():
    assert found(FILE + PACK) == [(16, 9, "PAK002")]


def test_two_blanks_of_one_name_are_found_at_the_second():
    twice = FILE.replace("Naam?}\n", "Naam?}\n  - {plek: naam school, vraag: Wie?}\n")
    assert found(twice) == [(3, 12, "PAK011")]


@pytest.mark.parametrize("text", ["school\n", "- id: school\n"])
def test_what_has_no_fields_is_a_problem(text):
    assert found(text)[0] == (1, 1, "YML004")


def test_a_near_name_is_suggested():
    (problem,) = check_packs(reading(FILE.replace("pages/wat.md", "pages/scholn.md")), PATHS)
    assert problem.message == "«pages/scholn.md» bestaat niet"
    assert problem.hint.startswith("Bedoelt u «pages/scholen.md»? ")


@pytest.mark.parametrize(
    ("section", "heading", "places"),
    [
        ("brieven/kaart.md#vo", "## Op school {#vo}", []),
        ("brieven/kaart.md#vo", "## Op school", [(11, 16, "PAK014")]),
        ("brieven/kaart.md#vo", "tekst {#vo}", [(11, 16, "PAK014")]),
        ("brieven/kaart.md#vo", "```\n## Op school {#vo}\n```", [(11, 16, "PAK014")]),
        ("brieven/kaart.md", "## Op school {#vo}", [(11, 16, "PAK014")]),
        ("brieven/weg.md#vo", "## Op school {#vo}", [(11, 16, "PAK014")]),
        ("../kaart.md#vo", "## Op school {#vo}", [(11, 16, "PAK014")]),
    ],
)
def test_a_section_that_is_left_out_stands_in_the_pack(section, heading, places):
    text = FILE.replace("    wijz", f"    weglaten: [{section}]\n    wijz")
    problems = check_packs(reading(text, kaart=f"---\ntitel: T\n---\n\n{heading}\n"), PATHS)
    assert [(problem.line, problem.column, problem.code) for problem in problems] == places


def test_an_unknown_blank_in_a_letter_is_found_where_it_stands_with_a_near_name():
    text = "---\nvoor: [school]\n---\n\nBeste ouders van [naam school],\n[naam schol]\n"
    (problem,) = check_packs(reading(FILE, kaart=text), PATHS)
    assert (problem.file, problem.line, problem.column) == ("content/brieven/kaart.md", 6, 1)
    assert problem.code == "PAK008"
    assert problem.message == "de invulplek «[naam schol]» bestaat niet"
    assert problem.hint.startswith("Bedoelt u «naam school»? ")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Zie ![](../beelden/route.png).", (1, 5, "PAK009")),
        ("tekst\n\n![ ][route]", (3, 1, "PAK009")),
    ],
)
def test_an_image_without_words_is_found_where_it_stands(text, place):
    assert found_in_letter(text) == [("content/brieven/kaart.md", *place)]


@pytest.mark.parametrize("text", ["![Een route](x.png)", "`![](x.png)`", "[Anders] in `[code]`"])
def test_an_image_with_words_is_no_problem_and_neither_are_blanks_of_a_page(text):
    packs = reading(FILE)
    page = ("pages/wat.md", Source("content/pages/wat.md", text))
    assert list(check_packs(replace(packs, texts=(page,)), PATHS)) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Goed zo \N{GRINNING FACE} \N{GRINNING FACE}", (1, 9)),
        ("---\ntitel: Kaart \N{ROCKET}\n---\n", (2, 14)),
        ("---\ntitel: Kaart\nzoekwoorden: [\N{ROCKET}]\n---\n\nEen \N{ROCKET}.", (6, 5)),
        ("`\N{ROCKET}`", (1, 2)),
    ],
)
def test_a_sign_that_cannot_be_printed_is_found_where_it_first_stands(text, place):
    assert found_in_letter(text) == [("content/brieven/kaart.md", *place, "PAK012")]


def test_what_is_sent_and_not_printed_may_hold_any_sign():
    letter = FILE.replace("soort: kaart", "soort: brief")
    assert list(check_packs(reading(letter, kaart="Goed zo \N{GRINNING FACE}"), PATHS)) == []


@pytest.mark.parametrize("name", ["route.svg", "route.webp", "route"])
def test_an_image_that_not_every_format_shows_is_found_where_it_stands(name):
    text = f"Zie\n![De route](../beelden/{name}) en ![De poort](poort.JPG)."
    assert found_in_letter(text) == [("content/brieven/kaart.md", 2, 1, "PAK013")]


@pytest.mark.parametrize(
    ("path", "place"), [("", (16, 9)), ("brieven/kaart.md", (22, 19)), ("brieven/x.md", (16, 9))]
)
def test_a_pack_that_cannot_be_made_is_named_at_its_letter_or_its_id(path, place):
    packs = reading(FILE + PACK.replace(": school", ": raad"))
    error = ConversionError("x")
    error.path = path
    problem = find_conversion_problem(packs, "raad", error)
    assert (problem.line, problem.column, problem.code) == (*place, "PAK006")
    assert problem.message == "het pakket «raad» is niet te maken: x"
