"""What is told about the figures of the register."""

import pytest

from plugins.core.problem import Problem
from plugins.figures.check import check_register
from tests.figures.sample import FILE, KEYS, TEXT, place_of, register_of, spoil


def check(text: str) -> list[Problem]:
    return list(check_register(register_of(text), KEYS))


def problem_at(
    text: str, words: str, code: str, message: str, hint: str, number: int = 1
) -> Problem:
    return Problem(FILE, *place_of(text, words, number), code, message, hint)


def test_a_whole_register_gives_nothing():
    assert check(TEXT) == []


@pytest.mark.parametrize("text", ["", "cijfers: []\nbijgewerkt: 2026-11-21\n", "- los\n"])
def test_a_register_without_entries_gives_nothing_here(text):
    assert check(text) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "message"),
    [
        ("bijgewerkt: 2026-11-21\n", "", "VLD001", "het veld «bijgewerkt» ontbreekt of is leeg"),
        ("cijfers:", "cijfer: a\ncijfers:", "VLD002", "het veld «cijfer» bestaat niet"),
        ("soort: gemeten", "soort: gemetn", "VLD003", "«gemetn» kan niet bij «soort»"),
        ("    status: actueel\n", "", "VLD001", "het veld «status» ontbreekt of is leeg"),
        ("aanduiding: meer dan", "aanduiding: ca.", "VLD003", "«ca.» kan niet bij «aanduiding»"),
        ('jaar: "2026"', 'jaar: "26"', "VLD003", "«26» is geen jaar (bij «jaar»)"),
        (
            "jaar: 2019-2021", "jaar: 2021-2019", "VLD003",
            "«2021-2019» is geen jaar (bij «jaar»)",
        ),
        ("id: scholen", "id: De scholen", "VLD003", "«De scholen» is geen kort kenmerk (bij «id»)"),
        ("  - id: scholen", "  - los\n  - id: scholen", "YML004",
         "hier horen velden te staan («naam: waarde»)"),
    ],
)  # fmt: skip
def test_the_fields_are_checked(old, new, code, message):
    assert [(found.code, found.message) for found in check(spoil(old, new))] == [(code, message)]


@pytest.mark.parametrize("name", ["cijfers", "tabellen"])
def test_a_list_that_is_none_is_told(name):
    text = f"bijgewerkt: 2026-11-21\n{name}: {{id: a}}\n"

    assert check(text) == [
        problem_at(
            text, "{id", "YML004", "hier hoort een lijst te staan",
            "Begin elk cijfer of elke tabel met een streepje: «- id: …».",
        )
    ]  # fmt: skip


def test_an_id_that_stands_twice_is_told_at_the_second():
    text = spoil("id: begroting", "id: kosten")

    assert check(text) == [
        problem_at(
            text, "kosten\n    titel", "CYF001",
            "het kenmerk «kosten» staat er twee keer (eerder op regel 35)",
            "Kies een ander kenmerk.",
        )
    ]  # fmt: skip


@pytest.mark.parametrize("id_", ["bronnen", "bron-plan", "groep-geld", "noot-a-1", "hub-menu"])
def test_an_anchor_of_the_page_itself_is_no_id(id_):
    text = spoil("id: scholen", f"id: {id_}")

    assert check(text) == [
        problem_at(
            text, id_, "CYF001", f"het kenmerk «{id_}» is al van de pagina zelf",
            "Kies een ander kenmerk.",
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("1,500", "Schrijf «1.500»: een punt tussen duizendtallen, een komma voor decimalen."),
        ("38.6", "Schrijf «38,6»: een punt tussen duizendtallen, een komma voor decimalen."),
        ("ca. 7", "Schrijf alleen het getal, zoals «1.500» of «38,6»."),
    ],
)
def test_a_number_in_another_notation_is_told_at_its_place(written, hint):
    text = spoil('waarde: "700"', f'waarde: "{written}"')

    assert check(text) == [
        problem_at(
            text, f'"{written}"', "CYF002",
            f"«{written}» is geen getal in Nederlandse notatie", hint,
        )
    ]  # fmt: skip


def test_the_upper_end_is_a_number_too():
    text = spoil('tot: "3"', 'tot: "3.5"')

    assert [(found.code, found.line) for found in check(text)] == [
        ("CYF002", place_of(text, '"3.5"')[0])
    ]


def test_a_figure_has_a_value_or_words():
    neither = spoil('    waarde: "700"\n', "")
    both = spoil('waarde: "700"', 'waarde: "700"\n    tekst: veel')

    hint = "Geef een getal bij «waarde», of woorden bij «tekst»."
    message = "bij dit cijfer ontbreekt de waarde"
    assert check(neither) == [problem_at(neither, "scholen", "CYF003", message, hint)]
    message = "bij dit cijfer staan er zowel een waarde als een tekst"
    assert check(both) == [problem_at(both, "veel", "CYF003", message, hint)]


@pytest.mark.parametrize("upper", ["2", "1"])
def test_a_range_goes_up(upper):
    text = spoil('tot: "3"', f'tot: "{upper}"')

    assert check(text) == [
        problem_at(
            text, f'"{upper}"\n    eenheid: uur per', "CYF004",
            "«tot» is niet groter dan «waarde»",
            "Zet de onderkant van het bereik bij «waarde» en de bovenkant bij «tot».",
        )
    ]  # fmt: skip


def test_an_upper_end_needs_a_lower_one():
    text = spoil("tekst: vóór de schooldag", 'tekst: vóór de schooldag\n    tot: "3"')

    assert [(found.code, found.line) for found in check(text)] == [
        ("CYF004", place_of(text, 'tot: "3"', 2)[0])
    ]


@pytest.mark.parametrize(
    ("after", "key"), [("scholen die meedoen", "brief"), ("titel: Begroting", "plan")]
)
def test_a_source_that_does_not_exist_is_told_with_a_near_one(after, key):
    start = TEXT.index(after)
    text = TEXT[:start] + TEXT[start:].replace(f"bron: {key}", f"bron: {key}n", 1)

    assert check(text) == [
        problem_at(
            text, f"{key}n\n", "CYF005", f"de bron «{key}n» staat niet in bronnen.bib",
            f"Bedoelt u «{key}»? Verbeter de sleutel of voeg de bron toe.",
        )
    ]  # fmt: skip


def test_without_any_key_the_sources_could_not_be_read():
    assert list(check_register(register_of(), frozenset())) == []


@pytest.mark.parametrize("sign", ["]", "[", "@", ";", "}"])
def test_a_place_holds_no_sign_that_ends_a_citation(sign):
    text = spoil("plaats: punt 3", f"plaats: 'punt {sign} 3'")

    assert check(text) == [
        problem_at(
            text, "'punt", "CYF006", f"in «plaats» kan geen «{sign}» staan",
            "Schrijf de plaats als in een verwijzing: «p. 12» of «hoofdstuk 5».",
        )
    ]  # fmt: skip


def test_figures_of_one_number_that_do_not_say_so_are_told():
    text = spoil("    niet_verwarren: [gemeenten]\n", "")

    assert check(text) == [
        problem_at(
            text, '"35"', "CYF008",
            "dit cijfer lijkt op «gemeenten» (regel 16): 35\u00a0gemeenten",
            "Voeg toe: «niet_verwarren: [gemeenten]», of voeg de twee samen.", number=2,
        )
    ]  # fmt: skip


@pytest.mark.parametrize("number", ["2", "19,9", "12"])
def test_small_numbers_are_alike_by_chance(number):
    text = spoil("    niet_verwarren: [gemeenten]\n", "").replace('"35"', f'"{number}"')

    assert check(text) == []


def test_it_is_enough_that_one_side_says_so():
    text = spoil("    niet_verwarren: [gemeenten]\n", "")
    text = text.replace("status: actueel\n  - id: centrum", (
        "status: actueel\n    niet_verwarren: [centrumgemeenten]\n  - id: centrum"
    ))  # fmt: skip

    assert check(text) == []


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("gemente", "Bedoelt u «gemeenten»? Noem een ander cijfer."),
        ("xyz", "Noem een ander cijfer."),
    ],
)
def test_a_look_alike_is_a_figure_of_the_register(name, hint):
    text = spoil("[gemeenten]", f"[gemeenten, {name}]")

    assert check(text) == [
        problem_at(
            text, f"{name}]", "CYF007", f"«{name}» is geen ander cijfer van het register", hint
        )
    ]


def test_a_figure_is_no_look_alike_of_itself():
    text = spoil("[gemeenten]", "[gemeenten, centrumgemeenten]")

    assert [found.code for found in check(text)] == ["CYF007"]


@pytest.mark.parametrize(
    ("id_", "shown"), [("kosten", "€\u00a010.000\u00a0per jaar"), ("seintje", "vóór de schooldag")]
)
def test_a_look_alike_that_is_no_longer_alike_is_told(id_, shown):
    text = spoil("[gemeenten]", f"[gemeenten, {id_}]")

    assert check(text) == [
        problem_at(
            text, f"{id_}]", "CYF009", f"«{id_}» lijkt niet meer op dit cijfer: {shown}",
            "Haal het kenmerk weg.",
        )
    ]  # fmt: skip


def test_marks_in_the_register_are_checked_and_comments_are_not():
    text = spoil("[#signaal]", "[#signal]")
    text = text.replace("cijfers:", "# Schrijf [#kenmerk].\ncijfers:", 1)

    assert [(found.code, (found.line, found.column)) for found in check(text)] == [
        ("CYF015", place_of(text, "[#signal]"))
    ]
