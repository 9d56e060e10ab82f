"""What is told about the terms."""

import pytest

from plugins.core.problem import Problem
from plugins.core.source import Source
from plugins.core.yaml import Fields, Scalar
from plugins.glossary.check import check_abbreviations, check_glossary, find_known_abbreviations
from plugins.glossary.term import Term, read_glossary

FILE = "content/begrippen.yaml"


def check(tmp_path, text: str) -> list[Problem]:
    content = tmp_path / "content"
    content.mkdir()
    (content / "begrippen.yaml").write_text(text, encoding="utf-8")
    return list(check_glossary(read_glossary(content)))


def test_complete_terms_give_nothing(tmp_path):
    assert check(
        tmp_path,
        "- term: a\n  uitleg: b [@c]\n"
        "- term: ab\n  afkorting: ''\n  zoekwoorden: [x]\n  uitleg: c\n"
        "  stand: 2018\n  verklaar: nee\n",
    ) == []  # fmt: skip


def test_a_term_that_stands_there_twice_is_reported_at_the_second(tmp_path):
    text = "- {term: Coördinator, uitleg: b}\n- {term: b, uitleg: a}\n"
    text += "- {term: coordinator, uitleg: c}\n"

    assert check(tmp_path, text) == [
        Problem(
            FILE, 3, 3, "BGR001",
            "het begrip «coordinator» staat er twee keer (eerder op regel 1)",
            "Voeg de twee samen.",
        )
    ]  # fmt: skip


def test_terms_without_a_name_are_reported_as_such_and_not_as_the_same(tmp_path):
    found = check(tmp_path, "- uitleg: a\n- uitleg: b\n")

    assert [(problem.line, problem.column, problem.code) for problem in found] == [
        (1, 3, "VLD001"),
        (2, 3, "VLD001"),
    ]


@pytest.mark.parametrize(
    ("entry", "code", "message"),
    [
        ("- term: a\n  uitlg: b\n", "VLD002", "het veld «uitlg» bestaat niet"),
        ("- los\n", "YML004", "hier horen velden te staan («naam: waarde»)"),
        ("- term: [a]\n  uitleg: b\n", "VLD003", "«term» moet tekst zijn"),
        (
            "- {term: a, uitleg: b, verklaar: soms}\n",
            "VLD003",
            "«soms» kan niet bij «verklaar»",
        ),
        (
            "- {term: a, uitleg: b, stand: vroeger}\n",
            "VLD003",
            "«vroeger» is geen jaartal (bij «stand»)",
        ),
    ],
)
def test_the_fields_of_a_term_are_checked(tmp_path, entry, code, message):
    found = check(tmp_path, entry)

    assert (found[0].file, found[0].code, found[0].message) == (FILE, code, message)


def test_a_near_field_is_suggested(tmp_path):
    found = check(tmp_path, "- term: a\n  uitlg: b\n")

    assert found[0].hint.startswith("Bedoelt u «uitleg»? ")


def test_an_abbreviation_of_two_terms_is_reported_at_the_second(tmp_path):
    text = "- {term: aap, afkorting: AB, uitleg: x}\n- {term: beer, afkorting: AB, uitleg: x}\n"
    text += "- {term: ceder, afkorting: ab, uitleg: x}\n"

    assert check(tmp_path, text) == [
        Problem(
            FILE, 2, 3, "BGR002", "de afkorting «AB» staat ook al bij «aap»",
            "Geef haar aan één van de twee; het andere begrip schrijft u voluit.",
        )
    ]  # fmt: skip


def test_a_search_word_that_is_a_term_is_advised_against_at_its_place(tmp_path):
    text = "- {term: Aap, uitleg: x}\n- term: beer\n  uitleg: x\n  zoekwoorden: [dier, aap]\n"

    assert check(tmp_path, text) == [
        Problem(
            FILE, 4, 23, "BGR003", "het zoekwoord «Aap» is zelf een begrip",
            "Haal het zoekwoord hier weg: het begrip wordt al gevonden.",
            stops=False,
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("entry", "codes"),
    [
        ("- {term: sociale steun, uitleg: De steun die sociaal is.}", []),
        ("- {term: sociale steun, uitleg: Steun.}", ["BGR004"]),
        ("- {term: sociale steun, uitleg: 'Een sociale steun [@bron, p. 3].'}", ["BGR004"]),
        ("- {term: aap, afkorting: AP, uitleg: AP is een aap.}", ["BGR004"]),
        ("- {term: aap, uitleg: '[@bron]'}", ["BGR004"]),
    ],
)
def test_an_explanation_says_more_than_the_term(tmp_path, entry, codes):
    assert [problem.code for problem in check(tmp_path, entry + "\n")] == codes


@pytest.mark.parametrize(
    ("meaning", "codes"),
    [
        ("'Dier volgens @bron.'", ["BGR005"]),
        ("'Dier, @bron [p. 3].'", ["BGR005"]),
        ("'@{bron} vindt het een dier.'", ["BGR005"]),
        ("'Dier [@bron; zie @ander, p. 3].'", []),
        ("'Dier. Mail naar info@dieren.nl of \\@dier.'", []),
    ],
)
def test_a_meaning_cites_between_brackets(tmp_path, meaning, codes):
    found = check(tmp_path, f"- {{term: aap, uitleg: {meaning}}}\n")

    assert [problem.code for problem in found] == codes


KNOWN = find_known_abbreviations(
    [
        Term("PO-Raad", "", "", (), 1, 1),
        Term("multidisciplinaire aanpak", "MDA++", "", ("MDCK",), 1, 1),
        Term("ministerie", "JenV", "", (), 1, 1),
    ],
    ["Verankering van FMEK"],
)


def find_unexplained(body: str, known: frozenset[str] = KNOWN) -> list[str]:
    source = Source("content/pages/a.md", body)
    found = check_abbreviations(source, 0, Fields((), 1, 1), known)
    return [problem.message.split("»")[0].partition("«")[2] for problem in found]


@pytest.mark.parametrize(
    ("body", "unexplained"),
    [
        ("De AVG en het OM, de AVG.", ["AVG", "OM"]),
        ("Het RvdK-besluit van het OM’s team.", ["RvdK", "OM"]),
        ("De PO-Raad, PO, MDA++, MDCK, JenV en FMEK.", []),
        ("Deel II, hoofdstuk XIV en bijlage IV als PDF of CSV.", []),
        ("IJssel, IJland en DeHeer.", ["DeHeer"]),
        ("Lees Wmo, ggz, Handle, 112NL, A en ABCDEFG.", []),
        ("Wat in de wet (AVG) staat. De AVG.", []),
        ("De **privacywet** (AVG), het *kind* (CSG; vroeger anders).", []),
        ("(AVG) en dan AVG", ["AVG"]),
        ("`AVG`, [tekst](AVG.md), [@AVG], @AVG, [#AVG] en ## Kop {#AVG}", []),
        ("https://AVG.nl/OM en OM@politie.nl", []),
        ("[AVG](a.md)", ["AVG"]),
    ],
)
def test_an_abbreviation_nobody_explains_is_told_once(body, unexplained):
    assert find_unexplained(body) == unexplained


def test_title_and_summary_are_read_too_and_the_place_is_the_first():
    source = Source("content/pages/a.md", "---\n…\n---\nHet OM\nen de AVG.\n")
    fields = Fields(
        (
            (Scalar("titel", 2, 1), Scalar("Over de AVG", 2, 8)),
            (Scalar("samenvatting", 3, 1), Scalar("Kort", 3, 15)),
            (Scalar("voor", 4, 1), Scalar("CSG", 4, 7)),
        ),
        2,
        1,
    )

    assert list(check_abbreviations(source, 10, fields, KNOWN)) == [
        Problem(
            "content/pages/a.md", line, column, "BGR006",
            f"de afkorting «{short}» wordt nergens uitgelegd",
            f"Schrijf haar eerst voluit, «… ({short})», of zet haar in begrippen.yaml.",
            stops=False,
        )
        for line, column, short in ((2, 8, "AVG"), (4, 5, "OM"))
    ]  # fmt: skip


def test_without_a_glossary_nothing_is_told():
    assert find_known_abbreviations([], ["De AVG"]) == frozenset()
    assert find_unexplained("De AVG", frozenset()) == []
