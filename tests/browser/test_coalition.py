"""The councillor's text put together, and a text tested, in a real browser, with and without
JavaScript.
"""

import json
import re
import subprocess
import zipfile

import pytest
from playwright.sync_api import expect

from tests.programs import require_program

PHONE = {"width": 320, "height": 700}
BUILDER, TEST = "coalitietekst/", "toets-uw-tekst/"
MARKUP = '<img src=x onerror="document.title=1"><b>Dorp</b>'
DRAFT = (
    "Wij willen dat kinderen na huiselijk geweld steun krijgen.\n\n"
    "Wij onderzoeken of Handle with Care op onze scholen kan.\n"
)
WATCH = """() => {
    window.said = [];
    for (const status of document.querySelectorAll('[role=status]')) {
        new MutationObserver(() => status.textContent && window.said.push(status.textContent))
            .observe(status, { childList: true, characterData: true, subtree: true });
    }
}"""


@pytest.fixture
def asked(page):
    """Every address that the page asks for, from now on."""
    found: list[str] = []

    def hear(request):
        found.append(request.url)

    page.on("request", hear)
    yield found
    page.remove_listener("request", hear)


@pytest.fixture
def builder(page, hub_address, asked):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(hub_address + BUILDER, wait_until="networkidle")
    page.get_by_text("Pas de tekst aan").click()
    asked.clear()
    return page


@pytest.fixture
def tester(page, hub_address, asked):
    page.goto(hub_address + TEST, wait_until="networkidle")
    asked.clear()
    return page


def text_of(page) -> str:
    return page.locator("[data-output]").inner_text().replace("\u00a0", " ")


def test_without_javascript_the_whole_text_stands_there_and_no_control(browser, hub_address):
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(hub_address + BUILDER)
    assert len(text_of(page).split()) > 200
    assert "binnen 48 uur" in text_of(page)
    expect(page.get_by_text("Pas de tekst aan")).to_be_hidden()
    expect(page.get_by_role("button", name="Kopieer met opmaak")).to_be_hidden()
    expect(page.get_by_role("heading", name="De ambitie, kort")).to_be_visible()
    context.close()


def test_without_javascript_the_test_is_a_list_to_check(browser, hub_address):
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(hub_address + TEST)
    expect(page.locator("textarea")).to_be_hidden()
    expect(page.get_by_text("De toets werkt alleen met JavaScript.")).to_be_visible()
    expect(page.locator("#zelf ~ ul")).not_to_have_count(0)
    context.close()


def test_the_text_of_the_script_is_the_text_of_the_page(browser, hub_address, builder):
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(hub_address + BUILDER)
    assert text_of(plain) == text_of(builder)
    context.close()


def test_each_choice_changes_the_text(builder):
    builder.get_by_role("radio", name="volgende schooldag").check()
    assert "op de eerstvolgende schooldag" in text_of(builder)
    builder.get_by_label("Naam van de gemeente").fill("Dorp aan de Maas")
    assert "De gemeente Dorp aan de Maas brengt" in text_of(builder)
    builder.get_by_role("checkbox", name="Een doel over kinderen").uncheck()
    assert "eigen doel" not in text_of(builder)
    builder.get_by_label("Lengte van: De ambitie").select_option("kort")
    assert "staat er na ernstig geweld thuis alleen voor" in text_of(builder)
    builder.get_by_role("radio", name="Motie").check()
    assert "De raad van de gemeente Dorp aan de Maas, in vergadering bijeen" in text_of(builder)
    assert "verzoekt het college:" in text_of(builder)
    builder.get_by_role("radio", name="Raadsvragen").check()
    assert "Op grond van artikel [nummer]" in text_of(builder)
    expect(builder.locator("[data-output] ol > li")).to_have_count(7)


def test_what_does_not_go_together_says_why_and_gives_no_text(builder):
    builder.get_by_role("checkbox", name="De smalle ambitie").check()
    remarks = builder.locator("[data-remarks]")
    expect(remarks).to_contain_text("gaan niet samen")
    assert text_of(builder).strip() == ""
    builder.get_by_role("button", name="Kopieer als platte tekst").click()
    expect(builder.locator("[data-done]")).to_have_text(re.compile("^Zo komt er geen tekst"))
    builder.get_by_role("checkbox", name="De ambitie", exact=True).uncheck()
    expect(remarks).to_contain_text("Kies een andere termijn")
    builder.get_by_role("radio", name="24 uur").check()
    assert "Dan hoort de school binnen 24 uur" in text_of(builder)
    for box in builder.get_by_role("checkbox").all():
        box.uncheck()
    expect(remarks).to_have_text("Kies ten minste één onderdeel. Nu is er geen tekst.")


def test_the_text_is_announced_once_and_not_for_each_key(builder):
    builder.evaluate(WATCH)
    builder.get_by_label("Naam van de gemeente").press_sequentially("Een lange naam", delay=20)
    expect(builder.locator(".coalition__status").first).not_to_be_empty()
    assert len(builder.evaluate("window.said")) == 1
    assert re.search(r"^De tekst is bijgewerkt: 5 onderdelen, \d+ woorden", text_said(builder))


def text_said(page) -> str:
    return page.evaluate("window.said.at(-1)")


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("a" * 10_000, "De naam is te lang. Typ hoogstens 80 tekens."),
        ("Dorp\u0007", "In de naam staat een teken dat niet in een document kan."),
    ],
)
def test_a_name_that_cannot_be_is_told_at_its_field(builder, typed, fault):
    field = builder.get_by_label("Naam van de gemeente")
    field.evaluate(
        """(field, text) => {
            field.value = text;
            field.dispatchEvent(new Event('input', { bubbles: true }));
        }""",
        typed,
    )
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(builder.locator("#tekst-gemeente-fout")).to_contain_text(fault)
    expect(builder.locator(".coalition__status").first).to_contain_text(fault)
    assert "tekst-gemeente-fout" in field.get_attribute("aria-describedby")
    assert "De gemeente [naam gemeente] brengt" in text_of(builder)


def test_two_million_characters_do_not_get_into_the_field_of_the_name(builder):
    builder.evaluate("text => navigator.clipboard.writeText(text)", "kind thuis. " * 170_000)
    field = builder.get_by_label("Naam van de gemeente")
    field.fill("Dorp")
    field.press("Control+v")
    fault = builder.locator("#tekst-gemeente-fout")
    expect(fault).to_have_text(re.compile("^Dat past niet: een naam heeft hoogstens 80 tekens"))
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_value("Dorp")
    expect(builder.locator(".coalition__status").first).to_have_text(re.compile("Dat past niet"))
    field.press_sequentially(" aan")
    expect(fault).to_be_empty()
    assert "De gemeente Dorp aan brengt" in text_of(builder)


def test_what_does_not_go_together_is_read_once_and_heard_too(builder):
    builder.get_by_role("checkbox", name="De smalle ambitie").check()
    status = builder.locator(".coalition__status").first
    expect(status).to_contain_text("gaan niet samen")
    assert status.locator(".visually-hidden").bounding_box()["width"] <= 1
    text = status.evaluate("status => status.firstChild.textContent")
    assert text == "Zo komt er geen tekst. Lees wat er niet samengaat."


def test_typed_markup_is_text(builder):
    builder.get_by_label("Naam van de gemeente").fill(MARKUP)
    assert MARKUP in text_of(builder)
    assert builder.locator("[data-output] img, [data-output] b").count() == 0


def test_the_text_is_copied_with_and_without_markup(builder):
    builder.get_by_role("radio", name="Motie").check()
    builder.get_by_label("Naam van de gemeente").fill(MARKUP)
    builder.get_by_role("button", name="Kopieer met opmaak").click()
    expect(builder.locator("[data-done]")).to_have_text("De tekst is gekopieerd, met opmaak.")
    html = builder.evaluate(
        """async () => {
            const [item] = await navigator.clipboard.read();
            return (await item.getType('text/html')).text();
        }"""
    )
    assert "<ol>" in html
    assert "<img" not in html
    builder.get_by_role("button", name="Kopieer als platte tekst").click()
    expect(builder.locator("[data-done]")).to_have_text("De tekst is gekopieerd, zonder opmaak.")
    plain = builder.evaluate("navigator.clipboard.readText()")
    assert plain.startswith("Motie: steun voor kinderen na geweld thuis\n\nDe raad van")
    assert "\n1. als ambitie vast te leggen" in plain
    assert MARKUP in plain


@pytest.mark.parametrize("kind", ["DOCX", "ODT", "TXT"])
def test_the_text_is_saved_as_a_file_without_a_request(builder, asked, tmp_path, kind):
    builder.get_by_label("Naam van de gemeente").fill("’s-Dorp & <zo>")
    with builder.expect_download() as waiting:
        builder.get_by_role("button", name=kind).click()
    name = f"steun-na-geweld-thuis.{kind.lower()}"
    assert waiting.value.suggested_filename == name
    path = tmp_path / name
    waiting.value.save_as(path)
    wanted = "De gemeente ’s-Dorp & <zo> brengt de partners bij elkaar"
    assert wanted in read_text(path)
    expect(builder.locator("[data-done]")).to_have_text(
        f"Klaar. Het bestand {name} staat bij uw downloads."
    )
    assert [url for url in asked if not url.startswith("blob:")] == []


def read_text(path) -> str:
    if path.suffix == ".txt":
        return path.read_text(encoding="utf-8")
    part = "word/document.xml" if path.suffix == ".docx" else "content.xml"
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
        xml = package.read(part).decode()
    text = re.sub("<[^>]+>", "", xml)
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def test_a_link_carries_the_choices_and_nothing_typed(builder, hub_address):
    builder.get_by_role("radio", name="Motie").check()
    builder.get_by_role("radio", name="24 uur").check()
    builder.get_by_label("Lengte van: De ambitie").select_option("uitgebreid")
    text = text_of(builder)
    builder.get_by_label("Naam van de gemeente").fill("Geheimdorp")
    builder.get_by_role("button", name="Maak een link").click()
    link = builder.get_by_label("Link om te kopiëren").input_value()
    assert link.startswith(hub_address + BUILDER + "#keuze=motie;24-uur;ambitie.uitgebreid,")
    assert "Geheimdorp" not in link
    builder.goto("about:blank")
    builder.goto(link)
    expect(builder.locator(".coalition__status").first).to_have_text(
        "De keuzes uit de link zijn overgenomen."
    )
    assert text_of(builder) == text
    assert "#" not in builder.url


def test_a_link_carries_a_municipality_of_the_region(builder):
    place = builder.locator("#tekst-gemeenten option").first.get_attribute("value")
    builder.get_by_label("Naam van de gemeente").fill(place)
    builder.get_by_role("button", name="Maak een link").click()
    link = builder.get_by_label("Link om te kopiëren").input_value()
    builder.goto("about:blank")
    builder.goto(link)
    expect(builder.locator("[data-output]")).to_contain_text(f"De gemeente {place} brengt")


@pytest.mark.parametrize(
    "fragment",
    ["keuze=", "keuze=brief;ooit;x.y;Elders", "keuze=%E0%A4%A", "keuze=;;;<script>", "keten"],
)
def test_a_spoilt_link_still_gives_a_page(page, hub_address, fragment):
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(hub_address + BUILDER + "#" + fragment, wait_until="networkidle")
    expect(page.get_by_role("heading", level=1)).to_have_text("Tekst voor het coalitieakkoord")
    assert complaints == []


def test_the_builder_works_by_keyboard_on_the_narrowest_phone(builder, asked):
    builder.set_viewport_size(PHONE)
    builder.locator("summary", has_text="Pas de tekst aan").focus()
    builder.keyboard.press("Tab")
    builder.keyboard.press("ArrowDown")
    assert "in vergadering bijeen" in text_of(builder)
    builder.keyboard.press("Tab")
    builder.keyboard.press("Space")
    assert "als ambitie vast te leggen" not in text_of(builder)
    builder.get_by_label("Naam van de gemeente").focus()
    before = builder.url
    builder.keyboard.press("Enter")
    assert builder.url == before
    assert builder.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert asked == []


def test_a_text_is_marked_on_all_five_with_the_words_that_counted(tester, asked):
    tester.get_by_label("Uw tekst").fill(DRAFT)
    tester.get_by_role("button", name="Toets deze tekst").click()
    status = tester.locator(".coalition-test [role=status]")
    expect(status).to_have_text("Klaar: 1 aanwezig, 2 half, 2 afwezig.")
    marks = tester.locator(".coalition-verdict [data-mark]").all_inner_texts()
    assert marks == ["aanwezig", "half", "afwezig", "half", "afwezig"]
    keten = tester.locator("[data-subject=keten]")
    words = keten.locator("mark").all_inner_texts()
    assert words == ["onderzoeken", "Handle with Care", "scholen"]
    expect(keten).to_contain_text("Dit maakt het zwakker: ‘onderzoeken’.")
    expect(keten.locator("[data-clause]")).to_contain_text("voeren wij Handle with Care in")
    expect(tester.locator("[data-subject=ambitie] [data-offer]")).to_be_hidden()
    expect(tester.get_by_text("Dit is geen oordeel").last).to_be_visible()
    tester.get_by_text("Uw hele tekst").click()
    assert tester.locator("[data-whole-text]").inner_text().split() == DRAFT.split()
    assert asked == []


def test_the_offered_sentence_is_copied(tester):
    tester.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tester.get_by_label("Uw tekst").fill("Wij bouwen een brug.")
    tester.get_by_role("button", name="Toets deze tekst").click()
    tester.get_by_role("button", name=re.compile("^Kopieer deze zin.*Elk kind")).click()
    expect(tester.locator(".coalition-test [role=status]")).to_have_text("De zin is gekopieerd.")
    assert "ieder apart" in tester.evaluate("navigator.clipboard.readText()")


def test_pasted_markup_is_text(tester):
    tester.get_by_label("Uw tekst").fill(f"{MARKUP} {DRAFT}")
    tester.get_by_role("button", name="Toets deze tekst").click()
    expect(tester.locator("[data-verdicts]")).to_be_visible()
    assert tester.locator("[data-verdicts] :is(img, b)").count() == 0
    assert MARKUP in tester.locator("[data-whole-text]").text_content()


def test_nothing_pasted_is_told_at_the_field(tester):
    tester.get_by_label("Uw tekst").fill(" \n 12 ")
    tester.get_by_role("button", name="Toets deze tekst").click()
    field = tester.get_by_label("Uw tekst")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(tester.locator("#toets-fout")).to_have_text("Plak eerst een tekst.")
    assert "toets-fout" in field.get_attribute("aria-describedby")


PASTE = """([text, key]) => {
    const field = document.querySelector('textarea');
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: key }));
}"""


def test_a_paste_of_two_million_characters_does_not_get_in(tester):
    tester.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tester.evaluate("text => navigator.clipboard.writeText(text)", "kind thuis. " * 170_000)
    field = tester.get_by_label("Uw tekst")
    field.fill("Begin. ")
    field.press("Control+End")
    field.press("Control+v")
    expect(tester.locator("#toets-fout")).to_contain_text("te lang: 2.040.007 tekens")
    expect(field).to_have_value("Begin. ")
    field.press_sequentially("En verder")
    expect(field).to_have_value("Begin. En verder")
    expect(tester.locator("#toets-fout")).to_be_empty()


def test_two_million_characters_are_refused_calmly(tester):
    tester.evaluate(PASTE, ["kind geweld thuis. " * 110_000, "insertFromPaste"])
    tester.get_by_role("button", name="Toets deze tekst").click()
    expect(tester.locator("#toets-fout")).to_have_text(
        "Deze tekst is te lang: 2.090.000 tekens. De toets kan er 200.000 aan. "
        "Plak het hoofdstuk over jeugd en veiligheid."
    )
    expect(tester.locator("[data-verdicts]")).to_be_hidden()


def test_the_longest_text_is_read_while_the_page_keeps_answering(tester):
    text = (DRAFT * 2000)[:200_000]
    tester.evaluate(PASTE, [text, "insertFromPaste"])
    turns = tester.evaluate(
        """() => new Promise((resolve) => {
            let turns = 0;
            const status = document.querySelector('.coalition-test [role=status]');
            document.querySelector('.coalition-test').requestSubmit();
            const count = () => {
                turns += 1;
                if (status.textContent.startsWith('Klaar')) resolve(turns);
                else setTimeout(count);
            };
            count();
        })"""
    )
    assert turns > 3  # the page had its turn while the text was read
    expect(tester.locator("[data-whole]")).to_be_hidden()
    assert tester.locator("[data-subject=ambitie] blockquote").count() <= 4


def test_a_changed_text_makes_the_verdict_old_and_leaving_takes_it_away(tester):
    field = tester.get_by_label("Uw tekst")
    field.fill(DRAFT)
    tester.get_by_role("button", name="Toets deze tekst").click()
    expect(tester.locator("[data-verdicts]")).to_be_visible()
    field.press("End")
    field.press_sequentially(" nog")
    status = tester.locator(".coalition-test [role=status]")
    expect(status).to_have_text("De tekst is veranderd. Druk opnieuw op de knop.")
    tester.evaluate("document.dispatchEvent(new Event('hub:leave'))")
    expect(field).to_have_value("")
    expect(tester.locator("[data-verdicts]")).to_be_hidden()
    assert "Handle" not in tester.locator("[data-verdicts]").text_content().split("Care")[0][:50]


def test_where_the_data_cannot_be_had_both_pages_say_so(browser, hub_address):
    context = browser.new_context()
    context.route(re.compile(r"\.json$"), lambda route: route.abort())
    page = context.new_page()
    page.goto(hub_address + BUILDER)
    expect(page.locator(".coalition__status").first).to_have_text(re.compile("niet te laden"))
    assert len(text_of(page).split()) > 200
    page.goto(hub_address + TEST)
    expect(page.locator(".coalition-test [role=status]")).to_have_text(
        re.compile("Loop hieronder zelf de lijst na")
    )
    context.close()


def test_the_exported_words_are_those_of_the_content(hub):
    words = json.loads((hub.output / TEST / "woorden.json").read_text(encoding="utf-8"))
    assert [subject["id"] for subject in words["onderwerpen"]] == [
        "ambitie", "doel", "apart-spreken", "keten", "sturen",
    ]  # fmt: skip


def test_the_page_for_the_council_leads_to_its_tools_and_its_a4_first(hub_address, page):
    page.goto(hub_address + "raadsleden/")
    first = page.locator("main .admonition li").first
    found = [link.get_attribute("href") for link in first.get_by_role("link").all()]
    assert found == [
        "../coalitietekst/", "../toets-uw-tekst/", "../kosten/#rekenen", "#tien-vragen",
        "../brieven/kaart-raad/",
    ]  # fmt: skip


def test_the_a4_for_the_council_has_the_help_numbers_and_its_sources_on_one_page(hub):
    pdf = hub.output / "downloads/raad/kaart-raad.pdf"
    command = [require_program("pdftotext"), str(pdf), "-"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert text.count("\f") == 1
    for number in ("112", "0800-2000", "0800-0432"):
        assert number in text.split("Bronnen")[0]
    assert "Augeo Foundation" in text.split("Bronnen")[1]
