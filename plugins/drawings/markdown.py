"""Call-outs of a few kinds become drawings: shapes in SVG around the words of their own list or
table, which stay where they are.
"""

from collections.abc import Callable, Sequence
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from plugins.drawings import chart, shape
from plugins.drawings.drawing import KINDS, Drawing, find_drawing, find_lead, find_parts
from plugins.drawings.pictogram import find_pictograms
from plugins.drawings.scale import find_years, render_scale

_WIDEST_ROW = 3  # items that stand beside one another; more go below one another


class DrawingExtension(Extension):
    """Draws the call-outs ``stroom``, ``stappen``, ``rollen``, ``tijdlijn`` and ``staven``."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        # After the words have their links and terms, before anything looks at the whole page.
        md.treeprocessors.register(_DrawingTreeprocessor(md), "drawings", 14)


class _DrawingTreeprocessor(Treeprocessor):
    """Finds the call-outs that draw; what cannot be drawn stays an ordinary call-out."""

    def run(self, root: Element) -> None:
        for element in list(root.iter("div")):
            drawing = find_drawing(element)
            if drawing:
                draw(element, drawing)
            elif {"admonition", chart.KIND} <= set(element.get("class", "").split()):
                chart.add_chart(element)


def draw(call_out: Element, drawing: Drawing) -> None:
    """Add the shapes of `drawing` to the call-out that it was found in."""
    subject = call_out.find(KINDS[drawing.kind])
    if subject is not None:
        _add_class(call_out, "drawing")
        _DRAW[drawing.kind](call_out, subject, drawing)


def _draw_flow(call_out: Element, flow: Element, drawing: Drawing) -> None:
    across = len(drawing.labels) <= _WIDEST_ROW
    if across:
        _add_class(call_out, "drawing--across")
    links = (shape.render_arrow_across, shape.render_arrow_down)[0 if across else 1 :]
    _draw_chain(call_out, flow, find_pictograms(drawing.labels), links)


def _draw_steps(call_out: Element, steps: Element, drawing: Drawing) -> None:
    _draw_chain(call_out, steps, ("",) * len(drawing.labels), (shape.render_line_down,))


def _draw_chain(
    call_out: Element,
    chain: Element,
    pictograms: Sequence[str],
    links: Sequence[Callable[[], Element]],
) -> None:
    if not any(pictograms):
        _add_class(call_out, "drawing--numbered")
    items = find_parts(chain)
    for item, pictogram in zip(items, pictograms, strict=True):
        to_next = [] if item is items[-1] else [link() for link in links]
        _mark_lead(item)
        _put_first(item, [shape.render_sign(pictogram), *to_next])
    chain.set("role", "list")  # Safari forgets that a list without markers is one


def _draw_roles(call_out: Element, roles: Element, drawing: Drawing) -> None:
    items = find_parts(roles)
    for item, pictogram in zip(items, find_pictograms(drawing.labels), strict=True):
        sign = [shape.render_sign(pictogram)] if pictogram else []
        _mark_lead(item)
        _put_first(item, [shape.render_branch(last=item is items[-1]), *sign])
    roles.set("role", "list")
    _add_class(call_out, f"drawing--{len(items)}")
    stage = Element("div", {"class": "drawing__stage"})
    position = list(call_out).index(roles)
    call_out.remove(roles)
    call_out.insert(position, stage)
    stage.extend([shape.render_spokes(len(items)), roles])


def _draw_time_line(call_out: Element, table: Element, drawing: Drawing) -> None:
    rows = find_parts(table)
    for row in rows:
        row[0].tag = "th"
        rail = shape.render_rail(first=row is rows[0], last=row is rows[-1])
        _put_first(row[0], [rail])
    for cell in table.iter():
        # A column's alignment comes as an inline style, which the security policy forbids.
        cell.attrib.pop("style", None)
    for header in table.iter("th"):
        header.set("scope", "row" if header in [row[0] for row in rows] else "col")
    scale = render_scale(find_years(drawing.labels))
    if scale is not None:
        call_out.insert(list(call_out).index(table), scale)


_DRAW = {
    "stroom": _draw_flow,
    "stappen": _draw_steps,
    "rollen": _draw_roles,
    "tijdlijn": _draw_time_line,
}


def _add_class(element: Element, name: str) -> None:
    element.set("class", f"{element.get('class', '')} {name}".strip())


def _mark_lead(item: Element) -> None:
    lead = find_lead(item)
    if lead is not None:
        _add_class(lead, "drawing__lead")


def _put_first(element: Element, shapes: Sequence[Element]) -> None:
    """Put shapes before the words of an element."""
    shapes[-1].tail, element.text = element.text, None
    for position, one in enumerate(shapes):
        element.insert(position, one)
