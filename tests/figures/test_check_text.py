"""What is told about figures in texts."""

import pytest

from plugins.core.problem import Problem
from plugins.core.source import Source
from plugins.core.yaml import Fields, Scalar
from plugins.figures.check_text import (
    check_data_numbers,
    check_fields_without_mark,
    check_marks,
    check_numbers,
)
from tests.figures.sample import register_of

PAGE = "content/pages/a.md"
FRONT = "---\ntitel: 700 scholen [#scholen]\n---\n"
REGISTER = register_of()


def source_of(body: str) -> Source:
    return Source(PAGE, FRONT + body)


def marks(body: str) -> list[Problem]:
    return list(check_marks(source_of(body), len(FRONT), REGISTER))


def numbers(body: str) -> list[Problem]:
    return list(check_numbers(source_of(body), len(FRONT), REGISTER))


def typed(body: str) -> list[Problem]:
    return [one for one in numbers(body) if one.code == "CYF018"]


def unsourced(body: str) -> list[Problem]:
    return [one for one in numbers(body) if one.code == "CYF019"]


@pytest.mark.parametrize(
    "body", ["[#scholen]", "Er zijn [#scholen, kaal]", "\\[#x]", "`[#x]`", "a\n\n[#begroting]\n\nb"]
)
def test_marks_that_hold_give_nothing(body):
    assert marks(body) == []


@pytest.mark.parametrize(
    ("body", "code", "message", "hint"),
    [
        (
            "In [#schole]", "CYF015", "het cijfer «schole» staat niet in cijfers.yaml",
            "Bedoelt u «scholen»? Verbeter het kenmerk of voeg het cijfer toe.",
        ),
        (
            "In [#scholen, kal]", "CYF014", "de vorm «kal» bestaat niet",
            "Bedoelt u «kaal»? Kies uit: getal, waarde, kaal.",
        ),
        (
            "In [#de scholen]", "CYF014", "dit cijfer is niet te lezen: «[#de scholen]»",
            "Schrijf «[#kenmerk]» of «[#kenmerk, kaal]», of «\\[» als u geen cijfer bedoelt.",
        ),
        (
            "In [#begroting]", "CYF016",
            "«begroting» is een tabel, en die kan niet in een zin staan",
            "Zet «[#begroting]» op een eigen regel, met een lege regel erboven en eronder.",
        ),
    ],
)  # fmt: skip
def test_a_mark_that_leads_nowhere_is_told_at_its_place(body, code, message, hint):
    assert marks(body) == [Problem(PAGE, 4, 4, code, message, hint)]


def test_a_table_has_no_forms():
    assert [problem.code for problem in marks("[#begroting, kaal]")] == ["CYF016"]


def test_without_a_register_no_mark_is_called_unknown():
    broken = register_of("cijfers:\n  - id: a: b\n")

    assert list(check_marks(source_of("[#scholen]"), len(FRONT), broken)) == []


@pytest.mark.parametrize("name", ["titel", "samenvatting", "menu"])
def test_a_plain_field_holds_no_mark(name):
    fields = Fields(((Scalar(name, 2, 1), Scalar("Van [#scholen]", 2, 8)),), 2, 1)

    assert list(check_fields_without_mark(fields, PAGE)) == [
        Problem(
            PAGE, 2, 8, "CYF017", f"in «{name}» kan geen cijfer uit het register staan",
            "Zet het in de tekst.",
        )
    ]  # fmt: skip


def test_other_fields_are_left_alone():
    fields = Fields(((Scalar("soort", 2, 1), Scalar("[#a]", 2, 8)),), 2, 1)

    assert list(check_fields_without_mark(fields, PAGE)) == []


@pytest.mark.parametrize(
    ("body", "shown", "id_"),
    [
        ("Er zijn 700 scholen.", "700 scholen", "scholen"),
        ("| 700 Scholen |", "700 Scholen", "scholen"),
        ("Dat kost € 10.000.", "€ 10.000", "kosten"),
        ("Dat kost 10 duizend euro.", "10 duizend euro", "kosten"),
        ("Dat kost 10.000 euro per jaar.", "10.000 euro per jaar", "kosten"),
        ("Dat is 38,6 miljoen.", "38,6 miljoen", "radar"),
        ("Dat is € 38.600.000.", "€ 38.600.000", "radar"),
        ("Reken op 2 tot 3 uur per week.", "2 tot 3 uur per week", "uren"),
        ("Het mag binnen 24 uur.", "24 uur", "signaal"),
        ("De 35 centrumgemeenten.", "35 centrumgemeenten", "centrumgemeenten"),
        ("[35 gemeenten](a.md)", "35 gemeenten", "gemeenten"),
    ],
)
def test_a_figure_typed_by_hand_stops_a_publish(body, shown, id_):
    line, column = source_of(body).position(len(FRONT) + body.index(shown))

    assert typed(body) == [
        Problem(
            PAGE, line, column, "CYF018", f"«{shown}» staat in het register",
            f"Schrijf «[#{id_}]».",
        )
    ]  # fmt: skip


def test_emphasis_hides_no_figure_and_is_not_told():
    (problem,) = typed("Er zijn **700** scholen [@brief].")

    assert (problem.column, problem.message) == (11, "«700 scholen» staat in het register")


@pytest.mark.parametrize(("body", "id_"), [("Zij is 24 uur weg.", "signaal"), ("2–3 uur", "uren")])
def test_a_bare_measure_of_time_is_advice(body, id_):
    (problem,) = typed(body)

    assert not problem.stops
    assert problem.hint == f"Schrijf «[#{id_}]», als u dat cijfer bedoelt."


def test_all_figures_that_may_be_meant_are_named():
    text = register_of().source.text.replace("eenheid: centrumgemeenten", "eenheid: gemeenten")
    found = list(check_numbers(source_of("35 gemeenten"), len(FRONT), register_of(text)))

    assert found[0].hint == "Schrijf «[#gemeenten]» of «[#centrumgemeenten]»."


@pytest.mark.parametrize(
    "body",
    [
        "Er zijn [#scholen].", "Er zijn 701 scholen.", "Er zijn 700 kinderen.", "`700 scholen`",
        "## De 700 scholen", "[a](700 scholen)", "[@brief, 700 scholen]", "24 uur per dag",
        "€ 700", "10.000 kinderen", "38,6 procent", "700", "2 uur", "35 euro",
        "drie of 700-plus scholen",
    ],
)  # fmt: skip
def test_what_is_no_figure_of_the_register_may_be_typed(body):
    assert typed(body) == []


def test_a_number_in_words_is_a_figure_from_thirteen_on():
    text = register_of().source.text.replace('"35"', '"15"')
    register = register_of(text.replace('"2"', '"12"'))

    assert len(list(check_numbers(source_of("vijftien gemeenten"), len(FRONT), register))) == 1
    assert list(check_numbers(source_of("twaalf uur per week"), len(FRONT), register)) == []


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("Er zijn 12 scholen.", "12 scholen"),
        ("a\n\n- Het kost € 5.\n- Dat is [@brief] zo.", "€ 5"),
        ("| a | 5% |\n| b [@brief] | 6% |", "5%"),
        ("Dat is 3 miljoen.", "3 miljoen"),
        ("Dat is 3 procent en 4 procent.", "3 procent"),
    ],
)
def test_a_number_without_a_source_is_advice_once_a_passage(body, shown):
    line, column = source_of(body).position(len(FRONT) + body.index(shown))

    assert unsourced(body) == [
        Problem(
            PAGE, line, column, "CYF019", f"bij «{shown}» staat geen bron",
            "Noem de bron: «[@sleutel]», of zet het getal in het register.", stops=False,
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    "body",
    [
        "Er zijn 12 scholen [@brief].", "Er zijn 12 scholen, zegt @brief.", "In [#kosten] € 5.",
        "Er zijn 12 fietsen.", "Na 18 jaar.", "`€ 5`", "## € 5", "stap 3", "Ik zag 12\nmensen.",
    ],
)  # fmt: skip
def test_a_number_with_a_source_or_of_nothing_known_is_left_alone(body):
    assert unsourced(body) == []


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("Er zijn 700 scholen.", ["CYF018"]),
        ("Er zijn 700 scholen en 12 scholen.", ["CYF018", "CYF019"]),
        ("Er zijn 12 scholen en 700 scholen.", ["CYF018", "CYF019"]),
        ("Zij is 24 uur weg.", ["CYF018"]),
    ],
)
def test_one_figure_gets_one_message(body, codes):
    assert sorted(one.code for one in numbers(body)) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("- uitleg: Er zijn 700 scholen.\n", ["CYF018"]),
        ("- uitleg: >-\n    Er zijn 12\n    scholen.\n", ["CYF019"]),
        ("- uitleg: Er zijn [#scholen].\n", []),
        ("- zoekwoorden: [700 scholen, hulp]\n", []),
        ("  # Er zijn 700 scholen.\n", []),
        ("- uitleg: [@brief] telt 700 scholen.\n", ["CYF018"]),
    ],
)
def test_a_data_file_is_read_as_a_page_is_but_for_its_lists_and_remarks(text, codes):
    found = check_data_numbers(Source("content/begrippen.yaml", text), REGISTER)
    assert [one.code for one in found] == codes
