"""The register as the model of the costs needs it: the two features meet here alone."""

from collections.abc import Mapping

from plugins.costs.default import Known
from plugins.figures.figure import Figure
from plugins.figures.register import Register
from plugins.figures.unit import find_unit
from plugins.figures.wording import render_figure


def find_known(register: Register) -> Mapping[str, Known]:
    """Return every figure by its id, as a number in ones: a million counts as a million."""
    return {figure.id: _known(figure) for figure in reversed(register.figures)}


def _known(figure: Figure) -> Known:
    words = render_figure(figure)
    if figure.span is None:
        return Known(None, None, words)
    span = figure.span.scaled(find_unit(figure.unit).factor)
    return Known(span.low, span.high, words)
