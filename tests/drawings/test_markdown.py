"""Call-outs that become drawings: what is added, and that the words stay."""

import re
from xml.etree.ElementTree import Element, fromstring

import pytest

from plugins.drawings.drawing import Drawing, find_drawing
from tests.drawings.sample import ALL, FLOW, LONG_FLOW, ROLES, STEPS, TIME_LINE, render


def tree(text: str) -> Element:
    return fromstring(f"<main>{render(text)}</main>")


def count(root: Element, name: str) -> int:
    return sum(f"drawing__{name}" == element.get("class") for element in root.iter("svg"))


def words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def test_a_flow_has_a_sign_for_each_and_an_arrow_to_the_next_in_both_directions():
    root = tree(FLOW)

    assert root[0].get("class") == "admonition stroom drawing drawing--across"
    assert [count(root, name) for name in ("sign", "across", "down")] == [3, 2, 2]


def test_a_long_flow_goes_down_only():
    root = tree(LONG_FLOW)

    assert root[0].get("class") == "admonition stroom drawing"
    assert [count(root, name) for name in ("sign", "across", "down")] == [5, 0, 4]


def test_a_flow_with_a_label_that_has_no_pictogram_gets_numbers():
    root = tree(FLOW.replace("Politie", "Vandaag"))

    assert "drawing--numbered" in root[0].get("class")
    assert root.findall(".//svg[@class='drawing__sign']/path") == []


def test_steps_have_numbers_and_lines_without_heads():
    root = tree(STEPS)

    assert root[0].get("class") == "admonition stappen drawing drawing--numbered"
    assert [count(root, name) for name in ("sign", "across", "down")] == [3, 0, 2]
    assert root.findall(".//svg/svg") == []


def test_roles_stand_on_a_stage_with_a_spoke_each():
    root = tree(ROLES)
    title, stage = root[0]

    assert root[0].get("class") == "admonition rollen drawing drawing--5"
    assert (title.text, stage.get("class")) == ("Handle with Care", "drawing__stage")
    assert len(stage[0]) == 5
    assert [count(root, name) for name in ("sign", "branch")] == [5, 5]


def test_roles_without_pictograms_have_no_signs():
    assert count(tree(ROLES.replace("Gemeente", "Alfa")), "sign") == 0


def test_a_time_line_is_its_table_with_headings_to_each_row():
    root = tree(TIME_LINE)
    headings = [(words(cell), cell.get("scope")) for cell in root.iter("th")]

    assert headings == [
        ("Wanneer", "col"), ("Wat", "col"), ("2018", "row"), ("2020", "row"),
        ("november 2025", "row"), ("april 2026", "row"),
    ]  # fmt: skip
    assert [count(root, name) for name in ("scale", "rail")] == [1, 4]


def test_a_time_line_without_years_has_no_scale():
    assert count(tree(TIME_LINE.replace("2018", "vrijdag")), "scale") == 0


def test_the_words_of_a_list_stay_in_their_order_and_the_leads_are_marked():
    root = tree(FLOW)

    assert [words(item) for item in root.iter("li")] == [
        "Politie Meldt het bezoek.",
        "Veilig Thuis Toetst en stuurt het signaal.",
        "School De contactpersoon ontvangt het.",
    ]
    leads = [lead.text for lead in root.iter("strong") if lead.get("class") == "drawing__lead"]
    assert leads == ["Politie", "Veilig Thuis", "School"]


def test_what_else_stands_in_the_call_out_or_an_item_stays():
    text = FLOW.replace("    1.", "    Vooraf.\n\n    1.") + "\n    Achteraf.\n"
    root = tree(text.replace("bezoek.", "[bezoek](#x) *nu*."))

    assert [words(part) for part in root[0].findall("p")] == ["De route", "Vooraf.", "Achteraf."]
    assert root.find(".//li/a").text == "bezoek"


def test_items_apart_by_blank_lines_are_drawn_as_well():
    root = tree(re.sub(r"\n(?= {4}[23])", "\n\n", FLOW))

    assert count(root, "sign") == 3
    assert all(item.find("p/strong").get("class") == "drawing__lead" for item in root.iter("li"))


@pytest.mark.parametrize(
    "text",
    [
        '!!! kern "In één minuut"\n    - **Gemeente** Regie.\n',
        '!!! stroom "Zonder lijst"\n    Alleen tekst.\n',
        '!!! stroom "Verkeerde lijst"\n    - **Gemeente** Regie.\n',
        '!!! tijdlijn "Zonder tabel"\n    1. **2018** Begin.\n',
        "- **Gemeente** Regie.\n",
    ],
)
def test_what_draws_nothing_stays_as_it_was(text):
    html = render(text)

    assert "<svg" not in html
    assert "drawing" not in html


def test_shapes_are_hidden_from_assistive_technology_and_lists_remain_lists():
    root = tree(ALL)
    shapes = [svg for svg in root.iter("svg") if svg.get("class")]

    assert {(svg.get("aria-hidden"), svg.get("focusable")) for svg in shapes} == {("true", "false")}
    assert {item.get("role") for tag in ("ol", "ul") for item in root.iter(tag)} == {"list"}


def test_a_drawing_has_no_inline_style_no_script_and_no_id():
    attributes = {name for element in tree(ALL).iter() for name in element.keys()}  # noqa: SIM118

    assert attributes.isdisjoint({"style", "id", "onload", "href"})


def test_shapes_have_colours_without_the_style_sheet():
    for svg in tree(ALL).iter("svg"):
        if svg.get("class"):
            assert (svg.get("fill"), svg.get("stroke")) == ("none", "#0d4a52")
    assert all(circle.get("fill") == "#e0ebe9" for circle in tree(ALL).iter("circle"))


def test_an_explanation_that_opens_on_demand_is_no_part_of_a_label():
    lead = "<strong>Vandaag<span popover='auto'> (politie)</span></strong>"
    items = f"<li>{lead}</li><li><strong>School</strong></li>"
    call_out = fromstring(f"<div class='admonition stroom'><ol>{items}</ol></div>")

    assert find_drawing(call_out) == Drawing("stroom", ("Vandaag", "School"))
