"""The shapes of a drawing as SVG without a word: signs, arrows and lines that stretch with the
text beside them. Colours are attributes, so that a shape also works without the style sheet.
"""

from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement

LINE = "#0d4a52"
GROUND = "#e0ebe9"
TEXT = "#14252a"


def render_percent(value: float) -> str:
    """Return a length as a part of the picture's width or height: it stretches with the picture."""
    return f"{value:.4g}%"


def render_svg(name: str, attributes: Mapping[str, str]) -> Element:
    """Return an empty picture of class ``drawing__name``, hidden from assistive technology: the
    list or table that it stands in says the same.
    """
    fixed = {"class": f"drawing__{name}", "aria-hidden": "true", "focusable": "false"}
    ink = {"fill": "none", "stroke": LINE, "stroke-width": "2"}
    ends = {"stroke-linecap": "round", "stroke-linejoin": "round"}
    return Element("svg", {**fixed, **ink, **ends, **attributes})


def render_sign(pictogram: str = "") -> Element:
    """Return a disc with a pictogram on it, or an empty one for a number."""
    svg = render_svg("sign", {"viewBox": "0 0 48 48", "width": "48", "height": "48"})
    SubElement(svg, "circle", {"cx": "24", "cy": "24", "r": "23", "fill": GROUND})
    if pictogram:
        SubElement(svg, "path", {"d": pictogram, "transform": "translate(10.8 10.8) scale(1.1)"})
    return svg


def render_arrow_across() -> Element:
    """Return an arrow to the right, as long as there is room."""
    svg = render_svg("across", {"width": "100%", "height": "16"})
    SubElement(svg, "line", {"x1": "0", "y1": "8", "x2": "100%", "y2": "8"})
    return _with_head(svg, {"x": "100%", "y": "8"}, "M-8-6-1 0-8 6")


def render_line_down() -> Element:
    """Return a line to the item below, as long as there is room."""
    svg = render_svg("down", {"width": "16", "height": "100%"})
    SubElement(svg, "line", {"x1": "8", "y1": "0", "x2": "8", "y2": "100%"})
    return svg


def render_arrow_down() -> Element:
    """Return an arrow to the item below, as long as there is room."""
    return _with_head(render_line_down(), {"x": "8", "y": "100%"}, "M-6-8 0-1 6-8")


def _with_head(svg: Element, place: Mapping[str, str], path: str) -> Element:
    """Add an arrow's head at the end of its line: an inner picture keeps its form at any length."""
    head = SubElement(svg, "svg", {**place, "overflow": "visible"})
    SubElement(head, "path", {"d": path})
    return svg


def render_branch(*, last: bool) -> Element:
    """Return the part of a trunk along one item, with its branch; the last ends there."""
    svg = render_svg("branch", {"width": "24", "height": "100%"})
    end = "50%" if last else "100%"
    SubElement(svg, "line", {"x1": "1", "y1": "0", "x2": "1", "y2": end})
    SubElement(svg, "line", {"x1": "1", "y1": "50%", "x2": "100%", "y2": "50%"})
    return svg


def render_spokes(count: int) -> Element:
    """Return lines from `count` places to the middle of a wheel: two columns of equal rows, and an
    odd last one in the middle below.
    """
    svg = render_svg("spokes", {"width": "100%", "height": "100%"})
    rows = (count + 1) // 2
    middle = 50 * (count // 2 or 1) / rows
    for index in range(count):
        alone = count % 2 == 1 and index == count - 1
        x = "50%" if alone else ("16%", "84%")[index % 2]
        y = render_percent(100 * (index // 2 + 0.5) / rows)
        SubElement(svg, "line", {"x1": x, "y1": y, "x2": "50%", "y2": render_percent(middle)})
    return svg


def render_rail(*, first: bool, last: bool) -> Element:
    """Return the part of a time line along one row, from the first dot to the last."""
    svg = render_svg("rail", {"width": "24", "height": "100%"})
    centre = "1.35em"
    start, end = centre if first else "0", centre if last else "100%"
    SubElement(svg, "line", {"x1": "12", "y1": start, "x2": "12", "y2": end})
    SubElement(svg, "circle", {"cx": "12", "cy": centre, "r": "6", "fill": GROUND})
    return svg
