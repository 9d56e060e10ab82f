"""The calculator of the costs: a councillor's own numbers, with and without JavaScript."""

import csv
import io
import re
import subprocess

import pytest
from playwright.sync_api import expect

from plugins.costs.default import find_defaults, find_values
from plugins.costs.outcome import compute_outcome
from plugins.costs.wording import render_amount
from plugins.hub.costs import find_known
from plugins.hub.hub import read_hub
from tests.browser.test_keyboard import press_until
from tests.browser.visit import AXE
from tests.circle import count
from tests.programs import require_program
from tests.project import ROOT

FIELDS = ".cost-form [data-field] input"


@pytest.fixture
def costs(page, hub_address):
    page.goto(hub_address + "kosten/")
    expect(page.locator(".cost-form")).to_be_visible()
    return page


def open_all(page):
    """Open what is folded in the form."""
    for folded in page.locator(".cost-form > details > summary").all():
        folded.click()


def field(page, id_):
    return page.locator(f"#kosten-{id_}")


def fault(page, id_):
    return page.locator(f"#kosten-{id_}-fout")


def total(page, lines):
    return page.locator(f'[data-lines="{lines}"] tfoot td')


@pytest.fixture(scope="module")
def own():
    """The hub's own model, and what stands in its fields at first."""
    hub = read_hub(ROOT / "content")
    return hub.costs.model, find_defaults(hub.costs.model, find_known(hub.register))


def expected(own, size, phase, **typed):
    """Return the two totals that the build works out."""
    model, defaults = own
    texts = {**defaults, **{name.replace("_", "-"): text for name, text in typed.items()}}
    outcome = compute_outcome(model, size, phase, find_values(model, texts))
    return [
        render_amount(outcome.total(one), one).replace(" ", "\u00a0") for one in ("uren", "euro")
    ]


def test_each_field_starts_with_what_the_register_or_the_model_gives(costs, own):
    _, defaults = own
    found = {
        one.get_attribute("id").removeprefix("kosten-"): one.input_value()
        for one in costs.locator(FIELDS).all()
    }
    assert found == defaults
    assert found["uren-daarna"] == "2–3"


def test_every_field_has_a_label_and_says_its_limits_and_its_origin(costs):
    open_all(costs)
    for one in costs.locator(FIELDS).all():
        id_ = one.get_attribute("id")
        assert costs.locator(f"label[for={id_}]").count() == 1
        described = one.get_attribute("aria-describedby").split()
        assert described == [f"{id_}-uitleg", f"{id_}-fout"]
        assert re.search(r"Van \S+ tot \S+", costs.locator(f"#{described[0]}").text_content())
    register = costs.locator("#kosten-uren-start-uitleg a")
    assert register.get_attribute("href").endswith("cijfers/#coordinatie-start")
    assumed = costs.locator("#kosten-weken-start-uitleg a")
    assert costs.locator(assumed.get_attribute("href")).count() == 1


@pytest.mark.parametrize(
    ("size", "phase", "typed"),
    [
        ("scholen", "start", {"scholen": "34"}),
        ("scholen", "later", {"scholen": "34"}),
        ("leerlingen", "start", {"leerlingen": "1.000-2.000"}),
        ("signalen", "later", {"signalen": "40", "minuten_school": "90", "uren_daarna": "2,5"}),
    ],
)
def test_the_browser_shows_what_the_build_works_out(costs, own, size, phase, typed):
    open_all(costs)
    costs.select_option("#kosten-telling", size)
    costs.select_option("#kosten-fase", phase)
    for name, text in typed.items():
        field(costs, name.replace("_", "-")).fill(text)
    costs.keyboard.press("Tab")

    hours, euros = expected(own, size, phase, **typed)
    expect(total(costs, "uren")).to_have_text(hours)
    expect(total(costs, "euro")).to_have_text(euros)


def test_only_the_field_of_the_chosen_way_to_count_is_shown(costs):
    for chosen in ("scholen", "leerlingen", "signalen"):
        costs.select_option("#kosten-telling", chosen)
        shown = [
            one for one in ("scholen", "leerlingen", "signalen") if field(costs, one).is_visible()
        ]
        assert shown == [chosen]


BAD = [
    ("scholen", "-3", "Dit is te laag. Vul 1 of meer in."),
    ("scholen", "1000000000000", "Dit is te hoog. Vul hooguit 2.000 in."),
    ("scholen", "twaalf", "Schrijf een getal met cijfers, zoals 12 of 1.500."),
    ("scholen", "10^12", "Schrijf een getal met cijfers, zoals 12 of 1.500."),
    ("scholen", "<img src=x onerror=alert(1)>", "Schrijf een getal met cijfers"),
    ("scholen", "1,5", "Vul een heel getal in, zonder komma."),
    ("scholen", "1,000", "Zet een punt tussen duizendtallen en een komma voor decimalen"),
    ("uren-start", "1.5", "Zet een punt tussen duizendtallen en een komma voor decimalen"),
    ("uren-start", "1,55", "Gebruik niet meer dan 1 cijfers achter de komma."),
    ("uren-start", "3–2", "Zet het laagste getal voorop."),
]


@pytest.mark.parametrize(("id_", "text", "message"), BAD[:: count(desk=3, ci=1, long=1)])
def test_a_number_that_cannot_be_is_told_at_its_field(costs, id_, text, message):
    open_all(costs)
    field(costs, id_).fill(text)
    costs.keyboard.press("Tab")
    expect(fault(costs, id_)).to_contain_text(message)
    expect(field(costs, id_)).to_have_attribute("aria-invalid", "true")
    expect(costs.locator("[data-left-out]")).to_contain_text("nog niet goed ingevuld")
    assert costs.locator(".cost-form img").count() == 0

    field(costs, id_).fill("12")
    costs.keyboard.press("Tab")
    expect(fault(costs, id_)).to_be_empty()
    expect(field(costs, id_)).to_have_attribute("aria-invalid", "false")


def test_dutch_notation_is_read_as_dutch(costs, own):
    open_all(costs)
    field(costs, "scholen").fill("1.000")
    field(costs, "tarief-gemeente").fill("€ 85,50")
    costs.keyboard.press("Tab")
    expect(total(costs, "uren")).to_have_text(expected(own, "scholen", "start", scholen="1.000")[0])
    assert costs.locator(".form-fault:not(:empty)").count() == 0


def test_an_empty_field_is_no_fault_and_its_post_is_named_as_left_out(costs):
    open_all(costs)
    field(costs, "uren-daarna").fill("")
    costs.keyboard.press("Tab")
    left_out = costs.locator("[data-left-out]")
    expect(left_out).to_contain_text("rest van het jaar (leeg: uren per week daarna)")
    expect(left_out).to_contain_text("Leerplicht verwerkt signalen (leeg: scholen)")
    assert costs.locator(".form-fault:not(:empty)").count() == 0
    expect(total(costs, "uren")).to_have_text("312")


def test_a_start_cannot_take_longer_than_the_year(costs):
    open_all(costs)
    field(costs, "weken-jaar").fill("20")
    costs.keyboard.press("Tab")
    expect(fault(costs, "weken-start")).to_have_text(
        "Dit kan niet meer zijn dan weken in een jaar: 20."
    )


def test_hours_at_a_rate_stand_apart_from_the_euros(costs):
    euros = total(costs, "euro").inner_text()
    expect(costs.locator("[data-worth]")).to_be_hidden()
    open_all(costs)
    field(costs, "tarief-gemeente").fill("100")
    costs.keyboard.press("Tab")
    expect(costs.locator("[data-worth]")).to_be_visible()
    expect(total(costs, "tarief")).to_have_text("€\u00a036.400–39.000")
    expect(total(costs, "euro")).to_have_text(euros)


def test_each_row_has_a_bar_as_long_as_its_number(costs):
    field(costs, "scholen").fill("34")
    costs.keyboard.press("Tab")
    expect(total(costs, "uren")).to_have_text("364–401,3")
    rows = costs.locator('[data-lines="uren"] tbody tr')
    widths = rows.locator(".bar__low").evaluate_all(
        "all => all.map(one => one.getAttribute('width'))"
    )
    assert widths == ["100%", "16.666%", "0%"]
    ends = rows.locator(".bar__high").evaluate_all(
        "all => all.map(one => parseFloat(one.getAttribute('width')))"
    )
    assert ends == pytest.approx([0, 8.334, 3.632], abs=0.002)


def test_the_sums_are_told_in_words_with_their_numbers(costs):
    sums = costs.locator("[data-formulas]")
    sums.locator("summary").click()
    expect(sums).to_contain_text(
        "rest van het jaar: (weken in een jaar (52) − weken startfase (26)) × uren per week daarna"
        " (2–3) ÷ gemeenten die deze uren delen (1) = 52–78"
    )


LISTEN = """() => {
    const status = document.querySelector('.cost-outcome__status');
    window.heard = [];
    new MutationObserver(() => window.heard.push(status.textContent))
        .observe(status, { childList: true, characterData: true, subtree: true });
}"""


def test_the_outcome_is_announced_once_and_not_at_every_key(costs):
    costs.evaluate(LISTEN)
    field(costs, "scholen").press_sequentially("1234", delay=60)
    assert costs.evaluate("window.heard") == []
    costs.wait_for_function("() => window.heard.length > 0")
    costs.wait_for_timeout(1200)
    [heard] = costs.evaluate("window.heard")
    assert re.fullmatch(r"Uitkomst voor het eerste jaar \(start\): 364–\S+ uur en €\s667\.", heard)


def test_nothing_is_said_before_someone_types(costs):
    expect(costs.locator(".cost-outcome__status")).to_be_empty()


def test_a_fault_is_announced_with_the_outcome(costs):
    field(costs, "scholen").fill("veel")
    costs.keyboard.press("Enter")
    expect(costs.locator(".cost-outcome__status")).to_have_text(
        re.compile(r"^Nog niet goed ingevuld: scholen\. Uitkomst voor .* uur en €\s667\.$")
    )


def test_reckoning_leads_to_the_outcome_or_to_the_first_field_to_mend(costs):
    field(costs, "scholen").fill("34")
    costs.get_by_role("button", name="Reken uit").click()
    expect(costs.locator("#kosten-uitkomst")).to_be_focused()
    open_all(costs)
    field(costs, "uren-start").fill("veel")
    costs.locator(".cost-form > details > summary").first.click()
    field(costs, "scholen").press("Enter")
    expect(field(costs, "uren-start")).to_be_focused()
    expect(fault(costs, "uren-start")).not_to_be_empty()


def test_it_works_by_keyboard_alone(costs, hub_address):
    press_until(costs, "Tab", costs.locator("#kosten-fase"))
    costs.keyboard.press("ArrowDown")
    press_until(costs, "Tab", field(costs, "scholen"))
    costs.keyboard.type("12")
    press_until(costs, "Tab", costs.locator(".cost-form > details > summary").first)
    costs.keyboard.press("Enter")
    press_until(costs, "Tab", field(costs, "uren-daarna"))
    costs.keyboard.press("Control+a")
    costs.keyboard.type("4")
    costs.keyboard.press("Enter")
    expect(total(costs, "uren")).to_have_text("208–212")
    assert costs.url == f"{hub_address}kosten/"


def test_nothing_leaves_the_browser_and_nothing_is_kept(costs, hub_address):
    costs.wait_for_load_state("networkidle")
    requests = []
    costs.on("request", lambda request: requests.append(request.url))
    open_all(costs)
    field(costs, "scholen").fill("34")
    costs.keyboard.press("Enter")
    with costs.expect_download():
        costs.locator("[data-action=csv]").click()
    expect(costs.locator(".cost-outcome__status")).not_to_be_empty()
    assert [url for url in requests if not url.startswith("blob:")] == []
    kept = costs.evaluate(
        "[location.href, document.cookie, {...localStorage}, {...sessionStorage}, history.state]"
    )
    assert kept == [f"{hub_address}kosten/", "", {}, {}, None]
    assert costs.locator(".cost-form [name]").count() == 0

    costs.evaluate("document.dispatchEvent(new Event('hub:leave'))")
    assert field(costs, "scholen").input_value() == ""
    expect(costs.locator(".cost-outcome__status")).to_be_empty()


def test_the_file_holds_each_post_its_sum_and_the_totals(costs, tmp_path):
    field(costs, "scholen").fill("1.200")
    with costs.expect_download() as waiting:
        costs.locator("[data-action=csv]").click()
    assert waiting.value.suggested_filename == "berekening.csv"
    waiting.value.save_as(tmp_path / "berekening.csv")
    text = (tmp_path / "berekening.csv").read_bytes().decode("utf-8")
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text[1:]), delimiter=";"))
    first = {
        "Soort": "Uren",
        "Wat": "Coördinatie door de gemeente, startfase",
        "Laagste": "312",
        "Hoogste": "312",
        "Eenheid": "uur per jaar",
        "Som": "weken startfase (26) × uren per week bij de start (12)"
        " ÷ gemeenten die deze uren delen (1)",
    }
    assert rows[0] == first
    assert [(row["Laagste"], row["Hoogste"]) for row in rows if row["Wat"] == "Samen"] == [
        ("364", "790"),
        ("667", "667"),
    ]
    assert [row["Laagste"] for row in rows if row["Wat"] == "Politie"] == [""]


def test_begin_again_brings_back_the_first_values(costs, own):
    open_all(costs)
    field(costs, "scholen").fill("34")
    field(costs, "weken-start").fill("99")
    costs.locator("[data-action=reset]").click()
    assert field(costs, "scholen").input_value() == ""
    assert field(costs, "weken-start").input_value() == "26"
    assert costs.locator(".form-fault:not(:empty)").count() == 0


def print_text(page, path, *, asked):
    """Return the text of the page on paper; as someone gets it who asked for the outcome alone."""
    pdftotext = require_program("pdftotext")
    if asked:
        page.evaluate("window.print = () => {}")
        page.evaluate(
            "document.body.dataset.print = 'kosten';"
            "document.querySelector('[data-formulas]').open = true"
        )
    page.pdf(path=path, format="A4", prefer_css_page_size=True)
    done = subprocess.run(
        [pdftotext, "-layout", path, "-"], capture_output=True, text=True, check=True
    )
    return re.sub(r"\s+", " ", done.stdout)


def test_the_outcome_prints_alone_with_its_sums_and_the_help_numbers(costs, tmp_path):
    field(costs, "scholen").fill("34")
    costs.keyboard.press("Tab")
    expect(total(costs, "uren")).to_have_text("364–401,3")
    text = print_text(costs, tmp_path / "uitkomst.pdf", asked=True)
    assert "364–401,3" in text
    assert "weken startfase (26) × uren per week bij de start (12)" in text
    assert "0800-2000" in text
    assert "Hoeveel scholen doen mee?" not in text
    assert "In één minuut" not in text
    assert text.count("\f") <= 2


def test_the_button_prints_what_is_shown_and_folds_it_again(costs):
    costs.evaluate(
        "window.print = () => { window.printed = [document.body.dataset.print,"
        " document.querySelector('[data-formulas]').open] }"
    )
    costs.locator("[data-action=print]").click()
    assert costs.evaluate("window.printed") == ["kosten", True]
    assert costs.evaluate(
        "[document.body.dataset.print, document.querySelector('[data-formulas]').open]"
    ) == [
        None,
        False,
    ]


def test_it_fits_the_narrowest_phone_open_and_with_faults(costs):
    costs.set_viewport_size({"width": 320, "height": 800})
    open_all(costs)
    field(costs, "scholen").fill("1,000")
    field(costs, "weken-start").fill("veel te veel weken voor een jaar")
    costs.keyboard.press("Tab")
    assert costs.evaluate("document.documentElement.scrollWidth") <= 320


def test_axe_finds_nothing_in_the_open_form(costs):
    open_all(costs)
    costs.locator("[data-formulas] summary").click()
    field(costs, "scholen").fill("twaalf")
    field(costs, "tarief-gemeente").fill("80")
    costs.keyboard.press("Tab")
    costs.evaluate(AXE.read_text(encoding="utf-8") + "; undefined")
    found = costs.evaluate(
        "axe.run('.cost-form').then(({violations}) => violations.map(one => one.id))"
    )
    assert found == []


def test_without_javascript_the_tables_say_it_and_there_is_no_form(browser, hub_address, own):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(hub_address + "kosten/")
    assert not page.locator(".cost-form").is_visible()
    assert page.locator(".cost-without").is_visible()
    rows = [
        row.inner_text().split("\t")
        for row in page.locator("main table").nth(2).locator("tr").all()
    ]
    context.close()
    table = {head.strip(): [cell.strip() for cell in cells] for head, *cells in rows}
    model, _ = own
    assert table["Wat"] == [example.name for example in model.examples]
    for number, example in enumerate(model.examples):
        typed = dict(example.entries)
        hours, euros = expected(own, example.size, "start", **typed)
        assert table["Uren, eerste jaar"][number] == hours
        assert table["Euro’s per jaar"][number].replace(" ", "\u00a0") == euros
        later, _ = expected(own, example.size, "later", **typed)
        assert table["Uren, elk volgend jaar"][number] == later


def test_the_programmes_money_is_drawn_with_the_sum_that_does_not_add_up(page, hub_address):
    page.goto(hub_address + "actielijnen/geld/")
    chart = page.locator(".chart")
    expect(chart).to_have_attribute("aria-hidden", "true")
    titles = chart.locator(".chart__title").all_inner_texts()
    assert titles[:2] == ["Totaal VWS", "Totaal VWS en JenV"]
    first = chart.locator(".chart__bars").first
    assert first.locator(".chart__value").all_inner_texts() == [
        "11,4",
        "15,9 gedrukt, 16,4 opgeteld",
        "14,5",
        "14,5",
    ]
    drawn = first.locator("li").nth(1)
    printed, added = (
        drawn.locator(f".bar__{name}").bounding_box()["width"] for name in ("low", "outline")
    )
    assert printed / added == pytest.approx(15.9 / 16.4, rel=0.02)
    assert page.locator(".staven table").count() == 1


def test_each_of_the_ten_questions_has_a_why_and_a_where(page, hub_address):
    for address in ("raadsleden/", "brieven/vragen-raad/"):
        page.goto(hub_address + address)
        questions = page.locator(".tekst :is(h2, h3)").filter(has_text=re.compile(r"^\d+\. .*\?$"))
        assert questions.count() == 10, address
        for question in questions.all():
            below = question.locator("xpath=following-sibling::*[1]").inner_text()
            assert below.startswith("Waarom."), address
            assert "\nWaar." in below, address
