"""What is told about pages, each with its place, and what is rightly left alone."""

from collections.abc import Iterable

import pytest

from plugins.core.problem import Problem
from plugins.core.source import Source
from plugins.pages.check import check_links, check_page, check_together
from plugins.pages.links import find_links
from plugins.pages.page import Page, find_page
from plugins.pages.site import Site

FRONT = """---
titel: Kosten
samenvatting: Wat het kost.
voor: [raadslid]
soort: uitleg
gecontroleerd: 2026-11-21
herzien_voor: 2027-11-21
---
"""
BODY_LINE = FRONT.count("\n") + 1
FILE = "content/pages/map/a.md"
ANCHORS = {
    "pages/map/a.md": frozenset({"kop", "bronnen"}),
    "pages/kosten.md": frozenset({"per-gemeente", "per-jaar"}),
}


def page_of(text: str, path: str = "pages/map/a.md") -> Page:
    text += "tekst\n" if text.endswith("---\n") else ""  # a page without text is a problem
    found = find_page(path, Source(f"content/{path}", text))
    assert isinstance(found, Page)
    return found


def check(*pages: Page) -> list[Problem]:
    site = Site(pages, frozenset({"pages/kapot.md"}), ANCHORS, frozenset({"beelden/schema.png"}))
    found = [problem for page in site.pages for problem in _check(page, site)]
    return [*found, *check_together(site.pages)]


def _check(page: Page, site: Site) -> list[Problem]:
    links = find_links(page.body)
    where = page.source, page.body_start
    return [*check_page(page), *check_links(*where, links, page.path, site)]


def check_body(body: str) -> list[Problem]:
    return check(page_of(FRONT + body))


def places(problems: Iterable[Problem]) -> list[tuple[int, int, str]]:
    return [(problem.line, problem.column, problem.code) for problem in problems]


@pytest.mark.parametrize(
    "body",
    [
        "## Kop {#kop}\n\n### Kop\n\ntekst",
        "Kop\n---\n",
        "a < b en b > a, a <b en <3",
        "`<script>` en ``<b>``",
        "```\n# geen kop\n<div>\n[x](weg.md)\n```",
        "    # geen kop\n    <div>\n    [x](weg.md)\n",
        "<https://x.nl> en <http://x.nl/a?b=c>",
        "<a@b.nl>",
        "\\# geen kop en \\[x](weg.md)",
        "nummer #1 en C# en # los",
        "[tekst](mailto:a@b.nl) [bel](tel:112) [site](https://x.nl)",
        "[a@b.nl] en [@sleutel] en @naam en [@a]: tekst",
        "[kosten](../kosten.md) [jaar](../kosten.md#per-jaar) [hier](#kop)",
        "![schema](../../beelden/schema.png) [groot](../../beelden/schema.png)",
        "[kapot](../kapot.md#wie-weet)",
        "a == b\n\n==\n",
    ],
)
def test_an_innocent_body_gives_nothing(body):
    assert check_body(body) == []


@pytest.mark.parametrize(
    ("body", "line", "column"),
    [
        ("# Kop", 0, 1),
        ("tekst\n\n#Kop", 2, 1),
        ("tekst\n# Kop", 1, 1),
        ("Kop\n===", 0, 1),
        ("- # Kop", 0, 1),
        ("> # Kop", 0, 1),
        ('!!! kern "Kop"\n    # Kop', 1, 1),
    ],
)
def test_a_second_main_heading_is_reported_at_its_line(body, line, column):
    assert check_body(body) == [
        Problem(
            FILE, BODY_LINE + line, column, "PAG003",
            "een kop van het hoogste niveau hoort niet in de tekst: de titel is dat al",
            "Begin de kop met «## ».",
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "line", "column", "tag"),
    [
        ("a <b>vet", 0, 3, "<b"),
        ("x<y>z", 0, 2, "<y"),
        ("tekst\n\nna <script src=x>", 2, 4, "<script"),
        ("<div\nclass=x>", 0, 1, "<div"),
        ("</div>", 0, 1, "</div"),
        ("<br/>", 0, 1, "<br"),
        ("<!-- weg -->", 0, 1, "<!--"),
        ("<?php", 0, 1, "<?"),
        ("<![CDATA[x", 0, 1, "<![CDATA"),
        ("<my-element>", 0, 1, "<my-element"),
    ],
)
def test_html_is_reported_where_it_stands(body, line, column, tag):
    assert check_body(body) == [
        Problem(
            FILE, BODY_LINE + line, column, "PAG004", f"HTML kan hier niet («{tag}»)",
            "Schrijf het in Markdown, zet code tussen «`», of zet achter een los «<» een spatie.",
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "column"),
    [
        ("## Kop {onclick=alert(1)}", 8),
        ("## Kop {#anker style=x}", 8),
        ("## Kop {hidden}", 8),
        ("een *woord*{: title=x } hier", 12),
        ("een *woord*{title=x} hier", 12),
        ("tekst\n{: hidden }", 1),
    ],
)
def test_an_attribute_other_than_an_anchor_or_a_class_is_reported(body, column):
    (problem,) = check_body(body)

    assert (problem.code, problem.column) == ("PAG008", column)
    assert problem.hint == "Alleen een anker en een klasse kunnen: «{#anker}» en «{.klasse}»."


@pytest.mark.parametrize(
    "body",
    [
        "## Kop {#anker}",
        "## Kop {: #anker .klasse }",
        "*woord*{.klasse}",
        "`{a=b}`",
        "kies {a} of b",
    ],
)
def test_an_anchor_a_class_and_braces_in_text_are_innocent(body):
    assert check_body(body) == []


@pytest.mark.parametrize("day", ["2026-11-21", "2025-11-21"])
def test_a_review_before_the_last_one_is_reported_at_its_value(day):
    page = page_of(FRONT.replace("2027-11-21", day))

    assert check(page) == [
        Problem(
            FILE, 7, 15, "PAG005", "«herzien_voor» ligt niet na «gecontroleerd»",
            "Kies een dag na de laatste controle, bijvoorbeeld een jaar later.",
        )
    ]  # fmt: skip


def test_a_date_that_is_none_is_reported_once():
    page = page_of(FRONT.replace("2027-11-21", "volgend jaar"))

    assert places(check(page)) == [(7, 15, "VLD003")]


@pytest.mark.parametrize(("length", "count"), [(220, 0), (221, 1)])
def test_a_summary_that_is_too_long_is_advice_at_its_value(length, count):
    page = page_of(FRONT.replace("Wat het kost.", length * "a"))

    assert check(page) == count * [
        Problem(
            FILE, 3, 15, "PAG006", "de samenvatting telt 221 tekens",
            "Kort haar in tot hooguit 220 tekens.", stops=False,
        )
    ]  # fmt: skip


def test_an_address_that_another_page_has_is_reported_with_its_owner():
    pages = [page_of(FRONT, path) for path in ("pages/a.md", "pages/a/index.md", "pages/b.md")]

    assert check(*pages) == [
        Problem(
            "content/pages/a/index.md", 1, 1, "PAG007",
            "het adres «/a/» is al van content/pages/a.md", "Geef dit bestand een andere naam.",
        )
    ]  # fmt: skip


def test_addresses_that_differ_in_capitals_only_are_the_same():
    pages = [page_of(FRONT, path) for path in ("pages/A.md", "pages/a.md")]

    assert [(problem.file, problem.code) for problem in check(*pages)] == [
        ("content/pages/a.md", "PAG007")
    ]


@pytest.mark.parametrize(
    ("body", "column", "code", "message", "hint"),
    [
        (
            "Zie [kosten](../koste.md).", 14, "LNK001", "de pagina «pages/koste.md» bestaat niet",
            "Bedoelt u «../kosten.md»? Verbeter de link of maak het bestand aan.",
        ),
        (
            "[x](onvindbaar.md)", 5, "LNK001", "de pagina «pages/map/onvindbaar.md» bestaat niet",
            "Verbeter de link of maak het bestand aan.",
        ),
        (
            "[x](../kosten.md#per-gemente)", 5, "LNK002",
            "het anker «#per-gemente» bestaat niet op pages/kosten.md",
            "Bedoelt u «per-gemeente»? Kijk welke koppen die pagina heeft.",
        ),
        (
            "[x](#weg)", 5, "LNK002", "het anker «#weg» bestaat niet op pages/map/a.md",
            "Kijk welke koppen die pagina heeft.",
        ),
        (
            "![x](../../beelden/shema.png)", 6, "LNK003",
            "het bestand «beelden/shema.png» bestaat niet",
            "Bedoelt u «../../beelden/schema.png»? Verbeter de link of maak het bestand aan.",
        ),
        (
            "[x]()", 5, "LNK004", "deze vorm van link kan niet: «»",
            "Verwijs naar een bestand, zoals «../kosten.md», of naar een adres met https://.",
        ),
        (
            "[x](../kosten.md zo)", 5, "LNK004", "deze vorm van link kan niet: «../kosten.md zo»",
            "Verwijs naar een bestand, zoals «../kosten.md», of naar een adres met https://.",
        ),
        (
            "[0800-2000](tel:08002001)", 13, "LNK006",
            "de tekst noemt 08002000, maar de link belt 08002001", "Maak de twee nummers gelijk.",
        ),
        (
            "![x](https://x.nl/a.png)", 6, "LNK005", "een afbeelding van een andere site kan niet",
            "Zet het bestand in content/beelden/ en verwijs daarnaar.",
        ),
        (
            "[x](/kosten/)", 5, "LNK004", "deze vorm van link kan niet: «/kosten/»",
            "Verwijs naar een bestand, zoals «../kosten.md», of naar een adres met https://.",
        ),
        (
            "[x](javascript:alert)", 5, "LNK004", "deze vorm van link kan niet: «javascript:alert»",
            "Verwijs naar een bestand, zoals «../kosten.md», of naar een adres met https://.",
        ),
        (
            "[x](http://localhost:8000/kosten/)", 5, "LNK004",
            "«http://localhost:8000/kosten/» is een adres op uw eigen computer",
            "Verwijs naar het bestand van de pagina, zoals «../kosten.md».",
        ),
        (
            "[x](mailto:)", 5, "LNK004", "deze link noemt geen mailadres",
            "Schrijf «mailto:loket@gemeente.nl».",
        ),
        (
            "[x] (../kosten.md)", 4, "LNK004", "door deze spatie is dit geen link",
            "Haal de spatie weg: «[kosten](../kosten.md)».",
        ),
        (
            "[x] (https://voorbeeld.nl/a)", 4, "LNK004", "door deze spatie is dit geen link",
            "Haal de spatie weg: «[kosten](../kosten.md)».",
        ),
        (
            "![ ](../../beelden/schema.png)", 6, "IMG001",
            "deze afbeelding heeft geen beschrijving",
            "Beschrijf tussen de blokhaken wat er te zien is: «![beschrijving](bestand)».",
        ),
    ],
)  # fmt: skip
def test_a_link_that_leads_nowhere_is_reported_at_its_target(body, column, code, message, hint):
    assert check_body(f"tekst\n{body}") == [
        Problem(FILE, BODY_LINE + 1, column, code, message, hint)
    ]


@pytest.mark.parametrize(
    "body",
    [
        "[x](https://localhost.nl/) en [y](http://127.0.0.100/)",
        "[x](mailto:loket@gemeente.nl)",
        "`[x] (../kosten.md)`",
        "Een [naam] (zie het plan)",
        "[x] (dat is .md)",
    ],
)
def test_what_looks_like_a_lost_link_and_is_none_is_left_alone(body):
    assert check_body(body) == []


def test_a_definition_of_a_link_is_checked_too():
    assert places(check_body("[x][y]\n\n[y]: ../koste.md\n")) == [(BODY_LINE + 2, 6, "LNK001")]


def test_fields_are_checked_against_the_front_matter():
    page = page_of("---\ntitel: Kosten\nsoort: uitlg\nsjablon: x\n---\n")

    assert [(problem.code, problem.line) for problem in check(page)] == [
        ("VLD002", 4), ("VLD001", 2), ("VLD001", 2), ("VLD003", 3), ("VLD001", 2), ("VLD001", 2)
    ]  # fmt: skip


def test_a_page_without_text_is_reported_below_its_fields():
    found = find_page("pages/map/a.md", Source(FILE, FRONT))
    assert isinstance(found, Page)

    assert places(check(found)) == [(BODY_LINE, 1, "PAG011")]


def test_a_page_that_its_template_fills_needs_no_text():
    front = FRONT.replace("soort: uitleg", "soort: overzicht\nsjabloon: bronnen")
    found = find_page("pages/map/a.md", Source(FILE, front))
    assert isinstance(found, Page)

    assert check(found) == []


def test_a_text_that_yaml_would_cut_off_is_reported_at_its_sign():
    page = page_of(FRONT.replace("titel: Kosten", "titel: Groep 8 #1 vraag"))

    assert check(page) == [
        Problem(
            FILE, 2, 16, "PAG016", "vanaf het hekje valt «titel» weg",
            "Zet de hele tekst tussen aanhalingstekens.",
        )
    ]  # fmt: skip


@pytest.mark.parametrize("title", ["'Groep 8 #1'", '"Groep 8 #1"', "Groep#8", "C# op school"])
def test_a_sign_that_yaml_keeps_is_innocent(title):
    assert check(page_of(FRONT.replace("titel: Kosten", f"titel: {title}"))) == []


@pytest.mark.parametrize("moment", ["2026-04-09", "2026-04", "2026"])
def test_a_news_item_that_says_of_when_it_is_is_fine(moment):
    text = FRONT.replace("soort: uitleg", f"soort: nieuws\ndatum: {moment}")

    assert check(page_of(text, "nieuws/brief.md")) == []


@pytest.mark.parametrize("moment", ["", "datum: ''\n"])
def test_a_news_item_without_a_moment_is_reported(moment):
    text = FRONT.replace("soort: uitleg\n", f"soort: nieuws\n{moment}")

    assert places(check(page_of(text, "nieuws/brief.md"))) == [(2, 1, "PAG017")]


@pytest.mark.parametrize("moment", ["9 april", "2026-13", "2026-02-30", "2026-4"])
def test_a_moment_that_is_none_is_reported_at_its_value(moment):
    text = FRONT.replace("soort: uitleg", f"soort: nieuws\ndatum: {moment}")

    assert (6, 8, "VLD003") in places(check(page_of(text, "nieuws/brief.md")))


def moved(addresses: str, path: str = "pages/map/a.md") -> Page:
    return page_of(
        FRONT.replace("soort: uitleg", f"soort: uitleg\noude_adressen: {addresses}"), path
    )


@pytest.mark.parametrize("addresses", ["oud/", "[oud/, map/oud/, oud.html, map/oud-1.html]", "[]"])
def test_an_old_address_that_is_free_is_fine(addresses):
    assert check(moved(addresses)) == []


@pytest.mark.parametrize(
    ("addresses", "place"),
    [
        ("[oud/, map/b/]", (6, 23, "PAG018")),  # another page stands there
        ("map/a/", (6, 16, "PAG018")),  # the page itself stands there
        ("map/c/", (6, 16, "PAG018")),  # an earlier page gives it too
        ("zoeken/oud/", (6, 16, "PAG018")),  # the build fills that folder
        ("[/oud/]", (6, 17, "VLD003")),
        ("[https://x.nl/]", (6, 17, "VLD003")),
        ("[../oud/]", (6, 17, "VLD003")),
        ("[oud]", (6, 17, "VLD003")),
    ],
)
def test_an_old_address_that_cannot_be_is_reported_at_its_place(addresses, place):
    pages = moved("map/c/", "pages/een.md"), page_of(FRONT, "pages/map/b.md"), moved(addresses)

    assert places(check(*pages)) == [place]


def test_the_problem_names_who_has_the_old_address():
    assert check(page_of(FRONT, "pages/map/b.md"), moved("map/b/")) == [
        Problem(
            FILE, 6, 16, "PAG018", "het oude adres «map/b/» is al van content/pages/map/b.md",
            "Laat dit adres weg bij «oude_adressen».",
        )
    ]  # fmt: skip
