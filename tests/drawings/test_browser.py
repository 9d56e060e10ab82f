"""Drawings in a real browser: nothing leaves its box, at any width, colour or spacing."""

import pytest

from plugins.assets.stylesheet import read_stylesheet
from tests.drawings.sample import ALL, render
from tests.project import ROOT

PLAIN, LARGE = "html { font-size: 100% }", "html { font-size: 200% }"
# What WCAG 1.4.12 lets a visitor set.
SPACING = """* {
    line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
}"""

# For each piece of text its rectangles, and the element that it stands in.
TEXTS = """
    const box = (element) => element.getBoundingClientRect();
    const find_texts = function* (root) {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const range = document.createRange();
            range.selectNodeContents(walker.currentNode);
            const shown = walker.currentNode.textContent.trim() ? range.getClientRects() : [];
            for (const one of shown) yield [one, walker.currentNode.parentElement];
        }
    };
"""

FIND_STRAYS = f"""() => {{
    {TEXTS}
    const within = (a, b) => a.left >= b.left - 1 && a.right <= b.right + 1
        && a.top >= b.top - 1 && a.bottom <= b.bottom + 1;
    return [...document.querySelectorAll(".drawing")]
        .flatMap((drawing) => [...find_texts(drawing)])
        .filter(([one, parent]) => !within(one, box(parent.closest("li, th, td, p, .drawing"))))
        .map(([, parent]) => parent.textContent);
}}"""

FIND_COVERED = f"""() => {{
    {TEXTS}
    const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1
        && a.top < b.bottom - 1 && b.top < a.bottom - 1;
    const shapes = (root, names) => [...root.querySelectorAll(names)].map(box)
        .filter((one) => one.width && one.height);
    const covered = [];
    for (const drawing of document.querySelectorAll(".drawing")) {{
        const words = [...find_texts(drawing)];
        const signs = shapes(drawing, ".drawing__sign");
        const links = shapes(drawing, ".drawing__across, .drawing__down, .drawing__branch");
        for (const shape of [...signs, ...links, ...shapes(drawing, ".drawing__rail")])
            covered.push(...words.filter(([one]) => meet(one, shape)).map(([, at]) => at.tagName));
        covered.push(...links.filter((link) => signs.some((sign) => meet(link, sign))));
        const years = shapes(drawing, ".drawing__year");
        covered.push(...years.filter((one) => years.some((two) => two !== one && meet(one, two))));
    }}
    return covered;
}}"""


@pytest.fixture(scope="module")
def html():
    style = read_stylesheet(ROOT / "theme/static/css")
    return (
        f'<!doctype html><html lang="nl"><meta charset="utf-8"><style>{style}</style>'
        f'<main class="wrap page__body"><div class="page__main"><div class="tekst">{render(ALL)}'
        '</div></div><div class="page__aside">Inhoud</div></main></html>'
    )


@pytest.fixture
def show(browser, html):
    contexts = []

    def open_page(width, **options):
        context = browser.new_context(viewport={"width": width, "height": 800}, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_content(html)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize(
    ("width", "style"),
    [
        (320, PLAIN),
        (320, SPACING),
        (768, PLAIN),
        (768, SPACING),
        (768, LARGE),
        (1440, PLAIN),
        (1440, SPACING),
        (1440, LARGE),
    ],
)
def test_no_word_leaves_its_box_and_no_shape_covers_a_word(show, width, style):
    page = show(width)
    page.add_style_tag(content=style)

    assert page.evaluate(FIND_STRAYS) == []
    assert page.evaluate(FIND_COVERED) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_short_flow_stands_side_by_side_where_there_is_room(show):
    def corners(page):
        return page.locator(".drawing--across li").evaluate_all(
            "items => items.map(item => { const box = item.getBoundingClientRect();"
            " return [Math.round(box.left), Math.round(box.top)] })"
        )

    narrow, wide = corners(show(320)), corners(show(1440))
    assert len({left for left, _ in narrow}) == 1
    assert len({top for _, top in wide}) == 1
    assert [left for left, _ in wide] == sorted(left for left, _ in wide)


def test_the_middle_of_a_wheel_covers_no_role(show):
    page = show(1440)
    overlaps = page.evaluate(
        """() => {
            const middle = document.querySelector(".rollen > p").getBoundingClientRect();
            const roles = [...document.querySelectorAll(".rollen li")];
            return roles.map((role) => role.getBoundingClientRect()).filter((role) =>
                role.left < middle.right && middle.left < role.right
                && role.top < middle.bottom && middle.top < role.bottom).length;
        }"""
    )
    assert overlaps == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_lines_and_words_stand_out_from_their_ground(show, scheme):
    page = show(1440, color_scheme=scheme)
    pairs = page.evaluate(
        """() => {
            const style = (selector) => getComputedStyle(document.querySelector(selector));
            const card = style(".drawing").backgroundColor;
            const goal = ".stroom li:last-child .drawing__sign";
            return [
                [style(".drawing__across").stroke, card, 3],
                [style(".drawing__sign path").stroke, style(".drawing__sign circle").fill, 3],
                [style(`${goal} path`).stroke, style(`${goal} circle`).fill, 3],
                [style(".drawing__year").fill, card, 7],
                [style(".drawing__lead").color, card, 7],
                [style(".rollen > p").color, style(".rollen > p").backgroundColor, 7],
            ];
        }"""
    )
    assert [pair for pair in pairs if contrast(*pair[:2]) < pair[2]] == []


def test_the_shapes_take_the_colours_of_the_visitor(show):
    page = show(768, forced_colors="active")
    colours = page.evaluate(
        """() => ["across", "sign", "rail", "spokes"].map((name) =>
            getComputedStyle(document.querySelector(`.drawing__${name}`)).stroke)"""
    )
    assert set(colours) == {page.evaluate("getComputedStyle(document.body).color")}


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [int(part) / 255 for part in colour[4:-1].split(", ")]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
