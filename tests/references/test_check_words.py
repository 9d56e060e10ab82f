"""Words that broke when a source was copied are found, without a list of words."""

import pytest

from plugins.core.problem import Problem
from plugins.references.check_words import check_words, find_words
from tests.references.samples import FILE, read_entries, write_entry


def check(*entries: str, vocabulary: frozenset[str] = frozenset()) -> list[Problem]:
    return list(check_words(read_entries(*entries), vocabulary))


@pytest.mark.parametrize(
    "title",
    [
        "Onderzoek 2007-2010 en 2019–2021",
        "Van 1 januari 20180425 tot nu",
        "In-, door- en uitstroom, huis- en keukengeweld, in- door- en uitstroom",
        "Vangst-hervangst-slachtoffer- en daderonderzoek",
        "Voor- of nadelen, pre- and post-test, van A - tot Z",
        "Rapport (2018) over (150) zaken en (21) meldingen",
        "Eerste deel - tweede deel",
        "Vergadering in Zuid- Limburg",
        "Telefoon 0800-2000",
        "Création d’une affiche",
    ],
)
def test_a_whole_text_gives_nothing(title):
    problems = check(write_entry(title=title))

    assert [problem.message for problem in problems] == []


@pytest.mark.parametrize(
    ("title", "column", "message"),
    [
        ("Uitvoering 20192021 nu", 23, "hier staan twee jaartallen aan elkaar: «20192021»"),
        ("Geweld (201) nu", 19, "dit jaartal is afgebroken: «(201)»"),
        ("Kwali\ufb01catie", 17, "hier staan twee letters als één teken: «Kwali\ufb01catie»"),
        ("De ver- gadering", 17,
         "dit woord is aan het eind van een regel afgebroken: «ver- gadering»"),
        ("De ver\u00adga", 18, "hier staat een onzichtbaar afbreekteken: «ver\u00adga»"),
        ("CategorieÃ«n", 21, "hier zijn letters bij het kopiëren stuk gegaan: «CategorieÃ«n»"),
        ("Cli\ufffdnten", 15, "hier zijn letters bij het kopiëren stuk gegaan: «Cli\ufffdnten»"),
        ("Scholenâ€™s", 19, "hier zijn letters bij het kopiëren stuk gegaan: «Scholenâ€»"),
    ],
)  # fmt: skip
def test_a_broken_word_is_reported_at_its_place(title, column, message):
    (problem,) = check(write_entry(title=title))

    assert (problem.file, problem.line, problem.column) == (FILE, 3, column)
    assert (problem.code, problem.message, problem.stops) == ("REF018", message, True)


def test_a_word_that_a_line_breaks_in_two_is_reported_at_its_line():
    (problem,) = check(write_entry(note="Over de\n  ver-\n  gadering"))

    assert (problem.line, problem.column, problem.code) == (7, 5, "REF018")


def test_numbers_and_addresses_are_no_texts():
    assert check(write_entry(url="https://vng.nl/20192021", doi="10.1000/20192021")) == []


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("Helath", "health"),
        ("yntheserapport", "syntheserapport"),
        ("meldocde", "meldcode"),
        ("MELDOCDE", "meldcode"),
    ],
)
def test_a_slip_of_a_word_from_the_hubs_own_texts_is_advice(word, near):
    title = f"Over {word} en meer"
    assert check(write_entry(title=title), vocabulary=frozenset({near})) == [
        Problem(
            FILE, 3, 17, "REF019", f"«{word}» lijkt een zetfout: elders staat «{near}»",
            "Vergelijk het woord met het origineel.", stops=False,
        )
    ]  # fmt: skip


def test_a_slip_of_a_word_from_another_source_is_advice():
    problems = check(
        write_entry("a", institution="Gezondheidsraad", title="Van de Gezondheidsraad"),
        write_entry("b", title="Advies van de ezondheidsraad"),
        write_entry("c", author="{Gezondehidsraad}", title="Nog een advies"),
    )

    assert [(problem.line, problem.message) for problem in problems] == [
        (11, "«ezondheidsraad» lijkt een zetfout: elders staat «gezondheidsraad»"),
        (17, "«Gezondehidsraad» lijkt een zetfout: elders staat «gezondheidsraad»"),
    ]


def test_of_two_words_that_each_stand_once_nobody_knows_which_is_right():
    problems = check(write_entry("a", title="Health"), write_entry("b", title="Helath"))

    assert [problem.message for problem in problems] == [
        "«Health» lijkt een zetfout: elders staat «helath»",
        "«Helath» lijkt een zetfout: elders staat «health»",
    ]


@pytest.mark.parametrize(
    ("title", "vocabulary"),
    [
        ("Seksueel en seksuele", set()),
        ("Groepen roepen", {"roepen", "groepen"}),
        ("Graag en garag", set()),
        ("Helath en Helath en Helath", {"health"}),
        ("Melding", {"melding"}),
    ],
)
def test_words_that_are_meant_give_nothing(title, vocabulary):
    assert check(write_entry(title=title), vocabulary=frozenset(vocabulary)) == []


def test_a_note_may_quote_a_misspelt_word():
    assert check(write_entry(title="Mental Health Survey", note="Verbeterd: ‘Helath’.")) == []


def test_words_are_long_in_small_letters_and_without_digits():
    assert [*find_words("Eén GEHEEL-plan van 2018geëvalueerd")] == ["geheel", "geëvalueerd"]
