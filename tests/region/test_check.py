"""What is told about the region file, and about its marks in texts."""

import pytest

from plugins.core.problem import Problem
from plugins.core.source import Source
from plugins.core.yaml import Fields, Scalar
from plugins.region.check import check_fields_without_mark, check_marks, check_region
from plugins.region.mark import NAMES
from plugins.region.region import read_region
from tests.region.sample import FULL, without

FILE = "content/regio.yaml"
SOURCES = frozenset(("brief",))


def check(tmp_path, text: str, sources: frozenset[str] | None = SOURCES) -> list[Problem]:
    content = tmp_path / "content"
    content.mkdir()
    (content / "regio.yaml").write_text(text, encoding="utf-8")
    return list(check_region(read_region(content), sources))


def places(problems: list[Problem]) -> list[tuple[int, int, str]]:
    return [(problem.line, problem.column, problem.code) for problem in problems]


def test_a_region_without_blanks_gives_nothing(tmp_path):
    assert check(tmp_path, FULL) == []


def test_an_empty_field_is_advice_at_its_place(tmp_path):
    assert check(tmp_path, without("eigenaar")) == [
        Problem(
            FILE, 4, 11, "REG001", "«eigenaar» is nog niet ingevuld",
            "Vul in wie de site beheert; tot dan staat overal dat dit een voorbeeld is.",
            stops=False,
        )
    ]  # fmt: skip


def test_a_field_that_is_not_there_is_advice_too(tmp_path):
    found = check(tmp_path, FULL.replace("overdracht: 2027-01-31\n", ""))

    assert [(problem.line, problem.message) for problem in found] == [
        (1, "«overdracht» is nog niet ingevuld")
    ]


def test_every_blank_that_only_an_owner_can_fill_in_is_told(tmp_path):
    names = (
        "eigenaar", "adres", "contact", "beveiliging", "privacy", "klachten", "overdracht",
        "broncode",
    )  # fmt: skip
    top = FULL.replace("uitweg:\n  naam: het weer\n  adres: https://www.knmi.nl/\n", "")
    exit_line = "uitweg: {naam: het weer, adres: https://www.knmi.nl/}\n"
    found = check(tmp_path, without(*names, text=top) + exit_line)

    told = [problem.message for problem in found]
    assert told == [
        *(f"«{name}» is nog niet ingevuld" for name in names),
        "«signaal: contact» is nog niet ingevuld",
    ]
    assert not any(problem.stops for problem in found)


@pytest.mark.parametrize("empty", ["gemeenten: []", "gemeenten:", "gemeenten: ''"])
def test_a_region_without_municipalities_is_a_blank_and_needs_no_signal(tmp_path, empty):
    start = without("route", "afzender", text=FULL.partition("gemeenten:")[0])
    found = check(tmp_path, start + empty)

    assert [(problem.code, problem.message) for problem in found] == [
        ("REG001", "«gemeenten» is nog niet ingevuld")
    ]


def test_what_every_municipality_tells_for_itself_is_no_blank_of_the_region(tmp_path):
    own = "- naam: Beek\n    route: eigen\n"
    text = FULL.replace("- naam: Beek\n", own).replace("- naam: Ommen\n", own.replace("Beek", "O"))

    assert check(tmp_path, text.replace("route: via leerplicht", "route: ''")) == []


def test_a_municipality_that_stands_twice_is_told_at_the_second(tmp_path):
    assert check(tmp_path, FULL.replace("Ommen", "beek")) == [
        Problem(
            FILE, 21, 5, "REG002", "de gemeente «beek» staat er twee keer (eerder op regel 20)",
            "Voeg de twee samen.",
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "place", "message"),
    [
        ("", (20, 3), "deze lijst heeft geen bron"),
        ("gemeenten_bron: brif\n", (24, 17), "de bron «brif» staat niet in bronnen.bib"),
    ],
)
def test_a_list_of_municipalities_needs_a_source_that_exists(tmp_path, source, place, message):
    found = check(tmp_path, FULL.replace("gemeenten_bron: brief\n", source))

    assert found == [
        Problem(
            FILE, *place, "REG003", message,
            "Zet bij «gemeenten_bron» de sleutel van een bron uit bronnen.bib.",
        )
    ]  # fmt: skip


def test_without_a_readable_bibliography_no_source_is_called_unknown(tmp_path):
    assert check(tmp_path, FULL, None) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("uitweg:\n  naam: het weer\n  adres: https://www.knmi.nl/\n", "", (1, 1, "VLD001")),
        ("\n  naam: het weer\n  adres: https://www.knmi.nl/", " x", (12, 9, "YML004")),
        ("  adres: https://www.knmi.nl/\n", "", (13, 3, "VLD001")),
        ("https://www.knmi.nl/", "http://x.nl", (14, 10, "VLD003")),
        ("  naam: het weer", "  tijd: 1\n  naam: het weer", (13, 3, "VLD002")),
        ("2027-01-31", "31 januari", (10, 13, "VLD003")),
        ("- naam: Beek", "- Beek", (20, 5, "YML004")),
        ("- naam: Beek", "- neem: Beek", (20, 5, "VLD002")),
        ("brief\ngemeenten_t", "Brief 1\ngemeenten_t", (24, 17, "VLD003")),
    ],
)  # fmt: skip
def test_a_field_that_does_not_fit_is_told_at_its_place(tmp_path, old, new, expected):
    assert FULL.count(old) == 1
    assert expected in places(check(tmp_path, FULL.replace(old, new)))


@pytest.mark.parametrize("text", ["- a\n", "los\n"])
def test_a_file_without_fields_is_reported_once(tmp_path, text):
    assert [problem.code for problem in check(tmp_path, text)] == ["YML004"]


@pytest.mark.parametrize("text", ["naam: a: b\n", "naam: *a\n"])
def test_a_file_that_cannot_be_read_is_not_checked_too(tmp_path, text):
    assert check(tmp_path, text) == []


def marks(text: str) -> list[Problem]:
    return list(check_marks(Source("content/pages/a.md", text), 0))


def test_a_mark_with_an_unknown_name_is_told_with_a_near_one():
    assert marks("In [%nam] wonen mensen.") == [
        Problem(
            "content/pages/a.md", 1, 4, "REG004", "«[%nam]» bestaat niet",
            f"Bedoelt u «naam»? Kies uit: {', '.join(NAMES)}.",
        )
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["In [%gemeenten] dus.", "Zie:\n[%gemeenten]", "[%gemeenten]\nen"])
def test_the_table_cannot_stand_in_a_sentence(text):
    assert [problem.code for problem in marks(text)] == ["REG005"]


@pytest.mark.parametrize(
    "text",
    [
        "[%naam] en [%eigenaar].",
        "Kop\n\n[%gemeenten]\n\nStaart",
        "[%gemeenten]",
        "## Kop\n\n  [%gemeenten]  \n",
        "Zo: `[%nam]`.",
        r"Zo: \[%nam].",
        "    [%nam]",
        "[%50](https://x.nl)",
    ],
)
def test_marks_in_their_place_and_what_is_no_mark_give_nothing(text):
    assert marks(text) == []


def test_a_title_cannot_hold_a_mark():
    fields = Fields(((Scalar("titel", 2, 1), Scalar("Over [%naam]", 2, 8)),), 2, 1)

    found = list(check_fields_without_mark(fields, "content/pages/a.md"))

    assert found == [
        Problem(
            "content/pages/a.md", 2, 8, "REG006", "in «titel» kan geen plek voor de regio staan",
            "Zet die in de tekst.",
        )
    ]  # fmt: skip
