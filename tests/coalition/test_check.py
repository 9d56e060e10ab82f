"""What is told about the clauses, about their marks, and about the words of the test."""

from pathlib import Path

import pytest

from plugins.coalition.check import check_coalition, check_marks, check_subjects
from plugins.coalition.check_lexicon import check_lexicon
from plugins.coalition.coalition import read_coalition
from plugins.coalition.lexicon import read_lexicon
from plugins.core.problem import Problem
from plugins.core.source import Source
from tests.coalition.conftest import find_small

FILE = "content/coalitietekst.yaml"
WORDS = "content/toets-uw-tekst.yaml"
SMALL = (Path(__file__).parent / "small.yaml").read_text(encoding="utf-8")


def check(old: str, new: str) -> list[Problem]:
    assert SMALL.count(old) >= 1
    return list(check_coalition(find_small(SMALL.replace(old, new, 1))))


def test_a_whole_file_gives_nothing():
    assert check("id: een", "id: een") == []


def test_a_hub_without_the_files_has_no_clauses_and_no_problems(tmp_path):
    coalition, lexicon = read_coalition(tmp_path), read_lexicon(tmp_path)

    assert (coalition.clauses, coalition.problems, lexicon.subjects) == ((), (), ())
    assert [*check_coalition(coalition), *check_lexicon(lexicon)] == []


@pytest.mark.parametrize(
    ("old", "new", "code", "message", "hint"),
    [
        ("id: twee\n", "id: een\n", "COA001",
         "het kenmerk «een» staat er twee keer (eerder op regel 16)", "Geef elk een eigen «id»."),
        ("{id: lang,", "{id: kort,", "COA001",
         "het kenmerk «kort» staat er twee keer (eerder op regel 4)", "Geef elk een eigen «id»."),
        ("delen: [een, twee]}", "delen: [een, twe]}", "COA002", "«twe» bij «delen» bestaat niet",
         "Bedoelt u «twee»? Kies uit: een, twee."),
        ("termijn: kort,", "termijn: krt,", "COA002", "«krt» bij «termijn» bestaat niet",
         "Bedoelt u «kort»? Kies uit: kort, lang."),
        ("vorm: tekst,", "vorm: brief,", "COA002", "«brief» bij «vorm» bestaat niet",
         "Kies uit: tekst, motie."),
        ("termijnen: [lang]", "termijnen: [lng]", "COA002", "«lng» bij «termijnen» bestaat niet",
         "Bedoelt u «lang»? Kies uit: kort, lang."),
        ("zonder: [twee]", "zonder: [drie]", "COA002", "«drie» bij «zonder» bestaat niet",
         "Kies uit: een, twee."),
        ("alineas: akkoord", "alineas: akoord", "COA002", "«akoord» bij «alineas» bestaat niet",
         "Bedoelt u «akkoord»? Kies uit: akkoord, constaterend, overwegend, verzoek, vraag."),
        ("Steun {steun}.", "Steun {stuen}.", "COA003", "«{stuen}» staat nergens voor",
         "Bedoelt u «{steun}»? Schrijf «{steun}», «{signaal}» of «[naam gemeente]»."),
        ("steun: binnen een dag", "steun: \"{steun}\"", "COA003", "«{steun}» staat nergens voor",
         "Schrijf «{steun}», «{signaal}» of «[naam gemeente]»."),
        ("[Twee kort.]", "[\"Twee [@a].\"]", "COA004",
         "in een tekst om over te nemen staat een verwijzing, link of opmaak",
         "Zet de verwijzing bij «bron» of «voorbehoud», en laat opmaak weg."),
        ('bron: "[@a]"\n    voorbehoud', "bron: uit het hoofd\n    voorbehoud", "COA005",
         "bij «Een» staat geen bron", "Schrijf «[@sleutel, plaats]»."),
        ("termijn: kort, variant", "termijn: lang, variant", "COA006",
         "waarmee een lezer begint, kan niet samen: Niet samen.",
         "Kies bij «begin» een andere termijn of andere delen."),
        (" gevolg: Dat is snel.,", "", "VLD001", "het veld «gevolg» ontbreekt of is leeg",
         "Voeg toe: «gevolg: een zin» (wat deze termijn betekent en niet waarmaakt)."),
        ("uitgebreid: [Alles.]", "", "VLD001", "het veld «uitgebreid» ontbreekt of is leeg",
         "Voeg toe: «uitgebreid: [een zin]» (de zinnen van deze variant)."),
        ("belooft: iets", "beloofd: iets", "VLD001", "het veld «belooft» ontbreekt of is leeg",
         "Voeg toe: «belooft: een zin» (wat de tekst belooft)."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_a_way_out(old, new, code, message, hint):
    found = [(one.code, one.message, one.hint) for one in check(old, new)]
    assert (code, message, hint) in found


def test_a_problem_stands_at_its_line_and_column():
    (problem,) = check("[Twee kort.]", '["Twee {x}."]')
    line = SMALL[: SMALL.index("Twee kort.")].count("\n") + 1
    assert (problem.file, problem.line, problem.column) == (FILE, line, 24)


@pytest.mark.parametrize(
    "text", ["", "los", "- lijst", "delen: los", "delen: [los]", "begin: los", "delen: [{id: []}]"]
)
def test_any_other_shape_is_told_and_nothing_breaks(text):
    coalition = find_small(text)
    codes = {problem.code for problem in check_coalition(coalition)}
    assert codes <= {"YML004", "VLD001", "VLD003"}
    assert bool(codes) == bool(text)


def mark(text: str, template: str = "page") -> list[tuple[int, int, str, str]]:
    source = Source("content/pages/a.md", text)
    found = check_marks(source, 0, template, find_small(SMALL))
    return [(one.line, one.column, one.code, one.message) for one in found]


def test_marks_of_clauses_variants_and_forms_are_known():
    text = "[=een]\n\n[=een, kort]\n\n[=motie]\n\n[=termijnen]\n\n`[=x]`\n\n\\[=x]\n"
    assert mark(text) == []


@pytest.mark.parametrize(
    ("text", "template", "place", "message"),
    [
        ("a\n\n[=eem]\n", "page", (3, 1), "«eem» staat niet in coalitietekst.yaml"),
        ("[=een, lang]\n", "page", (1, 1), "«een» heeft geen variant «lang»"),
        ("[=motie, kort]\n", "page", (1, 1), "«motie» heeft geen variant «kort»"),
        ("Kijk: [=een]\n", "page", (1, 7),
         "«[=een]» kan niet in een regel met andere tekst staan"),
        ("[=bouwer]\n", "page", (1, 1),
         "«[=bouwer]» kan alleen op een pagina met een eigen sjabloon"),
        ("[=toets]\n", "coalitie", (1, 1),
         "«[=toets]» kan alleen op een pagina met een eigen sjabloon"),
    ],
)  # fmt: skip
def test_a_mark_that_cannot_be_is_told_where_it_stands(text, template, place, message):
    assert mark(text, template) == [(*place, "COA007", message)]


LEXICON = """\
woorden:
  - {id: kind, vormen: [kind, "*kinderen"], vast: ja}
  - {id: steun, vormen: [steun*, help … kind/kinderen]}
onderwerpen:
  - id: een
    punten: [Staat het er?]
    regels:
      - {oordeel: aanwezig, zin: [kind, steun|kind], uitleg: Ja.}
  - id: twee
    punten: [Staat het er?]
    regels:
      - {oordeel: half, na: [een], uitleg: Half.}
"""


def check_words(folder: Path, old: str, new: str) -> list[Problem]:
    assert LEXICON.count(old) == 1
    content = folder / "content"
    content.mkdir()
    (content / "toets-uw-tekst.yaml").write_text(LEXICON.replace(old, new), encoding="utf-8")
    lexicon = read_lexicon(content)
    return [*lexicon.problems, *check_lexicon(lexicon), *check_subjects(lexicon, find_small(SMALL))]


def test_a_whole_lexicon_gives_nothing(tmp_path):
    assert check_words(tmp_path, "Ja.", "Ja.") == []


@pytest.mark.parametrize(
    ("old", "new", "place", "code", "message"),
    [
        ("  - {id: steun,", "  - {id: kind, vormen: [jeugd]}\n  - {id: steun,", (3, 5), "COA001",
         "het kenmerk «kind» staat er twee keer (eerder op regel 2)"),
        ("steun|kind]", "steun|knd]", (8, 41), "COA002", "«knd» bij «zin» bestaat niet"),
        ("na: [een]", "na: [twee]", (12, 30), "COA002", "«twee» bij «na» bestaat niet"),
        ("steun*,", "st*,", (3, 26), "COA008", "de vorm «st*» is niet te lezen"),
        ("help … kind/kinderen", "help …", (3, 34), "COA008", "de vorm «help …» is niet te lezen"),
        ("help … kind/kinderen", "help … … kind", (3, 34), "COA008",
         "de vorm «help … … kind» is niet te lezen"),
        ("help … kind/kinderen", "kind//kinderen", (3, 34), "COA008",
         "de vorm «kind//kinderen» is niet te lezen"),
        ("zin: [kind, steun|kind], ", "", (8, 9), "COA009", "deze regel past op elke tekst"),
        ("id: twee\n", "id: drie\n", (9, 5), "COA010",
         "het onderwerp «drie» heeft geen onderdeel in coalitietekst.yaml"),
        ("oordeel: half", "oordeel: halff", (12, 19), "VLD003",
         "«halff» kan niet bij «oordeel»"),
        ("vast: ja", "rol: baas", (2, 50), "VLD003", "«baas» kan niet bij «rol»"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_the_words_is_told_where_it_stands(
    tmp_path, old, new, place, code, message
):
    found = check_words(tmp_path, old, new)
    assert [(one.file, one.line, one.column, one.code, one.message) for one in found] == [
        (WORDS, *place, code, message)
    ]


def test_a_file_that_is_no_yaml_is_told(tmp_path):
    (problem,) = check_words(tmp_path, "woorden:", "woorden: [")[:1]
    assert (problem.code, problem.file) == ("YML001", WORDS)
