"""New pages and entries: complete, valid, and never over anything that is there."""

import shutil
from datetime import date

import pytest

from plugins.checks.hub import check_hub
from plugins.editing.answers import RefusedError
from plugins.editing.command import run_new
from plugins.editing.new import make_new
from plugins.hub.hub import read_hub
from plugins.hub.rendering import render_hub
from tests.project import BASE

TODAY = date(2026, 11, 22)
LEAP_DAY = date(2028, 2, 29)
PAGE = ("titel=Wat het kost: een begin", "samenvatting=Kort gezegd.", "voor=raadslid, school")
FIGURE = (
    "id=scholen", "wat=scholen die meedoen", "groep=Handle with Care", "waarde=700",
    "eenheid=scholen", "jaar=2026", "soort=gemeten", "bron=plan-2018",
)  # fmt: skip
CASES = {
    "pagina": PAGE,
    "nieuws": (*PAGE, "datum=2026-11"),
    "begrip": (
        "term=aanpak",
        "uitleg=Hoe iets gedaan wordt [@plan-2018].",
        "zoekwoorden=werkwijze",
    ),
    "bron": ("sleutel=vng-2027", "type=report", "title=Handreiking", "organisatie=VNG"),
    "cijfer": FIGURE,
}


@pytest.fixture
def content(tmp_path):
    content = tmp_path / "content"
    shutil.copytree(BASE / "content", content)
    figures = "bijgewerkt: 2026-11-21\n# eigen woord\ncijfers:\n- id: oud\n  wat: kinderen\n"
    rest = "  groep: Groep\n  waarde: '3'\n  eenheid: kinderen\n  jaar: '2018'\n"
    rest += "  soort: gemeten\n  bron: plan-2018\n  status: actueel\n"
    (content / "cijfers.yaml").write_text(figures + rest, encoding="utf-8")
    return content


def read_all(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def find_stopping(content):
    return [one for one in check_hub(render_hub(read_hub(content)), TODAY) if one.stops]


@pytest.mark.parametrize("kind", CASES)
def test_what_is_made_passes_every_check(content, kind):
    make_new(content, kind, CASES[kind], TODAY)

    assert find_stopping(content) == []


@pytest.mark.parametrize("kind", ["begrip", "bron", "cijfer"])
def test_an_entry_adds_lines_and_changes_none(content, kind):
    before = read_all(content)

    change, _ = make_new(content, kind, CASES[kind], TODAY)

    old = before[change.path].decode().splitlines()
    new = change.text.splitlines()
    added = len(new) - len(old)
    start = change.line - 1
    assert added > 0
    assert [*new[:start], *new[start + added :]] == old
    after = read_all(content)
    assert {path for path in after if after[path] != before.get(path)} == {change.path}


def test_a_page_has_its_fields_in_order_and_dates_a_year_apart(content):
    change, _ = make_new(content, "pagina", (*PAGE, "map=gids"), LEAP_DAY)

    assert change.path == "pages/gids/wat-het-kost-een-begin.md"
    assert change.text.startswith(
        '---\ntitel: "Wat het kost: een begin"\nsamenvatting: Kort gezegd.\n'
        "voor: [raadslid, school]\nsoort: uitleg\ngecontroleerd: 2028-02-29\n"
        "herzien_voor: 2029-02-28\n---\n\n"
    )
    assert "[nog in te vullen: de tekst]" in change.text


def test_news_is_named_after_its_moment(content):
    change, _ = make_new(content, "nieuws", CASES["nieuws"], TODAY)

    assert change.path == "nieuws/2026-11-wat-het-kost-een-begin.md"
    assert "datum: 2026-11\n" in change.text


def test_a_source_says_itself_what_it_lacks(content):
    change, _ = make_new(content, "bron", CASES["bron"], TODAY)

    assert change.text.endswith(
        "\n\n@report{vng-2027,\n  author    = {{VNG}},\n  title     = {Handreiking},\n"
        "  gezien    = {nee},\n  ontbreekt = {year}\n}\n"
    )


@pytest.mark.parametrize(
    ("kind", "options", "words"),
    [
        ("pagnia", (), "Bedoelt u «pagina»?"),
        ("pagina", ("titel",), "is geen veld. Schrijf --veld naam=waarde."),
        ("pagina", ("title=x",), "Bedoelt u «titel»?"),
        ("pagina", ("titel=x", "titel=y"), "staat er twee keer"),
        ("pagina", ("titel=x",), "--veld samenvatting=…"),
        ("pagina", (*PAGE[:2], "voor=raadlid"), "Bedoelt u «raadslid»?"),
        ("pagina", (*PAGE, "gecontroleerd=2026-02-30"), "«2026-02-30» is geen datum"),
        ("pagina", (*PAGE, "map=../buiten"), "is geen map onder content/pages"),
        ("pagina", (*PAGE, "map=/etc"), "is geen map onder content/pages"),
        ("pagina", (*PAGE, "naam=Met Spatie"), "is geen kort kenmerk"),
        ("pagina", ("titel=???", *PAGE[1:]), "geeft geen naam voor het bestand"),
        ("pagina", (*PAGE, "naam=meer"), "content/pages/meer.md bestaat al"),
        ("nieuws", PAGE, "--veld datum=…"),
        ("begrip", ("term=Signaal", "uitleg=x"), "«Signaal» staat al in begrippen.yaml"),
        ("begrip", ("term=aanpak", "uitleg=Zie [@niets]."), "REF001"),
        ("begrip", ("term=aanpak", "uitleg=Zie <b>x</b>."), "PAG004"),
        ("bron", ("sleutel=plan-2018", *CASES["bron"][1:]), "«plan-2018» staat al in bronnen.bib"),
        ("bron", (*CASES["bron"], "note=half {open"), "REF002"),
        ("bron", ("sleutel=x", "type=rapport", "title=x"), "«rapport» kan niet bij «type»"),
        ("cijfer", ("id=oud", *FIGURE[1:]), "«oud» staat al in cijfers.yaml"),
        ("cijfer", (*FIGURE[:-1], "bron=niets"), "niets"),
        ("cijfer", ("id=x", "waarde=12"), "--veld groep=…"),
    ],
)
def test_what_cannot_be_made_is_refused_and_nothing_is_written(content, kind, options, words):
    before = read_all(content)

    with pytest.raises(RefusedError) as refusal:
        make_new(content, kind, options, TODAY)

    assert words in str(refusal.value)
    assert read_all(content) == before


def test_what_was_wrong_before_does_not_stand_in_the_way(content):
    page = content / "pages/meer.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nZie [@niets].\n", encoding="utf-8")

    make_new(content, "begrip", CASES["begrip"], TODAY)


def test_a_file_that_cannot_be_read_is_left_alone(content):
    (content / "begrippen.yaml").write_text("- term: a: b\n", encoding="utf-8")

    with pytest.raises(RefusedError, match="los dit eerst op"):
        make_new(content, "begrip", CASES["begrip"], TODAY)


def test_a_file_keeps_the_line_ends_that_it_has(content):
    path = content / "begrippen.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    make_new(content, "begrip", CASES["begrip"], TODAY)

    data = path.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n")


def test_who_says_nothing_beforehand_is_asked_until_it_fits(content):
    asked = []
    replies = iter(("Kosten", "Kort.", "", "raadlid", "raadslid"))

    def ask(question: str) -> str:
        asked.append(question)
        return next(replies)

    change, _ = make_new(content, "pagina", (), TODAY, ask)

    assert [question.partition(" ")[0] for question in asked[:3]] == [
        "titel",
        "samenvatting",
        "voor",
    ]
    assert "dit is nodig" in asked[3]
    assert "Bedoelt u «raadslid»?" in asked[4]
    assert "voor: [raadslid]" in change.text


def test_the_command_says_what_was_written_and_what_to_do(content, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)

    assert run_new(content, "pagina", PAGE, TODAY) == 0
    assert capsys.readouterr().out == (
        "Geschreven: content/pages/wat-het-kost-een-begin.md:1\n"
        "content/pages/wat-het-kost-een-begin.md:11:7: PAG021 (advies) 2 plekken zijn op deze "
        "pagina nog niet ingevuld: het antwoord in één zin, met de bron erachter, de tekst\n"
        "    Vul in wat bekend is, met bron. Wat niemand weet, blijft zichtbaar leeg.\n"
        "Vul aan wat er nog tussen haken staat, en draai «invoke check».\n"
    )
    assert run_new(content, "pagina", PAGE, TODAY) == 1
    assert capsys.readouterr().err.startswith("Er is niets geschreven: content/pages/wat")
