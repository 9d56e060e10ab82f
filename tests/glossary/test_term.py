"""Terms are read from their file with their places."""

import pytest

from plugins.core.problem import Problem
from plugins.glossary.term import Glossary, Term, read_glossary

FILE = "content/begrippen.yaml"


@pytest.fixture
def content(tmp_path):
    folder = tmp_path / "content"
    folder.mkdir()
    return folder


def read(content, text: str) -> Glossary:
    (content / "begrippen.yaml").write_text(text, encoding="utf-8")
    return read_glossary(content)


def term_of(name: str) -> Term:
    return Term(name, "", "", (), 1, 1)


def test_terms_are_read_in_the_order_of_the_file(content):
    glossary = read(
        content,
        "# begrippen\n- term: Veilig Thuis\n  afkorting: VT\n  uitleg: >\n    Het\n    meldpunt.\n"
        "  zoekwoorden: [melden, meldpunt]\n- term: aandachtsfunctionaris\n  uitleg: Wie.\n"
        "  stand: 2018\n  verklaar: nee\n",
    )

    assert glossary.problems == ()
    assert glossary.source.path == FILE
    assert glossary.terms == (
        Term("Veilig Thuis", "VT", "Het meldpunt.", ("melden", "meldpunt"), 2, 3),
        Term("aandachtsfunctionaris", "", "Wie.", (), 8, 3, "2018", False),
    )


@pytest.mark.parametrize(
    ("name", "anchor"),
    [
        ("Veilig Thuis", "veilig-thuis"),
        ("coördinator", "coordinator"),
        ("'t Huis (oud)", "t-huis-oud"),
        ("«»", ""),
    ],
)
def test_the_anchor_of_a_term_is_plain(name, anchor):
    assert term_of(name).id == anchor


@pytest.mark.parametrize("text", ["", "# nog leeg\n", "[]\n"])
def test_an_empty_file_holds_no_terms(content, text):
    glossary = read(content, text)

    assert (glossary.terms, glossary.entries, glossary.problems) == ((), (), ())


@pytest.mark.parametrize(("text", "line"), [("term: a\nuitleg: b\n", 1), ("# tekst\n\nlos\n", 3)])
def test_a_file_that_is_no_list_is_reported_where_it_starts(content, text, line):
    glossary = read(content, text)

    assert (glossary.terms, glossary.entries) == ((), ())
    assert glossary.problems == (
        Problem(
            FILE, line, 1, "YML004", "hier hoort een lijst van begrippen te staan",
            "Begin elk begrip met een streepje: «- term: …».",
        ),
    )  # fmt: skip


def test_yaml_that_cannot_be_read_is_reported_at_its_line(content):
    glossary = read(content, "- term: a\n- term: b: c\n")

    assert glossary.terms == ()
    assert [(problem.line, problem.column, problem.code) for problem in glossary.problems] == [
        (2, 10, "YML001")
    ]


def test_a_missing_file_is_a_problem(content):
    glossary = read_glossary(content)

    assert (glossary.source.path, glossary.source.text) == (FILE, "")
    assert [(problem.file, problem.code) for problem in glossary.problems] == [(FILE, "BST003")]


@pytest.mark.parametrize(
    ("abbreviation", "name"), [("", "Veilig Thuis"), ("VT", "Veilig Thuis (VT)")]
)
def test_a_name_carries_its_abbreviation(abbreviation, name):
    assert Term("Veilig Thuis", abbreviation, "", (), 1, 1).name == name


def test_only_a_dated_definition_has_a_caveat():
    assert term_of("dader").caveat == ""
    assert Term("dader", "", "", (), 1, 1, "2018").caveat == (
        "Zo omschreven in 2018; de wet kan sindsdien zijn veranderd."
    )
