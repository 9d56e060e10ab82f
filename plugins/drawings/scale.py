"""A scale of years above a time line: how far apart its moments are, which a table cannot show."""

import re
from collections.abc import Iterable, Mapping
from math import ceil
from xml.etree.ElementTree import Element, SubElement

from plugins.drawings.shape import GROUND, TEXT, render_percent, render_svg

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_MONTH = re.compile(rf"\b(?:{'|'.join(_MONTHS)})\b")
_MARGIN = 7  # per cent at either side, so that no year is cut
# Per cent that a year needs beside another: on a phone, and on anything wider.
_ROOM_NARROW, _ROOM_WIDE = 18, 8


def find_years(moments: Iterable[str]) -> tuple[float, ...]:
    """Return each moment as a year and a part of it; nothing at all when one names no year."""
    found = tuple(map(_find_year, moments))
    return tuple(year for year in found if year is not None) if None not in found else ()


def _find_year(moment: str) -> float | None:
    year, month = _YEAR.search(moment), _MONTH.search(moment.casefold())
    part = _MONTHS.index(month.group()) / 12 if month else 0
    return int(year.group()) + part if year else None


def find_named(years: tuple[float, ...], room: float) -> tuple[int, ...]:
    """Return the years that can be named, each with `room` per cent: first and last always."""
    first, *others = sorted({int(year) for year in years})
    end = _find_end(years)
    named = [first]
    for year in others:
        to_last = _across(others[-1], first, end) - _across(year, first, end)
        apart = _across(year, first, end) - _across(named[-1], first, end)
        if apart >= room and (to_last >= room or year == others[-1]):
            named.append(year)
    return tuple(named)


def render_scale(years: tuple[float, ...]) -> Element | None:
    """Return the scale with a dot a moment, or None when it would span less than three years."""
    if not years or _find_end(years) - int(min(years)) < 3:
        return None
    first, end = int(min(years)), _find_end(years)
    svg = render_svg("scale", {"width": "100%", "height": "56"})
    SubElement(svg, "line", {"x1": "0", "y1": "16", "x2": "100%", "y2": "16"})
    for mark in range(first, end + 1):
        x = render_percent(_across(mark, first, end))
        SubElement(svg, "line", {"x1": x, "y1": "16", "x2": x, "y2": "24"})
    for year in sorted(set(years)):
        x = render_percent(_across(year, first, end))
        SubElement(svg, "circle", {"cx": x, "cy": "16", "r": "7", "fill": GROUND})
    everywhere = find_named(years, _ROOM_NARROW)
    for named in find_named(years, _ROOM_WIDE):
        x = render_percent(_across(named, first, end))
        kind = "year" if named in everywhere else "year drawing__year--wide"
        _add_name(svg, str(named), {"x": x, "y": "46", "class": f"drawing__{kind}"})
    return svg


def _add_name(svg: Element, name: str, place: Mapping[str, str]) -> None:
    look = {"fill": TEXT, "stroke": "none", "font-size": "14", "text-anchor": "middle"}
    SubElement(svg, "text", {**place, **look}).text = name


def _find_end(years: tuple[float, ...]) -> int:
    return ceil(max(years))


def _across(year: float, first: int, end: int) -> float:
    return _MARGIN + (100 - 2 * _MARGIN) * (year - first) / (end - first)
