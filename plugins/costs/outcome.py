"""What the model gives for one municipality: each post in hours or euros, and what is left out.
The browser does the same in ``theme/static/js/components/cost-model.js``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce

from plugins.costs.model import Formula, Model, Post
from plugins.costs.span import NOTHING, Span, find_span

Values = Mapping[str, Span]  # by the id of a quantity; what nobody knows is not in it

DECIMALS = {"uren": 1, "euro": 0}


@dataclass(frozen=True, slots=True)
class Line:
    """One post: what it takes in a year, and those hours at the reader's rate; None is unknown."""

    post: Post
    span: Span | None
    worth: Span | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """Every post of one phase, in the order of the model."""

    lines: tuple[Line, ...]

    def total(self, measure: str) -> Span | None:
        """Return the sum of what is known, in hours or in euros; None where nothing is."""
        return _add(line.span for line in self.lines if line.post.measure == measure)

    @property
    def worth(self) -> Span | None:
        """The hours for which a rate is known, in euros."""
        return _add(line.worth for line in self.lines)


def compute_outcome(model: Model, size: str, phase: str, values: Values) -> Outcome:
    """Return what the model gives for a `phase`, with the municipality counted as `size`."""
    known = find_all_values(model, size, values)
    posts = (post for post in model.posts if phase in post.phases)
    return Outcome(tuple(_compute_line(post, known) for post in posts))


def find_all_values(model: Model, size: str, values: Values) -> Values:
    """Return `values` with those that follow from them."""
    known = dict(values)
    for way in model.sizes:
        for derived in way.derived if way.id == size else ():
            span = compute(derived.formula, known)
            if span is not None:
                known[derived.id] = span
    return known


def compute(formula: Formula, values: Values) -> Span | None:
    """Return what a formula gives; None where a part is unknown, or nothing can be divided."""
    spans = {name: _find_value(name, values) for name in formula.names}
    known = {name: span for name, span in spans.items() if span is not None}
    if len(known) < len(spans) or any(known[name].low == 0 for name in formula.over):
        return None
    first = known[formula.of] - known[formula.minus] if formula.minus else known[formula.of]
    product = reduce(Span.__mul__, (known[name] for name in formula.times), first)
    return reduce(Span.__truediv__, (known[name] for name in formula.over), product)


def _find_value(name: str, values: Values) -> Span | None:
    """Return the value of a quantity; a name that is a number stands for itself."""
    return values.get(name) or find_span(name)


def _compute_line(post: Post, values: Values) -> Line:
    span, rate = compute(post.formula, values), values.get(post.rate)
    return Line(post, span, span * rate if span and rate else None)


def _add(spans: Iterable[Span | None]) -> Span | None:
    known = tuple(span for span in spans if span is not None)
    return sum(known, NOTHING) if known else None
