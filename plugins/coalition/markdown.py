"""Marks of the councillor's text become Markdown, before anything else reads the page: its figures,
citations and links are then rendered like those of any page.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.preprocessors import Preprocessor

from plugins.coalition.clause import VARIANTS, WHOLE, Clause
from plugins.coalition.coalition import Coalition
from plugins.coalition.compose import Block, compose, find_values
from plugins.coalition.lexicon import Lexicon
from plugins.coalition.mark import BUILDER, CHECKLIST, DEADLINES, LINE, TEST, Mark, parse_mark

# What the templates look for; nothing in a text can make it.
PLACES: Mapping[str, str] = {BUILDER: "tekstbouwer", TEST: "teksttoets"}
_SIGNS: Mapping[str, str] = {"kop": "**{}**", "alinea": "{}", "punt": "- {}", "nummer": "1. {}"}
_IN_LIST = ("punt", "nummer")


class CoalitionExtension(Extension):
    """Renders the marks of `coalition` and the list of `lexicon`; any other stays as typed."""

    def __init__(self, coalition: Coalition, lexicon: Lexicon) -> None:
        super().__init__()
        self.coalition = coalition
        self.lexicon = lexicon

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        # After fenced code (25), where a mark is an example.
        md.preprocessors.register(_MarkPreprocessor(md, self), "coalition", 24)
        # After all that makes blocks of its own, before paragraphs (10).
        md.parser.blockprocessors.register(_PlaceProcessor(md.parser), "coalition-place", 11.5)


class _MarkPreprocessor(Preprocessor):
    """Replaces each line that is a mark."""

    def __init__(self, md: Markdown, extension: CoalitionExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, lines: list[str]) -> list[str]:
        return [found for line in lines for found in self._expand(line)]

    def _expand(self, line: str) -> Iterable[str]:
        match = LINE.fullmatch(line)
        if match is None:
            return (line,)
        mark = parse_mark(match["inside"])
        text = render_mark(mark, self.extension.coalition, self.extension.lexicon)
        return ("", *text, "") if text else (line,)


class _PlaceProcessor(BlockProcessor):
    """Keeps the place where a template puts the builder or the test."""

    def test(self, parent: Element, block: str) -> bool:
        match = LINE.fullmatch(block.strip())
        return match is not None and match["inside"].strip() in PLACES

    def run(self, parent: Element, blocks: list[str]) -> None:
        match = LINE.fullmatch(blocks.pop(0).strip())
        assert match is not None, "test() found it"
        SubElement(parent, "div", {"id": PLACES[match["inside"].strip()]})


def render_place(name: str) -> str:
    """Return the HTML that keeps the place of the builder or the test."""
    return f'<div id="{PLACES[name]}"></div>'


def render_mark(mark: Mark, coalition: Coalition, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the lines of Markdown that a mark stands for; none for one that nobody knows."""
    clause = next((clause for clause in coalition.clauses if clause.id == mark.name), None)
    fill = partial(_fill_start, coalition)
    if clause and not mark.variant:
        return tuple(_render_clause(clause, coalition))
    if clause and mark.variant in VARIANTS:
        return tuple(_quote(map(fill, clause.texts[WHOLE][mark.variant])))
    if mark.name == DEADLINES:
        return tuple(_render_deadlines(coalition))
    if mark.name == CHECKLIST:
        return tuple(_render_checklist(lexicon, coalition))
    start = coalition.start
    blocks = compose(coalition, type(start)(mark.name, start.deadline, start.variants))
    return tuple(render_blocks(blocks))


def _fill_start(coalition: Coalition, text: str) -> str:
    for name, value in find_values(coalition, coalition.start):
        text = text.replace(name, value)
    return text


def render_blocks(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the lines of a quotation that holds a whole text."""
    before = ""
    for block in blocks:
        if before and not (block.kind == before and before in _IN_LIST):
            yield ">"
        yield f"> {_SIGNS[block.kind].format(block.text)}"
        before = block.kind


def _quote(paragraphs: Iterable[str]) -> Iterator[str]:
    yield from render_blocks(Block("alinea", text) for text in paragraphs)


def _render_clause(clause: Clause, coalition: Coalition) -> Iterator[str]:
    yield from (
        f"- **Belooft:** {clause.promise}.", f"- **Aan wie:** {clause.whom}.",
        f"- **Wanneer:** {clause.when}.", f"- **Wat het kost:** {clause.cost}.",
        f"- **Bron:** {clause.source}.",
    )  # fmt: skip
    for variant in VARIANTS:
        name = f"{clause.name}, {variant}"
        yield from ("", f"### {name} {{#{clause.id}-{variant}}}", "")
        texts = clause.texts[WHOLE][variant]
        yield from _quote(_fill_start(coalition, text) for text in texts)
    yield from ("", f'!!! voorbehoud "Voorbehoud bij: {_lower(clause.name)}"')
    yield from (f"    - {caveat}" for caveat in clause.caveats)


def _lower(name: str) -> str:
    """Return a name as it stands inside a sentence; one that starts with a name keeps it."""
    first, _, rest = name.partition(" ")
    return name if rest[:1].isupper() else f"{first[:1].lower()}{name[1:]}"


def _render_deadlines(coalition: Coalition) -> Iterator[str]:
    for deadline in coalition.deadlines:
        yield f"- **{deadline.name}.** {deadline.consequence} {deadline.source}"


def _render_checklist(lexicon: Lexicon, coalition: Coalition) -> Iterator[str]:
    names = {clause.id: clause.name for clause in coalition.clauses}
    for number, subject in enumerate(lexicon.subjects):
        if number:
            yield ""
        yield from (f"### {names.get(subject.id, subject.id)} {{#{subject.id}}}", "")
        yield from (f"- {point}" for point in subject.points)
