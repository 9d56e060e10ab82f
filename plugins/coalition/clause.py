"""What a councillor's text is made of: clauses, promises of time, forms, and what cannot go
together; as the entries of ``coalitietekst.yaml`` hold them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.core.yaml import Fields, Items

VARIANTS = ("kort", "gewoon", "uitgebreid")
# In the list of the running text each variant stands whole; in the others it adds to the shorter.
WHOLE = "akkoord"
LISTS = (WHOLE, "constaterend", "overwegend", "verzoek", "vraag")
STEPS = ("kop", "alinea", "alineas", "punten", "nummers")


@dataclass(frozen=True, slots=True)
class Deadline:
    """A promise of time: `support` and `signal` as they fit in a sentence, and what it means."""

    id: str
    name: str
    support: str
    signal: str
    consequence: str
    source: str
    fields: Fields


@dataclass(frozen=True, slots=True)
class Step:
    """A part of a form, of one of the STEPS: its own text, or the name of a list of the clauses.

    `opening` stands above a list that is not empty.
    """

    kind: str
    text: str
    opening: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of document, from top to bottom."""

    id: str
    name: str
    explanation: str
    steps: tuple[Step, ...]
    fields: Fields


@dataclass(frozen=True, slots=True)
class Clause:
    """One part of the text; `texts` holds sentences by list and by variant."""

    id: str
    name: str
    promise: str
    whom: str
    when: str
    cost: str
    source: str
    caveats: tuple[str, ...]
    texts: Mapping[str, Mapping[str, tuple[str, ...]]]
    fields: Fields


@dataclass(frozen=True, slots=True)
class Clash:
    """What must be said when all of `chosen`, none of `left_out` and one of `deadlines` hold; an
    empty list always holds. `blocks` tells that no text can be made.
    """

    chosen: tuple[str, ...]
    left_out: tuple[str, ...]
    deadlines: tuple[str, ...]
    blocks: bool
    explanation: str


@dataclass(frozen=True, slots=True)
class Choices:
    """What a reader chose: ids of a form and a promise of time, a variant for each chosen clause by
    its id, and the name of the municipality, which may be left blank.
    """

    form: str
    deadline: str
    variants: Mapping[str, str]
    municipality: str = ""


def find_deadline(fields: Fields) -> Deadline:
    """Return the promise of time that one mapping describes."""
    return Deadline(
        id=_line(fields, "id"),
        name=_line(fields, "naam"),
        support=_line(fields, "steun"),
        signal=_line(fields, "signaal"),
        consequence=_line(fields, "gevolg"),
        source=_line(fields, "bron"),
        fields=fields,
    )


def find_form(fields: Fields) -> Form:
    """Return the form that one mapping describes."""
    outline = fields.get("opbouw")
    steps = outline.items if isinstance(outline, Items) else ()
    return Form(
        id=_line(fields, "id"),
        name=_line(fields, "naam"),
        explanation=_line(fields, "uitleg"),
        steps=tuple(
            step for item in steps if isinstance(item, Fields) for step in _find_steps(item)
        ),
        fields=fields,
    )


def _find_steps(fields: Fields) -> tuple[Step, ...]:
    opening = _line(fields, "aanhef")
    return tuple(Step(name, _line(fields, name), opening) for name in STEPS if fields.text(name))


def find_clause(fields: Fields) -> Clause:
    """Return the clause that one mapping describes."""
    lists = fields.get("teksten")
    lists = lists if isinstance(lists, Fields) else Fields((), fields.line, fields.column)
    return Clause(
        id=_line(fields, "id"),
        name=_line(fields, "naam"),
        promise=_line(fields, "belooft"),
        whom=_line(fields, "aan"),
        when=_line(fields, "wanneer"),
        cost=_line(fields, "kost"),
        source=_line(fields, "bron"),
        caveats=fields.texts("voorbehoud"),
        texts={name: _find_variants(lists, name) for name in LISTS},
        fields=fields,
    )


def _find_variants(lists: Fields, name: str) -> Mapping[str, tuple[str, ...]]:
    found = lists.get(name)
    if not isinstance(found, Fields):
        return dict.fromkeys(VARIANTS, ())
    return {variant: tuple(map(fold, found.texts(variant))) for variant in VARIANTS}


def find_clash(fields: Fields) -> Clash:
    """Return the clash that one mapping describes."""
    return Clash(
        chosen=fields.texts("met"),
        left_out=fields.texts("zonder"),
        deadlines=fields.texts("termijnen"),
        blocks=fields.text("kan") == "nee",
        explanation=_line(fields, "uitleg"),
    )


def _line(fields: Fields, name: str) -> str:
    return fold(fields.text(name))


def fold(text: str) -> str:
    """Return `text` on one line, with single spaces."""
    return " ".join(text.split())
