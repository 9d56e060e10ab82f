"""What is told about the region file."""

import pytest

from plugins.core.problem import Problem
from plugins.region.check import check_region
from plugins.region.region import read_region

FILE = "content/regio.yaml"
START = "naam: Zuid-Limburg\nhub: Kennishub\nvoorbeeld: Voorbeeld.\n"
EXIT = "uitweg: {naam: het weer, adres: https://www.knmi.nl/}\n"
OWNED = "eigenaar: GGD\nadres: https://hub.example\n"


def check(tmp_path, text: str) -> list[Problem]:
    content = tmp_path / "content"
    content.mkdir()
    (content / "regio.yaml").write_text(text, encoding="utf-8")
    return list(check_region(read_region(content)))


@pytest.mark.parametrize("rest", ["", "gemeenten: []\n", "gemeenten: [Beek]\n"])
def test_a_region_with_an_owner_gives_nothing(tmp_path, rest):
    assert check(tmp_path, START + OWNED + EXIT + rest) == []


def test_each_blank_is_advice_at_its_place(tmp_path):
    assert check(tmp_path, START + EXIT + 'adres: ""\n') == [
        Problem(
            FILE, 1, 1, "REG001", "«eigenaar» is nog niet ingevuld",
            "Vul in wie de site beheert; tot dan staat overal dat dit een voorbeeld is.",
            stops=False,
        ),
        Problem(
            FILE, 5, 8, "REG001", "«adres» is nog niet ingevuld",
            "Vul het openbare adres in, met https://, zodra dat bekend is.", stops=False,
        ),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("leaving", "line", "column", "code"),
    [
        ("", 1, 1, "VLD001"),
        ("uitweg: het weer\n", 6, 9, "YML004"),
        ("uitweg:\n  naam: het weer\n", 7, 3, "VLD001"),
        ("uitweg: {naam: x, adres: http://x.nl}\n", 6, 26, "VLD003"),
        ("uitweg: {naam: x, adres: 'https://x.nl', tijd: 1}\n", 6, 42, "VLD002"),
    ],
)
def test_the_exit_must_lead_somewhere_safe(tmp_path, leaving, line, column, code):
    found = check(tmp_path, START + OWNED + leaving)

    assert [(problem.file, problem.line, problem.column, problem.code) for problem in found] == [
        (FILE, line, column, code)
    ]


def test_an_address_needs_https(tmp_path):
    assert check(tmp_path, START + EXIT + "eigenaar: GGD\nadres: hub.example\n") == [
        Problem(
            FILE, 6, 8, "VLD003", "«hub.example» is geen webadres met https:// (bij «adres»)",
            "Schrijf bijvoorbeeld «adres: https://www.knmi.nl/».",
        )
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["- a\n", "los\n"])
def test_a_file_without_fields_is_reported_once(tmp_path, text):
    assert [problem.code for problem in check(tmp_path, text)] == ["YML004"]


@pytest.mark.parametrize("text", ["naam: a: b\n", "naam: *a\n"])
def test_a_file_that_cannot_be_read_is_not_checked_too(tmp_path, text):
    assert check(tmp_path, text) == []
