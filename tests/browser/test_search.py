"""Searching the hub in a real browser: what is shown, by keyboard too, leaving no trace."""

import json
import re
from itertools import product
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.browser.visit import AXE
from tests.circle import count

FIELD = "#zoekveld"
TOP = "#zoek-hier"
PANEL = ".search-panel"
HITS = "[data-search-hit]"
TITLES = f"{HITS} h3 a"
STATUS = ".search__status"
TRACES = """async () => [
  localStorage.length, sessionStorage.length, document.cookie, window.name, location.hash,
  location.search, (await indexedDB.databases()).length, (await caches.keys()).length,
]"""
NO_TRACES = [0, 0, "", "", "", "", 0, 0]
WATCH_STATUS = """() => {
  window.said = [];
  const status = document.querySelector('.search__status');
  new MutationObserver(() => window.said.push(status.textContent)).observe(
    status, { childList: true, characterData: true, subtree: true });
}"""
BOX_COMES_FIRST = """() => Boolean(
  document.querySelector('.help-box').compareDocumentPosition(
    document.querySelector('[data-search-results]')) & Node.DOCUMENT_POSITION_FOLLOWING)"""


@pytest.fixture
def search_page(page, hub_address):
    page.goto(f"{hub_address}zoeken/")
    return page


def ask(page, query):
    """Type a query and wait until its count is said."""
    page.evaluate("selector => { document.querySelector(selector).textContent = ''; }", STATUS)
    page.fill(FIELD, query)
    expect(page.locator(STATUS)).to_have_text(re.compile("resulta|gevonden|lukt"))


def shown(page):
    return page.locator(TITLES).evaluate_all("links => links.map(link => link.href)")


def focused(page):
    return page.evaluate("document.activeElement.href ?? document.activeElement.id")


def test_a_search_finds_a_page_and_opens_it(search_page):
    ask(search_page, "kosten gemeente")
    link = search_page.locator(TITLES).first
    title = link.inner_text()
    link.click()
    expect(search_page.get_by_role("heading", level=1)).to_have_text(title)


def test_a_hit_shows_its_sections_with_the_words_marked(search_page):
    ask(search_page, "kosten gemeente")
    section = search_page.locator(".zoekresultaat__sections li").first
    expect(section.locator("mark").first).to_be_visible()
    address = section.locator("a").get_attribute("href")
    assert re.fullmatch(r"\.\./[a-z/-]+#[a-z0-9-]+", address)
    section.locator("a").click()
    expect(search_page.locator(f"[id='{address.partition('#')[2]}']")).to_be_in_viewport()


def test_a_hit_below_another_page_tells_where_it_is(search_page):
    ask(search_page, "leerplicht")
    path = search_page.locator(f"{HITS} .zoekresultaat__path").first
    expect(path).to_have_text("Handle with Care in het kort")


def test_a_query_leaves_no_trace_and_asks_for_the_index_only(fresh_page, hub_address):
    search_page, asked = fresh_page, []
    search_page.goto(f"{hub_address}zoeken/")
    search_page.wait_for_load_state("networkidle")
    search_page.on("request", lambda request: asked.append(request.url))
    length = search_page.evaluate("history.length")
    ask(search_page, "mijn vader slaat mij")
    search_page.keyboard.press("Enter")
    assert search_page.url == f"{hub_address}zoeken/"
    assert search_page.evaluate("history.length") == length
    assert search_page.evaluate(TRACES) == NO_TRACES
    assert search_page.context.cookies() == []
    assert "slaat" not in search_page.title()
    assert asked
    assert {url for url in asked if not url.startswith(f"{hub_address}zoeken/index/")} == set()
    assert not any("slaat" in url for url in asked)


def test_the_fields_could_send_no_query(search_page, hub_address):
    """Without a script a form sends what has a name."""
    assert search_page.locator("form[role=search] [name]").count() == 0
    search_page.goto(f"{hub_address}kosten/")
    form = search_page.locator("header form[role=search]")
    assert form.locator("[name]").count() == 0
    assert form.get_attribute("action") == "../trefwoorden/"


def test_leaving_wipes_the_words_from_the_whole_page(search_page):
    ask(search_page, "meldcod stappen")
    search_page.locator("[data-search-link] button").click()
    search_page.evaluate("document.dispatchEvent(new Event('hub:leave'))")
    assert search_page.input_value(FIELD) == ""
    assert search_page.input_value("#zoeklink") == ""
    assert search_page.locator(".search [data-search-meant]").text_content() == "Bedoelde u ?"
    assert shown(search_page) == []
    assert search_page.locator(STATUS).text_content() == ""


def test_enter_goes_to_the_first_hit(search_page):
    ask(search_page, "kosten")
    search_page.press(FIELD, "Enter")
    expect(search_page.locator(TITLES).first).to_be_focused()


def test_enter_stays_where_nothing_is_found(search_page):
    ask(search_page, "zzzqqq")
    search_page.press(FIELD, "Enter")
    search_page.wait_for_timeout(300)
    assert focused(search_page) == "zoekveld"


def test_escape_empties_the_field_and_the_list(search_page):
    ask(search_page, "kosten")
    search_page.press(FIELD, "Escape")
    expect(search_page.locator(HITS)).to_have_count(0)
    assert search_page.input_value(FIELD) == ""
    assert focused(search_page) == "zoekveld"


def test_the_count_is_said_once_when_the_typing_pauses(search_page):
    ask(search_page, "kosten")
    search_page.fill(FIELD, "")
    expect(search_page.locator(STATUS)).to_have_text("")
    search_page.evaluate(WATCH_STATUS)
    search_page.locator(FIELD).press_sequentially("gemeente")
    expect(search_page.locator(STATUS)).to_have_text(re.compile("resultaten"))
    said = search_page.evaluate("window.said")
    assert [text for text in said if "resulta" in text] == said[-1:]


def test_what_else_was_searched_is_said(search_page):
    ask(search_page, "juf signaal")
    expect(search_page.locator("[data-search-also]")).to_have_text("Zoekt ook naar: signaal")


def test_a_better_spelling_is_a_button_that_searches_it(search_page):
    ask(search_page, "meldcod stappen")
    search_page.get_by_role("button", name="meldcode stappen").click()
    assert search_page.input_value(FIELD) == "meldcode stappen"
    assert focused(search_page) == "zoekveld"
    expect(search_page.locator("[data-search-meant]")).to_be_hidden()
    expect(search_page.locator(TITLES).first).to_have_text("De meldcode in vijf stappen")


def test_more_hits_come_on_demand_and_the_focus_goes_to_the_first_of_them(search_page):
    ask(search_page, "geweld")
    first = shown(search_page)
    assert len(first) == 10
    search_page.get_by_role("button", name="Toon er nog 10").press("Enter")
    expect(search_page.locator(TITLES)).to_have_count(20)
    assert shown(search_page)[:10] == first
    expect(search_page.locator(TITLES).nth(10)).to_be_focused()


def test_a_choice_by_keyboard_narrows_the_list_to_its_count(search_page):
    ask(search_page, "kosten gemeente")
    search_page.locator("[data-search-facets] summary").press("Enter")
    search_page.get_by_role("radio", name="Alles").last.focus()
    search_page.keyboard.press("ArrowDown")
    label = search_page.locator("[data-search-facet=kind] label:has(:checked)")
    count = re.search(r"\((\d+)\)", label.inner_text())[1]
    expect(search_page.locator(STATUS)).to_have_text(f"{count} resultaten")
    assert search_page.evaluate("document.activeElement.type") == "radio"


def test_a_choice_that_leaves_nothing_says_so(search_page):
    ask(search_page, "aandachtsfunctionaris kindcheck")
    absent = search_page.locator("[data-search-facet=kind] label[hidden] input").first
    kind = absent.get_attribute("value")
    ask(search_page, "geweld")
    search_page.locator("[data-search-facets] summary").click()
    radio = search_page.locator(f"[data-search-facet=kind] [value={kind}]")
    radio.check()
    ask(search_page, "aandachtsfunctionaris kindcheck")
    assert shown(search_page) == []
    expect(search_page.locator(STATUS)).to_contain_text("binnen uw keuze")
    expect(radio).to_be_visible()


@pytest.mark.parametrize("query", ["geweld", "zzzqqq", "de het een"])
def test_the_help_box_stands_above_every_list(search_page, query):
    ask(search_page, query)
    expect(search_page.locator(".help-box")).to_be_visible()
    assert search_page.evaluate(BOX_COMES_FIRST)


def test_nothing_found_is_said_honestly_with_ways_on(search_page):
    ask(search_page, "zzzqqq")
    assert shown(search_page) == []
    expect(search_page.locator(STATUS)).to_contain_text("Niets gevonden")
    ways = search_page.locator("[data-search-ways]")
    expect(ways.get_by_role("link", name="trefwoordenregister")).to_be_visible()
    expect(ways).to_contain_text("Vragen of meldingen aannemen kan deze site niet.")


def test_a_link_to_a_query_is_made_on_demand_and_read_without_trace(search_page, hub_address):
    ask(search_page, "kosten & uren")
    search_page.get_by_role("button", name="Maak een link van deze zoekvraag").click()
    link = search_page.input_value("#zoeklink")
    assert link == f"{hub_address}zoeken/#q={quote('kosten & uren')}"
    assert focused(search_page) == "zoeklink"
    assert search_page.url == f"{hub_address}zoeken/"
    ask(search_page, "kosten")
    expect(search_page.locator("#zoeklink")).to_be_hidden()
    search_page.goto("about:blank")
    search_page.goto(link)
    expect(search_page.locator(HITS).first).to_be_visible()
    assert search_page.input_value(FIELD) == "kosten & uren"
    assert search_page.url == f"{hub_address}zoeken/"


# At the desk the first, and every third.
BAD = (
    ("geweld " * 1500, "resulta"),
    ("de het een", "Typ een woord dat zegt waar het over gaat"),
    ("?!… -- «»", "Typ een woord dat zegt waar het over gaat"),
    ("<img src=x onerror=alert(1)>", "resulta|gevonden"),
    ("привет geweld 家 \u202e", "resulta|gevonden"),
    ("\x00\x07\x1f", "gevonden"),
    ("constructor __proto__", "gevonden|resulta"),
)[:: count(desk=3, ci=1, long=1)]


@pytest.mark.parametrize(("query", "answer"), BAD)
def test_a_bad_query_breaks_nothing_and_makes_no_markup(search_page, query, answer):
    errors = []
    search_page.on("pageerror", lambda error: errors.append(str(error)))
    ask(search_page, query)
    expect(search_page.locator(STATUS)).to_have_text(re.compile(answer))
    assert search_page.locator(".search img").count() == 0
    ask(search_page, "kosten")
    assert shown(search_page)
    assert errors == []


def test_a_query_that_is_too_long_is_searched_in_part_and_that_is_said(search_page):
    ask(search_page, "kosten gemeente " * 650)
    expect(search_page.locator("[data-search-cut]")).to_be_visible()
    assert shown(search_page)


def lose(route):
    route.fulfill(status=404, body="weg")


def cut_short(route):
    body = route.fetch().body()
    route.fulfill(body=body[: len(body) // 2], content_type="application/json")


def make_older(route):
    value = json.loads(route.fetch().body())
    route.fulfill(body=json.dumps({**value, "format": 1}), content_type="application/json")


BROKEN = tuple(
    product((lose, cut_short, make_older), ("collection.json", "*/words-*.json", "*/terms-*.json"))
)[:: count(desk=4, ci=1, long=1)]


@pytest.mark.parametrize(("damage", "files"), BROKEN)
def test_a_broken_index_is_said_and_the_register_offered(page, hub_address, damage, files):
    page.route(f"**/zoeken/index/{files}", damage)
    page.goto(f"{hub_address}zoeken/")
    ask(page, "kosten gemeente")
    expect(page.locator(STATUS)).to_contain_text("Zoeken lukt nu niet")
    expect(page.locator("[data-search-ways] a").first).to_be_visible()
    expect(page.locator(".help-box")).to_be_visible()
    page.unroute(f"**/zoeken/index/{files}")
    ask(page, "kosten")
    assert shown(page)


@pytest.mark.parametrize("damage", (lose, cut_short, make_older)[: count(desk=1, ci=3, long=3)])
def test_without_the_texts_the_links_remain(page, hub_address, damage):
    page.route("**/zoeken/index/*/texts/*.json", damage)
    page.goto(f"{hub_address}zoeken/")
    ask(page, "kosten gemeente")
    assert len(shown(page)) == 10
    expect(page.locator("[data-search-textless]")).to_be_visible()


def test_a_new_build_in_the_midst_of_a_visit_goes_unnoticed(search_page):
    lost = []

    def lose_once(route):
        if lost:
            route.continue_()
        else:
            lost.append(route.request.url)
            lose(route)

    search_page.route("**/zoeken/index/*/words-*.json", lose_once)
    ask(search_page, "kosten gemeente")
    assert lost
    assert shown(search_page)


def test_without_javascript_the_register_and_all_pages_are_offered(browser, hub_address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{hub_address}zoeken/")
    expect(page.locator(FIELD)).to_be_hidden()
    page.locator(".search-form__without a").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Trefwoordenregister")
    context.close()


# At the desk some of all pairs: each word of a pair comes once.
ANSWERS = tuple(product(("meldcod stappen", "zzzqqq"), ("light", "dark")))[
    :: count(desk=3, ci=1, long=1)
]


@pytest.mark.parametrize(("query", "scheme"), ANSWERS)
def test_an_answer_is_accessible_on_the_narrowest_phone(browser, hub_address, query, scheme):
    context = browser.new_context(viewport={"width": 320, "height": 800}, color_scheme=scheme)
    context.add_init_script(path=AXE)
    page = context.new_page()
    page.goto(f"{hub_address}zoeken/")
    ask(page, query)
    page.evaluate("document.querySelector('[data-search-facets]').open = true")
    violations = page.evaluate("axe.run().then(({ violations }) => violations.map(v => v.id))")
    assert violations == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


ANY = "handle-with-care/leerplicht/"


@pytest.fixture
def any_page(page, hub_address):
    page.goto(hub_address + ANY)
    return page


def ask_on_top(page, query):
    """Type a query in the field on top of a page."""
    page.locator(TOP).press_sequentially(query)
    expect(page.locator(STATUS)).to_have_text(re.compile("resulta|gevonden|lukt"))


def test_every_page_is_searched_from_its_top_without_leaving_a_trace(fresh_page, hub_address):
    any_page, asked = fresh_page, []
    any_page.goto(hub_address + ANY)
    address, length = any_page.url, any_page.evaluate("history.length")
    any_page.on("request", lambda request: asked.append(request.url))
    ask_on_top(any_page, "mijn vader slaat mij")
    expect(any_page.locator(f"{PANEL} .help-box")).to_be_visible()
    assert any_page.evaluate(BOX_COMES_FIRST)
    assert shown(any_page)[0].endswith("/hulp-nu/")
    any_page.keyboard.press("Enter")
    expect(any_page.locator(TITLES).first).to_be_focused()
    assert (any_page.url, any_page.evaluate("history.length")) == (address, length)
    assert any_page.evaluate(TRACES) == NO_TRACES
    assert not any("slaat" in url for url in asked)
    any_page.locator(TITLES).first.click()
    expect(any_page.get_by_role("heading", level=1)).to_have_text("Hulp nu")


def test_the_code_of_the_search_waits_for_the_field(fresh_page, hub_address):
    page, asked = fresh_page, []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{hub_address}kosten/", wait_until="networkidle")
    assert not any("/search/" in url or "header-search" in url for url in asked)
    page.locator(TOP).focus()
    expect(page.locator(PANEL)).to_be_attached()
    assert any("/search/" in url for url in asked)


def test_nothing_moves_when_the_results_come(any_page):
    places = "() => [...document.querySelectorAll('main h1, main h2')].map(h => h.offsetTop)"
    before = any_page.evaluate(places)
    ask_on_top(any_page, "kosten")
    expect(any_page.locator(PANEL)).to_be_visible()
    assert any_page.evaluate(places) == before


def test_the_list_on_top_closes_and_gives_the_focus_back(any_page):
    ask_on_top(any_page, "kosten")
    any_page.locator(f"{PANEL} [data-search-close]").click()
    expect(any_page.locator(PANEL)).to_be_hidden()
    assert focused(any_page) == "zoek-hier"
    # At once, and awaited: hits that come later take the place of those that have the focus.
    before = any_page.locator(STATUS).inner_text()
    any_page.locator(TOP).fill("meldcode")
    expect(any_page.locator(PANEL)).to_be_visible()
    expect(any_page.locator(STATUS)).not_to_have_text(before)
    any_page.locator(TITLES).first.focus()
    any_page.keyboard.press("Escape")
    expect(any_page.locator(PANEL)).to_be_hidden()
    assert focused(any_page) == "zoek-hier"
    any_page.keyboard.press("Escape")
    assert any_page.input_value(TOP) == ""
    assert shown(any_page) == []


def test_the_list_on_top_hides_no_focus(any_page):
    ask_on_top(any_page, "zzzqqq")
    any_page.locator(".menu a").first.focus()
    expect(any_page.locator(PANEL)).to_be_hidden()
    any_page.locator(TOP).focus()
    expect(any_page.locator(PANEL)).to_be_visible()


def test_leaving_empties_the_field_on_top(any_page):
    ask_on_top(any_page, "kosten")
    any_page.evaluate("document.dispatchEvent(new Event('hub:leave'))")
    assert any_page.input_value(TOP) == ""
    expect(any_page.locator(PANEL)).to_be_hidden()
    assert shown(any_page) == []


def test_without_scripts_the_top_leads_to_the_register(browser, hub_address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{hub_address}kosten/")
    expect(page.locator(TOP)).to_be_hidden()
    page.locator("header").get_by_role("link", name="Zoeken").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Trefwoordenregister")
    context.close()


def test_if_the_scripts_do_not_come_the_field_on_top_leads_to_the_register(page, hub_address):
    page.route("**/*.js", lose)
    page.goto(f"{hub_address}kosten/")
    page.fill(TOP, "mijn vader slaat mij")
    page.press(TOP, "Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Trefwoordenregister")
    assert "slaat" not in page.url


@pytest.mark.parametrize("scheme", ("light", "dark")[: count(desk=1, ci=2, long=2)])
def test_the_list_on_top_is_accessible_on_the_narrowest_phone(browser, hub_address, scheme):
    context = browser.new_context(viewport={"width": 320, "height": 800}, color_scheme=scheme)
    context.add_init_script(path=AXE)
    page = context.new_page()
    page.goto(f"{hub_address}kosten/")
    ask_on_top(page, "meldcod stappen")
    violations = page.evaluate("axe.run().then(({ violations }) => violations.map(v => v.id))")
    assert violations == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


def test_the_register_of_the_hub_leads_from_a_word_to_its_section(page, hub_address):
    page.goto(f"{hub_address}trefwoorden/")
    register = page.locator(".register")
    assert register.locator("li").count() > 300
    entry = register.locator("li", has_text="spijbelen, zie")
    entry.get_by_role("link").click()
    target = page.locator(":target")
    expect(target).to_contain_text("leerplichtambtenaar")
    target.locator("a").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert "/trefwoorden/" not in page.url
    fragment = page.url.partition("#")[2]
    if fragment:
        expect(page.locator(f"[id='{fragment}']")).to_be_in_viewport()


def test_every_link_of_the_register_leads_to_a_place_that_is_there(page, hub_address, hub):
    page.goto(f"{hub_address}trefwoorden/")
    hrefs = page.locator(".register a").evaluate_all("links => links.map(link => link.href)")
    pages = {}
    for href in sorted(set(hrefs)):
        path, _, fragment = href.removeprefix(hub_address).partition("#")
        file = hub.output / path / "index.html"
        text = pages.setdefault(file, file.read_text(encoding="utf-8"))
        assert not fragment or f'id="{fragment}"' in text, href
