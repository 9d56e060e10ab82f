"""A call-out ``staven`` shows the numbers of its own table as bars, a group for each row. The table
stays as it is, right below: it says the same, so that assistive technology hears it once.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from plugins.core.dutch import find_number, render_number
from plugins.drawings.shape import LINE, render_percent

KIND = "staven"
# Where a source adds up wrong, the register tells what its parts come to.
ADDED_UP = "data-opgeteld"


@dataclass(frozen=True, slots=True)
class Bar:
    """One number under its column's heading, and what its parts add up to where that differs."""

    label: str
    value: Decimal
    added_up: Decimal | None


@dataclass(frozen=True, slots=True)
class Series:
    """The bars of one row."""

    title: str
    bars: tuple[Bar, ...]


def add_chart(call_out: Element) -> None:
    """Put bars before the table of a call-out; one without numbers stays as it is."""
    table = call_out.find("table")
    if table is None:
        return
    series = find_series(table)
    if series:
        call_out.insert(list(call_out).index(table), build_chart(series))


def find_series(table: Element) -> tuple[Series, ...]:
    """Return the rows to show: totals and what stands outside them, or else every row."""
    labels = tuple(map(_find_text, table.findall("thead/tr/th")))[1:]
    rows = tuple(_find_rows(table))
    shown = [row for row in rows if row[1]] or rows
    found = (_find_one(row, kind, labels) for row, kind in shown)
    return tuple(series for series in found if series.bars)


def _find_rows(table: Element) -> Iterator[tuple[Element, str]]:
    """Yield each row with its numbers, and its kind: *totaal*, *buiten-totaal*, or neither."""
    for body in table.findall("tbody"):
        for row in body.findall("tr"):
            if len(row) > 1:
                yield row, body.get("class", "") or row.get("class", "")


def _find_one(row: Element, kind: str, labels: tuple[str, ...]) -> Series:
    cells = zip(labels, list(row)[1:], strict=False)
    bars = (_find_bar(label, cell) for label, cell in cells)
    apart = " (buiten het totaal)" if kind == "buiten-totaal" else ""
    return Series(_find_text(row[0]) + apart, tuple(bar for bar in bars if bar is not None))


def _find_bar(label: str, cell: Element) -> Bar | None:
    """Return the bar of a cell; the sign that leads to a note stands in an element of its own."""
    value = find_number((cell.text or "").strip())
    if value is None or value < 0:
        return None
    return Bar(label, value, find_number(cell.get(ADDED_UP, "")))


def build_chart(series: tuple[Series, ...]) -> Element:
    """Return the bars, all on one scale."""
    most = max(max(bar.value, bar.added_up or bar.value) for one in series for bar in one.bars)
    chart = Element("div", {"class": "chart", "aria-hidden": "true", "data-search-skip": ""})
    for one in series:
        SubElement(chart, "p", {"class": "chart__title"}).text = AtomicString(one.title)
        listed = SubElement(chart, "ul", {"class": "chart__bars"})
        for bar in one.bars:
            _add_bar(listed, bar, most)
    return chart


def _add_bar(listed: Element, bar: Bar, most: Decimal) -> None:
    item = SubElement(listed, "li")
    SubElement(item, "span", {"class": "chart__label"}).text = AtomicString(bar.label)
    item.append(_build_shape(bar, most))
    text = render_number(bar.value)
    if bar.added_up is not None:
        text = f"{text} gedrukt, {render_number(bar.added_up)} opgeteld"
    SubElement(item, "span", {"class": "chart__value"}).text = AtomicString(text)


def _build_shape(bar: Bar, most: Decimal) -> Element:
    """Return a bar in SVG; what the parts add up to is an outline around it or inside it."""
    svg = Element("svg", {
        "class": "bar", "width": "100%", "height": "14", "aria-hidden": "true",
        "focusable": "false",
    })  # fmt: skip
    _add_part(svg, "low", bar.value, most, {"fill": LINE})
    if bar.added_up is not None:
        _add_part(svg, "outline", bar.added_up, most, {"fill": "none", "stroke": LINE})
    return svg


def _add_part(svg: Element, name: str, value: Decimal, most: Decimal, look: dict[str, str]) -> None:
    share = float(100 * value / most) if most else 0.0
    size = {"width": render_percent(share), "height": "14"}
    SubElement(svg, "rect", {"class": f"bar__{name}", **size, **look})


def _find_text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
