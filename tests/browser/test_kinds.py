"""A page of each kind on wider screens, in both schemes, in forced colours, by the Tab key."""

import pytest

from tests.browser.visit import PROBE, measure_in_the_dark, open_tabs, visit_pages
from tests.circle import count

MOST_STOPS = count(desk=30, ci=100, long=100)
# At the desk a kind is looked at in one of the four ways below at most, in CI in all.
TURNS = count(desk=5, ci=1, long=1)


def take_turn(kinds, turn):
    """Return the pages whose turn it is; in CI that is every page, every time."""
    return tuple(kinds.values())[turn % TURNS :: TURNS]


FAULTS = (
    "violations", "refused", "faint", "wide", "cut", "spaced", "small", "unseen", "moving",
    "shifted", "exit",
)  # fmt: skip


@pytest.mark.parametrize(("width", "turn"), [(768, 0), (1440, 1)])
def test_each_kind_of_page_is_sound_in_light_and_dark(browser, hub_address, kinds, width, turn):
    context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    # No width changes a colour, and axe is slow at them; the probe measures them at every width.
    colours = width == 1440
    faults = {}
    visits = visit_pages(open_tabs(context), hub_address, take_turn(kinds, turn), colours=colours)
    for tab, visit in visits:
        found = {fact: visit.facts[fact] for fact in FAULTS}
        dark = measure_in_the_dark(tab.page, colours=colours)
        found |= {f"{fact} in the dark": what for fact, what in dark.items()}
        faults |= {(visit.address, fact): what for fact, what in found.items() if what}
    context.close()
    assert faults == {}


BORDERS = """controls => controls
    .filter((control) => control.checkVisibility() && control.getBoundingClientRect().width > 2)
    .map((control) => getComputedStyle(control))
    .filter((style) => style.borderTopStyle === 'none' || parseFloat(style.borderTopWidth) < 1
        || style.borderTopColor === style.backgroundColor)
    .length"""


def test_each_kind_of_page_keeps_its_forms_in_forced_colours(browser, hub_address, kinds):
    context = browser.new_context(
        viewport={"width": 320, "height": 800}, forced_colors="active", reduced_motion="reduce"
    )
    context.add_init_script(path=PROBE)
    page = context.new_page()
    for address in take_turn(kinds, 2):
        page.goto(hub_address + address)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found = page.evaluate("probe.measureColours({ colours: false })")
            assert not any(found.values()), (address, scheme, found)
            controls = page.locator(".exit-link__link, .button, button, input")
            assert controls.count() > 0
            assert controls.evaluate_all(BORDERS) == 0, (address, scheme)
    context.close()


def test_the_tab_key_never_takes_the_focus_out_of_sight(browser, hub_address, kinds):
    context = browser.new_context(viewport={"width": 320, "height": 600})
    context.add_init_script(path=PROBE)
    page = context.new_page()
    for address in take_turn(kinds, 0):
        page.goto(hub_address + address)
        # A long list is alike after its first stops; the probe has been at every stop.
        stops = min(page.evaluate("probe.watchFocus()"), MOST_STOPS)
        for key in ("Tab", "Shift+Tab"):
            for _ in range(stops):
                page.keyboard.press(key)
        assert page.evaluate("probe.faults") == [], address
        assert page.evaluate("probe.reached") > 2 * stops - 5, address
    context.close()
