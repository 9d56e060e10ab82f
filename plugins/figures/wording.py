"""A figure in words, as a sentence or the register shows it."""

import re
from datetime import date

from plugins.figures.figure import UNKNOWN_YEAR, Figure
from plugins.figures.span import render_span
from plugins.figures.unit import render_amount

_FRESH_YEARS = 3  # an older figure shows its year wherever it stands
_AROUND = " \u00a0\n*_\"'‘’“”()"  # signs between the end of a sentence and the next word
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ABBREVIATION = re.compile(r"(?:^|\W)(?:bijv|ca|d\.w\.z|incl|m\.n|nl|nr|o\.a|resp|vgl)\.$", re.I)


def render_figure(figure: Figure, form: str = "") -> str:
    """Return the figure as plain text, in one of the forms that a mark may ask for.

    A figure in words has one form.
    """
    if figure.span is None:
        return figure.words
    number = render_span(figure.span)
    if form in ("", "waarde"):
        number = render_amount(number, figure.unit)
    return f"{figure.qualifier} {number}".strip() if form in ("", "getal") else number


def render_shown_year(figure: Figure, form: str, updated: date | None) -> str:
    """Return the year that must stand beside the figure, or nothing for one of late years.

    A figure that no longer holds shows its year too. Where the source gives none, the year stands
    there in which it named the figure. The bare number never shows one: then the sentence around it
    says when. Nor does a figure in words that hold the year already.
    """
    named = _YEAR.search(figure.moment)
    last = figure.last_year or (int(named.group()) if named else None)
    old = last is not None and updated is not None and updated.year - last > _FRESH_YEARS
    if form == "kaal" or not (old or figure.status == "historisch"):
        return ""
    if figure.year == UNKNOWN_YEAR:
        return f"genoemd in {last}" if old else ""
    return "" if figure.year in figure.words else render_year(figure.year)


def render_year(year: str) -> str:
    """Return a year or a range of years as printed: 2007–2010."""
    return "jaar onbekend" if year == UNKNOWN_YEAR else year.replace("-", "–")


def starts_sentence(before: str) -> bool:
    """Tell whether what follows the text `before` is the first of its sentence."""
    ending = before.rstrip(_AROUND)
    return not ending or (ending.endswith((".", "?", "!")) and not _ends_short(ending))


def _ends_short(text: str) -> bool:
    return _ABBREVIATION.search(text[-10:]) is not None


def capitalise(text: str) -> str:
    """Return `text` with a capital first letter."""
    return text[:1].upper() + text[1:]
