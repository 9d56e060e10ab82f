"""Along a guide and from one page to the next."""

from playwright.sync_api import expect

GUIDE = "handle-with-care/scholen/"


def test_the_list_beside_a_guide_marks_the_step_that_is_read(page, hub_address):
    page.goto(hub_address + GUIDE)
    current = page.locator(".toc [aria-current=location]")
    expect(current).to_have_count(0)
    page.locator("#stap-3").evaluate("heading => heading.scrollIntoView()")
    expect(current).to_have_attribute("href", "#stap-3")
    page.locator("#stap-2").evaluate("heading => heading.scrollIntoView()")
    expect(current).to_have_attribute("href", "#stap-2")


def test_marking_a_step_moves_nothing(page, hub_address):
    page.goto(hub_address + GUIDE)
    places = "links => links.map(link => link.getBoundingClientRect().height)"
    before = page.locator(".toc a").evaluate_all(places)
    page.locator("#stap-3").evaluate("heading => heading.scrollIntoView()")
    expect(page.locator(".toc [aria-current=location]")).to_have_count(1)
    assert page.locator(".toc a").evaluate_all(places) == before


def test_a_step_in_the_list_is_read_out_with_its_number(page, hub_address):
    page.goto(hub_address + GUIDE)
    page.locator(".toc").get_by_role("link", name="Stap 1 ").click()
    expect(page.locator("#stap-1")).to_be_in_viewport()


def test_the_parts_of_an_action_line_lead_to_one_another(page, hub_address):
    page.goto(hub_address + "actielijnen/specifieke-groepen/loverboys/")
    expect(page.locator(".page-heading__caption")).to_have_text("Actielijn 3, onderdeel 2 van 6")
    ways = page.get_by_role("navigation", name="Vorige en volgende pagina")
    ways.get_by_role("link", name="Volgende").click()
    expect(page.locator(".page-heading__caption")).to_have_text("Actielijn 3, onderdeel 3 van 6")
    ways.get_by_role("link", name="Vorige").click()
    expect(page).to_have_url(hub_address + "actielijnen/specifieke-groepen/loverboys/")


def test_a_page_that_is_not_there_has_a_search_field_that_works(page, hub_address):
    page.goto(hub_address + "404.html")
    page.locator("input[type=search]").fill("kosten")
    page.locator("[data-search-hit] a").first.click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Deze pagina is er niet")


def test_the_start_page_names_the_newest_news_and_the_three_action_lines(page, hub_address):
    page.goto(hub_address)
    moments = page.locator(".start-news time").evaluate_all("all => all.map(one => one.dateTime)")
    assert len(moments) == 3
    assert moments == sorted(moments, reverse=True)
    expect(page.locator(".action-line")).to_have_count(3)
