"""Call-outs that draw, as they are typed: their items and rows with their places in the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.core.code import blank_code
from plugins.drawings.chart import KIND as CHART
from plugins.drawings.drawing import KINDS

# Where the kind cannot be read, the checks of call-outs say so.
_CALL_OUT = re.compile(
    rf"^(?P<margin>[ \t]*)!!! ?(?P<kind>{'|'.join((*KINDS, CHART))})"
    r"(?P<title> +\"[^\"\n]*\")?[ \t]*$"
    r"(?P<body>(?:\n(?:[ \t]*$|(?P=margin)(?: {4}|\t).*))*)",
    re.M,
)
# A table as typed, or the mark of one that the register or the model of the costs holds.
_TABLE = re.compile(r"^[ \t]*(?:\||\[[#€][\w-]+\][ \t]*$)", re.M)
_BLOCK = re.compile(r"(?:^[ \t]*\S.*(?:\n|\Z))+", re.M)
_ITEM = re.compile(r" {0,3}(?P<sign>[-*+]|\d+\.)[ \t]+(?=\S)")
_LEAD = re.compile(r"(?P<bold>\*\*|__)(?P<lead>(?:(?!(?P=bold)).)+)(?P=bold)", re.S)
_DELIMITERS = re.compile(r"[|:\- \t]+")
_BAR = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Part:
    """An item or a row: its label and the rest, both as typed; no label where none is bold."""

    label: str
    text: str
    offset: int


@dataclass(frozen=True, slots=True)
class Outline:
    """A call-out that draws; `form` is the tag of the list or table that it holds, or empty.

    `columns` counts the cells of a table's head; `offset` is where the call-out starts.
    """

    kind: str
    title: str
    form: str
    parts: tuple[Part, ...]
    columns: int
    offset: int


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    offset: int


def find_outlines(text: str) -> Iterator[Outline]:
    """Yield the call-outs that draw in a Markdown text, code left out."""
    for match in _CALL_OUT.finditer(blank_code(text)):
        if match["kind"] == CHART:
            continue
        start = match.end("margin")
        title = (match["title"] or "").strip().strip('"')
        blocks = tuple(_find_blocks(match))
        index = next((i for i, block in enumerate(blocks) if _find_form(block)), None)
        if index is None:
            yield Outline(match["kind"], title, "", (), 0, start)
            continue
        form = _find_form(blocks[index])
        parts = _find_rows(blocks[index]) if form == "table" else _find_items(blocks[index:])
        columns = len(_find_cells(blocks[index][0].text)) if form == "table" else 0
        yield Outline(match["kind"], title, form, tuple(parts), columns, start)


def find_empty_charts(text: str) -> Iterator[int]:
    """Yield where a call-out starts that shows the bars of a table, and holds none."""
    for match in _CALL_OUT.finditer(blank_code(text)):
        if match["kind"] == CHART and not _TABLE.search(match["body"]):
            yield match.end("margin")


def _find_blocks(call_out: re.Match[str]) -> Iterator[tuple[_Line, ...]]:
    """Yield the blocks of lines in a call-out, without its indentation."""
    margin = len(call_out["margin"])
    for block in _BLOCK.finditer(call_out["body"]):
        offset = call_out.start("body") + block.start()
        yield tuple(_find_lines(block.group(), offset, margin))


def _find_lines(block: str, offset: int, margin: int) -> Iterator[_Line]:
    for line in block.splitlines(keepends=True):
        indent = margin + (1 if line[margin : margin + 1] == "\t" else 4)
        yield _Line(line[indent:].rstrip("\n"), offset + indent)
        offset += len(line)


def _find_form(block: tuple[_Line, ...]) -> str:
    first = block[0].text
    item = _ITEM.match(first)
    if item:
        return "ul" if item["sign"] in "-*+" else "ol"
    return "table" if first.startswith("|") else ""


def _find_items(blocks: tuple[tuple[_Line, ...], ...]) -> Iterator[Part]:
    """Yield the items of a list that starts with the first block; text at the margin ends it."""
    found: list[list[_Line]] = []
    for block in blocks:
        if not _ITEM.match(block[0].text) and not block[0].text.startswith((" " * 4, "\t")):
            break
        for line in block:
            if _ITEM.match(line.text) or not found:
                found.append([line])
            else:
                found[-1].append(line)
    yield from map(_find_item, found)


def _find_item(lines: list[_Line]) -> Part:
    sign = _ITEM.match(lines[0].text)
    inside = sign.end() if sign else 0
    text = "\n".join((lines[0].text[inside:], *(line.text for line in lines[1:])))
    bold = _LEAD.match(text)
    offset = lines[0].offset + inside
    return Part(bold["lead"] if bold else "", text[bold.end() if bold else 0 :], offset)


def _find_rows(block: tuple[_Line, ...]) -> Iterator[Part]:
    """Yield the rows of a table, without its head and the dashes below it."""
    for line in block[1:]:
        if not _DELIMITERS.fullmatch(line.text):
            moment, *others = _find_cells(line.text)
            yield Part(moment, " ".join(others), line.offset)


def _find_cells(row: str) -> list[str]:
    return [cell.strip() for cell in _BAR.split(row.strip().removeprefix("|").removesuffix("|"))]
