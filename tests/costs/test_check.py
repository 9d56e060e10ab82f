"""What is told about a model: where, and how to mend it."""

import pytest

from plugins.core.problem import Problem
from plugins.costs.check import check_costs
from plugins.costs.file import read_costs
from tests.costs.sample import FILE, GOOD, REGISTER, costs_of


def check(text: str) -> list[Problem]:
    return sorted(set(check_costs(costs_of(text), REGISTER)))


def place_of(text: str, part: str) -> tuple[int, int]:
    before = text[: text.index(part)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def test_a_good_model_gives_nothing():
    assert check(GOOD) == []


def test_a_hub_without_the_file_has_nothing_to_check(tmp_path):
    file = read_costs(tmp_path)
    assert (file.value, file.problems) == (None, ())
    assert list(check_costs(file, REGISTER)) == []


def test_a_file_that_cannot_be_read_is_reported_once(tmp_path):
    (tmp_path / "kosten.yaml").write_bytes(b"velden: \xff\n")
    assert [problem.code for problem in read_costs(tmp_path).problems] == ["BST001"]
    (tmp_path / "kosten.yaml").write_text("velden: [\n", encoding="utf-8")
    file = read_costs(tmp_path)
    assert [problem.code for problem in file.problems] == ["YML001"]
    assert list(check_costs(file, REGISTER)) == []


@pytest.mark.parametrize("text", ["[]\n", "tekst\n"])
def test_a_file_that_holds_no_fields_is_told_what_it_holds(text):
    assert [problem.code for problem in check(text)] == ["YML004"]


def test_an_empty_file_lacks_everything():
    assert [problem.code for problem in check("")] == ["VLD001"] * 4


GIVEN = "een aanname heeft een cijfer of een waarde; een ander veld vult de lezer zelf in"
# What is spoilt, by what, and what is told at which of the words.
SPOILT = [
    ("keer: per-school}", "keer: per-scholl}", "per-scholl", "KOS001",
     "«per-scholl» is geen getal, en hier geen kenmerk van een veld"),
    ("aantal: start,", "aantal: gisteren,", "gisteren", "KOS001",
     "«gisteren» is geen getal, en hier geen kenmerk van een veld"),
    ("min: start", "min: stat", "stat", "KOS001",
     "«stat» is geen getal, en hier geen kenmerk van een veld"),
    ("deel: \"60\"", "deel: \"0\"", '"0"}\n  - {id: jurist', "KOS001",
     "«0» is geen getal, en hier geen kenmerk van een veld"),
    ("tarief: tarief}", "tarief: 80}", "80}", "KOS001",
     "«80» is geen getal, en hier geen kenmerk van een veld"),
    ("hoogstens: weken", "hoogstens: jaar", "jaar\n", "KOS001",
     "«jaar» is geen getal, en hier geen kenmerk van een veld"),
    ("{naam: Klein, telling: scholen", "{naam: Klein, telling: kinderen", "kinderen", "KOS001",
     "de telling «kinderen» bestaat niet"),
    ("{veld: bedrag,", "{veld: bedrga,", "{veld: bedrga", "KOS001",
     "het veld «bedrga» bestaat niet"),
    ("minste: \"0\"\n    meeste: \"100\"", "minste: nul\n    meeste: \"100\"", "nul", "KOS002",
     "«nul» tot «100» zijn geen grenzen"),
    ("minste: \"0\"\n    meeste: \"100\"", "minste: \"0\"\n    meeste: \"0\"",
     '"0"\n    meeste: "0"', "KOS002", "«0» tot «0» zijn geen grenzen"),
    ("waarde: 1–4", "waarde: ongeveer 2", "ongeveer 2", "KOS002",
     "«ongeveer 2» is geen getal of bereik in Nederlandse notatie"),
    ("waarde: 1–4", "waarde: 1.5", "1.5", "KOS002",
     "«1.5» is geen getal of bereik in Nederlandse notatie"),
    ("waarde: 1–4", "waarde: 4–1", "4–1", "KOS002", "«4–1» loopt van hoog naar laag"),
    ("waarde: 1–4", "waarde: 1–400", "1–400", "KOS002", "«1–400» is groter dan 100"),
    ("waarde: 1–4", "waarde: 1,5", "1,5", "KOS002",
     "«1,5» is geen heel getal, en dat moet hier wel"),
    ("waarde: \"52\"", "waarde: \"0\"", '"0", waarom: Een jaar', "KOS002", "«0» is kleiner dan 1"),
    ("waarde: \"52\"", "waarde: \"20\"", '"26"', "KOS002", "«26» is meer dan «weken»"),
    ("waarde: \"1.200\"", "waarde: \"1,200\"", '{veld: scholen, waarde: "1,200"', "KOS002",
     "«1,200» is geen getal of bereik in Nederlandse notatie"),
    ("cijfer: uren-daarna", "cijfer: uren-darna", "uren-darna", "KOS003",
     "het cijfer «uren-darna» staat niet in cijfers.yaml"),
    ("cijfer: uren-daarna", "cijfer: nihil", "nihil", "KOS003",
     "het cijfer «nihil» is een tekst, en daarmee valt niet te rekenen"),
    ("cijfer: uren-daarna", "cijfer: bedrag", "bedrag\n    minste", "KOS002",
     "«38.600.000» is groter dan 80"),
    ("cijfer: uren-daarna", "cijfer: uren-daarna\n    waarde: \"2\"", '"2"\n', "KOS004",
     "dit veld heeft een cijfer én een waarde"),
    ("    waarom: Een schatting van [#uren-start].\n", "", "1–4", "KOS004",
     "deze aanname heeft geen reden, en die staat op de pagina"),
    ("    cijfer: uren-daarna\n", "", "aannames\n    minste", "KOS004",
     GIVEN),
    ("naam: bedrag,", "naam: bedrag, waarde: \"5\", waarom: Zo maar.,",
     'zelf, minste: "0", meeste: "9.000"', "KOS004", GIVEN),
    ("    cijfer: minuten\n", "", "\"0\"\n    waarom: De bron", "KOS004",
     "«vanaf» hoort bij een cijfer"),
    ("{id: rest,", "{id: start,", "start, naam: Rest", "KOS006",
     "het kenmerk «start» staat er twee keer (eerder op regel 46)"),
    ("{id: signalen,", "{id: weken,", "weken, naam: signalen", "KOS006",
     "het kenmerk «weken» staat er twee keer (eerder op regel 11)"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "where", "code", "message"), SPOILT)
def test_what_is_wrong_is_told_at_its_place(old, new, where, code, message):
    assert GOOD.count(old) >= 1
    text = GOOD.replace(old, new, 1)

    told = [problem for problem in check(text) if problem.code == code]

    assert (*place_of(text, where), message) in [
        (problem.line, problem.column, problem.message) for problem in told
    ]
    assert all(problem.file == FILE and problem.stops for problem in told)


def test_a_field_in_no_sum_is_advice():
    text = GOOD.replace("aantal: bedrag", 'aantal: "5"')
    [problem] = check(text)
    assert (problem.code, problem.stops) == ("KOS007", False)
    assert problem.message == "het veld «bedrag» telt in geen enkele som mee"


def test_a_near_name_is_suggested():
    told = check(GOOD.replace("keer: per-school}", "keer: per-schol}"))
    [problem] = [problem for problem in told if problem.stops]
    assert problem.hint.startswith("Bedoelt u «per-school»?")


def test_what_only_one_way_to_count_gives_stands_in_no_post():
    way = "  - {id: bedrag, naam: bedrag, geeft: [{id: iets, naam: iets, aantal: bedrag}]}\n"
    text = GOOD.replace("posten:\n", f"{way}posten:\n")
    assert "«signalen» is geen getal, en hier geen kenmerk van een veld" in [
        problem.message for problem in check(text)
    ]
