"""Marks in Markdown become figures that lead to the register, or whole tables."""

import re
from collections import Counter
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from plugins.core.hub_link import hub_href
from plugins.figures.figure import Figure
from plugins.figures.mark import FORMS, MARK, Mark, parse_mark
from plugins.figures.register import Register
from plugins.figures.table import Table
from plugins.figures.table_element import build_table
from plugins.figures.wording import (
    capitalise,
    render_figure,
    render_shown_year,
    starts_sentence,
)

ADDRESS = "cijfers/"
_RANGE = re.compile(r"[0-9][^ –]*–[^ –]*[0-9][^ –]*")  # with its first word, which is glued to it
_LONGEST_RANGE = 12  # signs; a longer one would not fit the narrowest phone at wide spacing


class FigureExtension(Extension):
    """Renders the marks of what `register` holds; any other stays as typed."""

    def __init__(self, register: Register) -> None:
        super().__init__()
        self.entries = register.entries
        self.updated = register.updated
        self.shown: Counter[str] = Counter()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        md.registerExtension(self)
        # Right after citations (175), before references and links (170, 160).
        md.inlinePatterns.register(_MarkProcessor(self, md), "figure", 174)
        # After all that makes blocks of its own, before paragraphs (10).
        md.parser.blockprocessors.register(_TableProcessor(self, md), "figure-table", 12)
        md.treeprocessors.register(_NestedLinkTreeprocessor(md), "figures", 16)

    def reset(self) -> None:
        """Forget the page before."""
        self.shown.clear()


class _MarkProcessor(InlineProcessor):
    """Replaces one mark of a figure."""

    def __init__(self, extension: FigureExtension, md: Markdown) -> None:
        super().__init__(MARK, md)
        self.extension = extension

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Markdown's name
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        mark = parse_mark(m["inside"])
        if not isinstance(mark, Mark) or mark.form not in ("", *FORMS):
            return None, None, None  # the checks say what is wrong; a preview shows what was typed
        figure = self.extension.entries.get(mark.id)
        if not isinstance(figure, Figure):
            return None, None, None
        first = starts_sentence(data[: m.start()])
        return self._render(figure, mark.form, first), m.start(), m.end()

    def _render(self, figure: Figure, form: str, first: bool) -> Element:
        link = Element("a", {"class": "cijfer", "href": hub_href(f"{ADDRESS}#{figure.id}")})
        text = render_figure(figure, form)
        year = render_shown_year(figure, form, self.extension.updated)
        text = f"{capitalise(text) if first else text}{' ' if year else ''}"
        before, together, after = _find_range(text)
        link.text = AtomicString(before)
        if together:
            part = SubElement(link, "span", {"class": "cijfer__reeks"})
            part.text, part.tail = AtomicString(together), AtomicString(after)
        if year:
            SubElement(link, "span", {"class": "cijfer__jaar"}).text = AtomicString(f"({year})")
        return link


def _find_range(text: str) -> tuple[str, str, str]:
    """Return what stands before, in and after a short range in `text`: no line may end in it."""
    match = _RANGE.search(text)
    if match is None or len(match.group()) > _LONGEST_RANGE:
        return text, "", ""
    return text[: match.start()], match.group(), text[match.end() :]


class _TableProcessor(BlockProcessor):
    """Replaces a paragraph that holds a table's mark and no more."""

    def __init__(self, extension: FigureExtension, md: Markdown) -> None:
        super().__init__(md.parser)
        self.extension = extension
        self.is_inside = False  # a remark below a table shows no other table

    def test(self, parent: Element, block: str) -> bool:
        return not self.is_inside and self._find_table(block) is not None

    def _find_table(self, block: str) -> Table | None:
        match = re.fullmatch(MARK, block.strip())
        mark = parse_mark(match["inside"]) if match else None
        entry = self.extension.entries.get(mark.id) if isinstance(mark, Mark) else None
        return entry if isinstance(entry, Table) and mark == Mark(entry.id, "", 0) else None

    def run(self, parent: Element, blocks: list[str]) -> None:
        table = self._find_table(blocks.pop(0))
        assert table is not None, "test() found it"
        self.extension.shown[table.id] += 1
        build_table(parent, table, self.extension.shown[table.id])
        self.is_inside = True
        self.parser.parseChunk(parent, table.remark)
        self.is_inside = False


class _NestedLinkTreeprocessor(Treeprocessor):
    """Takes the link from a figure that stands in the text of another link."""

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            for inner in link.iter("a"):
                if inner is not link and inner.get("class") == "cijfer":
                    inner.tag = "span"
                    del inner.attrib["href"]
