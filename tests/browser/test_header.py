"""The header: low on a phone, and the search and the menu beside one another at every width."""

import pytest
from playwright.sync_api import expect

# The smallest phone, a common one, the widths around each change of layout, and a desk.
WIDTHS = (320, 390, 590, 610, 768, 880, 991, 992, 1280)
PHONE = {"width": 390, "height": 844}


def box(locator):
    """Return left, top, right and bottom."""
    found = locator.bounding_box()
    return found["x"], found["y"], found["x"] + found["width"], found["y"] + found["height"]


def are_apart(one, other):
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def find_search(page):
    return page.locator(".header-search, .site-header__search").filter(visible=True)


def find_menu(page):
    return page.locator(".menu summary, .menu__list").filter(visible=True)


@pytest.mark.parametrize(("width", "height", "most"), [(320, 700, 0.5), (390, 844, 0.4)])
def test_what_a_page_itself_says_begins_high_on_a_phone(
    page, hub_address, kinds, width, height, most
):
    page.set_viewport_size({"width": width, "height": height})
    low = {}
    for address in kinds.values():
        page.goto(hub_address + address)
        top = page.locator("main").bounding_box()["y"]
        if top > most * height:
            low[address] = top
    assert low == {}


@pytest.mark.parametrize("size", ["100%", "200%"])
@pytest.mark.parametrize("address", ["kosten/", "zoeken/"])
def test_name_search_and_menu_leave_one_another_room(page, hub_address, address, size):
    page.goto(hub_address + address)
    page.evaluate("size => { document.documentElement.style.fontSize = size; }", size)
    for width in WIDTHS[2 * (size == "200%") :]:
        page.set_viewport_size({"width": width, "height": 800})
        boxes = [
            box(one)
            for one in (page.locator(".site-header__name span"), find_search(page), find_menu(page))
        ]
        assert all(left >= 0 and right <= width for left, _, right, _ in boxes), (width, boxes)
        name, search, menu = boxes
        assert are_apart(name, search), width
        assert are_apart(name, menu), width
        assert are_apart(search, menu), width


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_on_a_phone_the_search_and_the_menu_share_a_row_and_both_work(
    browser, hub_address, scripts
):
    context = browser.new_context(viewport=PHONE, java_script_enabled=scripts)
    page = context.new_page()
    page.goto(hub_address + "kosten/")
    assert box(find_search(page))[1::2] == box(find_menu(page))[1::2]
    find_search(page).click(trial=True, timeout=2000)
    find_menu(page).click()
    expect(page.locator(".menu__link").first).to_be_visible()
    find_search(page).click(trial=True, timeout=2000)
    context.close()


def test_who_types_on_a_phone_sees_all_of_the_row_and_then_the_menu_again(page, hub_address):
    page.set_viewport_size(PHONE)
    page.goto(hub_address + "kosten/")
    field, menu = page.locator("header input[type=search]"), page.locator(".menu summary")
    narrow = field.bounding_box()["width"]
    field.focus()
    assert field.bounding_box()["width"] > narrow + menu.bounding_box()["width"]
    field.press("Tab")
    page.keyboard.press("Tab")
    expect(menu).to_be_focused()
    menu.click(trial=True, timeout=2000)
    assert field.bounding_box()["width"] == narrow
