"""The sum as data: quantities that a reader may change, and posts that are made of them."""

from dataclasses import dataclass

from plugins.core.yaml import Fields


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number of the sums: from the register (`figure`), assumed (`value`), or the reader's."""

    id: str
    name: str
    question: str
    group: str
    figure: str
    start: str
    value: str
    reason: str
    least: str
    most: str
    decimals: int
    at_most: str
    fields: Fields


@dataclass(frozen=True, slots=True)
class Formula:
    """``(of - minus) * times / over``; each is the id of a quantity, or a number."""

    of: str
    minus: str
    times: tuple[str, ...]
    over: tuple[str, ...]
    fields: Fields

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that the formula takes, in its order."""
        return tuple(filter(None, (self.of, self.minus, *self.times, *self.over)))


@dataclass(frozen=True, slots=True)
class Derived:
    """A quantity that follows from others."""

    id: str
    name: str
    formula: Formula


@dataclass(frozen=True, slots=True)
class Size:
    """A way to tell how large a municipality is, and what follows from it; `id` is the quantity
    that a reader then gives.
    """

    id: str
    name: str
    derived: tuple[Derived, ...]
    fields: Fields


@dataclass(frozen=True, slots=True)
class Post:
    """What one party does in a year of one of `phases`, in hours or in euros."""

    id: str
    name: str
    measure: str
    phases: tuple[str, ...]
    formula: Formula
    rate: str
    fields: Fields


@dataclass(frozen=True, slots=True)
class Example:
    """An invented municipality: what it would fill in, as typed, by the id of the quantity."""

    name: str
    size: str
    entries: tuple[tuple[str, str], ...]
    fields: Fields


@dataclass(frozen=True, slots=True)
class Model:
    """The whole of the sum, in the order of the file."""

    quantities: tuple[Quantity, ...]
    sizes: tuple[Size, ...]
    posts: tuple[Post, ...]
    examples: tuple[Example, ...]


EMPTY = Model((), (), (), ())
