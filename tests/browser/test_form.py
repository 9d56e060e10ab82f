"""The fields of all forms: one look, large enough, and a fault told apart from the focus."""

import pytest

FORMS = ("kosten/", "coalitietekst/", "toets-uw-tekst/", "downloads/", "uw-gemeente/", "zoeken/")
FIELDS = "main :is(input[type=text], input[type=search], input:not([type]), select, textarea)"

LOOK = """fields => fields.filter((field) => field.checkVisibility()).map((field) => {
    const style = getComputedStyle(field);
    return {
        look: ['borderTopColor', 'borderTopStyle', 'borderTopWidth', 'borderTopLeftRadius',
            'backgroundColor', 'color', 'fontFamily'].map((name) => style[name]).join(' '),
        height: field.getBoundingClientRect().height,
    };
})"""

SHOWN = """field => {
    const { outlineStyle, borderInlineStartWidth } = getComputedStyle(field);
    return { ring: outlineStyle !== 'none', bar: borderInlineStartWidth };
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_fields_of_all_forms_look_alike_and_are_as_high_as_a_finger(page, hub_address, scheme):
    page.emulate_media(color_scheme=scheme)
    looks, low = {}, {}
    for address in FORMS:
        page.goto(hub_address + address)
        page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
        page.locator(FIELDS).first.wait_for()
        for field in page.locator(FIELDS).evaluate_all(LOOK):
            looks.setdefault(field["look"], address)
            if field["height"] < 44:
                low[address] = field["height"]
    assert len(looks) == 1, looks
    assert low == {}


@pytest.mark.parametrize("forced", ["none", "active"])
def test_a_fault_and_the_focus_are_told_apart_by_their_shape(page, hub_address, forced):
    page.emulate_media(forced_colors=forced)
    page.goto(hub_address + "uw-gemeente/")
    field = page.locator(FIELDS).first
    sound = field.evaluate(SHOWN)
    field.evaluate("field => field.setAttribute('aria-invalid', 'true')")
    faulty = field.evaluate(SHOWN)
    field.focus()
    focused = field.evaluate(SHOWN)
    page.emulate_media(forced_colors="null")
    assert (sound["ring"], faulty["ring"], focused["ring"]) == (False, False, True)
    assert sound["bar"] != faulty["bar"] == focused["bar"]
