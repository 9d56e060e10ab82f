"""How a text is put together from what a reader chose.

The browser does the same (``theme/static/js/coalition/compose.js``); one table of cases holds both
to it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plugins.coalition.clause import VARIANTS, WHOLE, Choices, Clash, Clause, Step
from plugins.coalition.coalition import Coalition

MUNICIPALITY = "[naam gemeente]"
_SINGLE = {"alineas": "alinea", "punten": "punt", "nummers": "nummer"}


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: a ``kop``, an ``alinea``, or one ``punt`` or ``nummer`` of a list."""

    kind: str
    text: str


def compose(coalition: Coalition, choices: Choices) -> tuple[Block, ...]:
    """Return the text, from top to bottom, with the clauses in the order of the file.

    An unknown form gives no text; whether choices go together is not asked here.
    """
    form = next((form for form in coalition.forms if form.id == choices.form), None)
    steps = form.steps if form else ()
    clauses = tuple(clause for clause in coalition.clauses if clause.id in choices.variants)
    values = dict(find_values(coalition, choices))
    blocks = (block for step in steps for block in _compose_step(step, clauses, choices))
    return tuple(Block(block.kind, _fill(block.text, values)) for block in blocks)


def _compose_step(step: Step, clauses: tuple[Clause, ...], choices: Choices) -> Iterator[Block]:
    if step.kind not in _SINGLE:
        yield Block(step.kind, step.text)
        return
    texts = tuple(
        text
        for clause in clauses
        for text in find_texts(clause, step.text, choices.variants[clause.id])
    )
    if texts and step.opening:
        yield Block("alinea", step.opening)
    yield from (Block(_SINGLE[step.kind], text) for text in texts)


def find_texts(clause: Clause, name: str, variant: str) -> tuple[str, ...]:
    """Return the sentences of one list of a clause; outside the running text a longer variant has
    those of the shorter ones too. What nobody knows has none.
    """
    lists = clause.texts.get(name, {})
    if name == WHOLE or variant not in VARIANTS:
        return lists.get(variant, ())
    upto = VARIANTS[: VARIANTS.index(variant) + 1]
    return tuple(text for each in upto for text in lists.get(each, ()))


def find_values(coalition: Coalition, choices: Choices) -> Iterator[tuple[str, str]]:
    """Yield what stands in the texts for a choice, and the choice in words."""
    for deadline in coalition.deadlines:
        if deadline.id == choices.deadline:
            yield "{steun}", deadline.support
            yield "{signaal}", deadline.signal
    if choices.municipality:
        yield MUNICIPALITY, choices.municipality


def _fill(text: str, values: Mapping[str, str]) -> str:
    for name, value in values.items():
        text = text.replace(name, value)
    return text


def find_clashes(coalition: Coalition, choices: Choices) -> tuple[Clash, ...]:
    """Return what must be said about `choices`, in the order of the file."""
    return tuple(clash for clash in coalition.clashes if _holds(clash, choices))


def _holds(clash: Clash, choices: Choices) -> bool:
    chosen = choices.variants.keys()
    return (
        set(clash.chosen) <= chosen
        and chosen.isdisjoint(clash.left_out)
        and (not clash.deadlines or choices.deadline in clash.deadlines)
    )
