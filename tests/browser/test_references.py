"""From a claim to its source and back, with the keyboard alone; figures, terms and tables that do
not add up, as readers meet them.
"""

import pytest
from playwright.sync_api import expect

COSTS = "kosten/"
MONEY = "actielijnen/geld/"


def focused(page):
    return page.locator("*:focus")


@pytest.fixture
def plain_page(browser):
    """A page without JavaScript."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("fixture", ["page", "plain_page"])
def test_a_citation_leads_to_its_source_and_back_with_the_keyboard_alone(
    request, fixture, hub_address
):
    page = request.getfixturevalue(fixture)
    page.goto(hub_address + COSTS)
    citation = page.locator("main a.verwijzing").first
    identity, target = citation.get_attribute("id"), citation.get_attribute("href")

    citation.press("Enter")
    expect(page).to_have_url(f"{hub_address}{COSTS}{target}")
    expect(page.locator(target)).to_be_in_viewport()
    for _ in range(60):
        page.keyboard.press("Tab")
        if focused(page).get_attribute("href") == f"#{identity}":
            break
    page.keyboard.press("Enter")

    expect(page).to_have_url(f"{hub_address}{COSTS}#{identity}")
    expect(citation).to_be_in_viewport()


def test_the_entry_of_a_source_leads_to_its_own_page_and_on_to_every_use(page, hub_address):
    page.goto(hub_address + COSTS)
    page.locator("#bron-augeo-brief-2026").get_by_text("Over deze bron").click()

    expect(page).to_have_url(f"{hub_address}bronnen/augeo-brief-2026/")
    expect(page.get_by_text("Door een redacteur gelezen op 21 november 2026")).to_be_visible()
    page.locator(f".source-uses a[href*='{COSTS}#verw-']").first.click()
    expect(page.locator("a.verwijzing:target")).to_be_in_viewport()


def test_a_figure_leads_to_its_row_with_year_kind_source_and_what_it_does_not_prove(
    page, hub_address
):
    page.goto(hub_address + COSTS)
    page.locator("main a.cijfer[href$='#kosten-veilig-thuis']").first.click()

    expect(page).to_have_url(f"{hub_address}cijfers/#kosten-veilig-thuis")
    row = page.locator("#kosten-veilig-thuis + dl")
    for text in ("€ 10.000 per jaar", "Jaar", "Soort", "Augeo", "Dit bewijst niet", "Gebruikt op"):
        expect(row).to_contain_text(text)


def test_the_budget_shows_what_does_not_add_up_and_leads_to_the_note_and_back(
    plain_page, hub_address
):
    plain_page.goto(hub_address + MONEY)
    cell = plain_page.locator("td", has_text="15,9")
    sign = cell.locator("a.afwijking")

    sign.click()
    note = plain_page.locator(".tabelnoot:target")
    expect(note).to_contain_text("Gedrukt staat 15,9. Opgeteld is het 16,4.")
    note.locator(".tabelnoot__terug").click()
    expect(cell.locator(":target")).to_be_in_viewport()


def test_the_first_use_of_a_term_opens_its_explanation_without_javascript(plain_page, hub_address):
    plain_page.goto(hub_address + MONEY)
    button = plain_page.locator(".begrip__knop").first
    explanation = plain_page.locator(f"#{button.get_attribute('popovertarget')}")
    expect(explanation).to_be_hidden()

    button.focus()
    plain_page.keyboard.press("Enter")
    expect(explanation).to_be_visible()
    plain_page.keyboard.press("Escape")
    expect(explanation).to_be_hidden()
    expect(button).to_be_focused()
