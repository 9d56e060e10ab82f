"""Marks of the model in Markdown become tables, lists, and the place of the calculator."""

from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.util import AtomicString

from plugins.core.hub_link import hub_href
from plugins.costs.default import Register, find_defaults, find_values
from plugins.costs.mark import CALCULATOR, MARK
from plugins.costs.model import Example, Model, Quantity
from plugins.costs.outcome import Outcome, Values, compute_outcome, find_all_values
from plugins.costs.span import render_span
from plugins.costs.wording import find_names, render_amount, render_formula, render_text

# What the calculator's template looks for; nothing in a text can make it.
PLACE = f'<div id="{CALCULATOR}"></div>'
_RIGHT = {"class": "rechts"}


class CostExtension(Extension):
    """Renders the marks of `model`; any other stays as typed."""

    def __init__(self, model: Model, register: Register) -> None:
        super().__init__()
        self.model = model
        self.register = register

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        # After all that makes blocks of its own, before paragraphs (10).
        md.parser.blockprocessors.register(_MarkProcessor(self, md), "costs", 11)


class _MarkProcessor(BlockProcessor):
    """Replaces a paragraph that holds a mark and no more."""

    def __init__(self, extension: CostExtension, md: Markdown) -> None:
        super().__init__(md.parser)
        self.extension = extension

    def test(self, parent: Element, block: str) -> bool:
        match = MARK.fullmatch(block.strip())
        return match is not None and match["name"] in _BUILD and bool(self.extension.model.posts)

    def run(self, parent: Element, blocks: list[str]) -> None:
        match = MARK.fullmatch(blocks.pop(0).strip())
        assert match is not None, "test() found it"
        _BUILD[match["name"]](parent, self.extension.model, self.extension.register)


def _build_place(parent: Element, _model: Model, _register: Register) -> None:
    SubElement(parent, "div", {"id": CALCULATOR})


def build_examples(parent: Element, model: Model, register: Register) -> None:
    """Add a table of the invented municipalities, with what the model gives for each."""
    table = _add_table(parent, "Wat", *(example.name for example in model.examples))
    defaults = find_defaults(model, register)
    columns = [_compute_column(example, model, defaults) for example in model.examples]
    names = find_names(model)
    for id_ in _find_shared(model):
        cells = [_render_size(values, id_) for values, _ in columns]
        _add_row(table, names[id_], cells)
    for phase, measure, title in _ROWS:
        outcomes = [outcomes[phase] for _, outcomes in columns]
        cells = [render_amount(outcome.total(measure), measure) for outcome in outcomes]
        _add_row(table, title, cells, {"class": "totaal"})


_ROWS = (
    ("start", "uren", "Uren, eerste jaar"),
    ("later", "uren", "Uren, elk volgend jaar"),
    ("start", "euro", "Euro’s per jaar"),
)


def _compute_column(
    example: Example, model: Model, defaults: Mapping[str, str]
) -> tuple[Values, Mapping[str, Outcome]]:
    values = find_values(model, {**defaults, **dict(example.entries)})
    outcomes = {
        phase: compute_outcome(model, example.size, phase, values) for phase in ("start", "later")
    }
    return find_all_values(model, example.size, values), outcomes


def _find_shared(model: Model) -> tuple[str, ...]:
    return tuple(derived.id for derived in model.sizes[0].derived) if model.sizes else ()


def _render_size(values: Values, id_: str) -> str:
    span = values.get(id_)
    return "–" if span is None else render_span(span, 0)


def build_sums(parent: Element, model: Model, _register: Register) -> None:
    """Add a list of the posts, each as a sum in words."""
    names = find_names(model)
    listed = SubElement(parent, "ul")
    for post in model.posts:
        item = SubElement(listed, "li")
        SubElement(item, "strong").text = AtomicString(f"{post.name}.")
        text = render_formula(post.formula, names)
        item[0].tail = AtomicString(f" {text[0].upper()}{text[1:]}")


def build_assumptions(parent: Element, model: Model, register: Register) -> None:
    """Add a table of what the sums start from, with its origin."""
    table = _add_table(parent, "Waar de som van uitgaat", "Getal")
    SubElement(table[0][0], "th", {"scope": "col"}).text = AtomicString("Waar het vandaan komt")
    defaults = find_defaults(model, register)
    for quantity in model.quantities:
        if defaults[quantity.id]:
            row = _add_row(table, quantity.question, [render_text(defaults[quantity.id])])
            row[0].set("id", f"aanname-{quantity.id}")
            _add_origin(SubElement(row, "td"), quantity, register)


def _add_origin(cell: Element, quantity: Quantity, register: Register) -> None:
    """Say where a number comes from; the reason is still Markdown."""
    known = register.get(quantity.figure)
    if known is None:
        SubElement(cell, "strong").text = AtomicString("Aanname.")
        cell[0].tail = f" {quantity.reason}"
        return
    cell.text = AtomicString("Register: ")
    link = {"class": "cijfer", "href": hub_href(f"cijfers/#{quantity.figure}")}
    SubElement(cell, "a", link).text = AtomicString(known.words)
    cell[0].tail = f". {quantity.reason}".rstrip()


def _add_table(parent: Element, *headings: str) -> Element:
    table = SubElement(parent, "table", {"class": "cijfertabel"})
    row = SubElement(SubElement(table, "thead"), "tr")
    for number, heading in enumerate(headings):
        attributes = {"scope": "col", **(_RIGHT if number else {})}
        SubElement(row, "th", attributes).text = AtomicString(heading)
    SubElement(table, "tbody")
    return table


def _add_row(
    table: Element, title: str, cells: list[str], attributes: Mapping[str, str] | None = None
) -> Element:
    row = SubElement(table[1], "tr", dict(attributes or {}))
    SubElement(row, "th", {"scope": "row"}).text = AtomicString(title[0].upper() + title[1:])
    for cell in cells:
        SubElement(row, "td", _RIGHT).text = AtomicString(cell)
    return row


_BUILD: Mapping[str, Callable[[Element, Model, Register], None]] = {
    "voorbeelden": build_examples,
    "sommen": build_sums,
    "aannames": build_assumptions,
    CALCULATOR: _build_place,
}
