"""What Typst leaves out of the tags of a PDF, put in afterwards: the heads of rows.

Typst 0.15 tags heads of columns alone. It writes tags as plain text, each an object with a number,
so some can be written anew as long as the table of their places follows.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, groupby, pairwise

from plugins.packs.conversion import ConversionError
from plugins.packs.markup import Element, find_elements, find_tree

_PLACES = re.compile(rb"xref\n0 \d+\n((?:\d{10} \d{5} [nf]\r\n)+)(trailer\n.*startxref\n)\d+", re.S)
_FREE = b"0000000000 65535 f"
_ROW = re.compile(rb"/S/TR/P \d+ 0 R/K\[((?:\d+ 0 R ?)+)\]")
_ATTRIBUTES = rb"/A[<</O/Table"
# Typst calls the head of a column after its table, its column and its row.
_FIRST = re.compile(rb"/S/TD/P \d+ 0 R" + re.escape(_ATTRIBUTES) + rb"/Headers\[\(U(\d+)x0y\d+\)")
_CITED = re.compile(rb"/O/Table[^>]*/Headers\[[^\]]*")
_NAMES = re.compile(rb"(?<=/IDTree<</Names\[)[^\]]*")
_NAME = re.compile(rb"\([^()]*\)\d+ 0 R")


def mend_pdf(data: bytes, html: str) -> bytes:
    """Return a PDF in which the heads of rows are tagged so.

    `html` is what the document was made from; raise ConversionError when the PDF has other tables.
    """
    tables = _find_tables(html)
    if not any(map(any, tables)):
        return data
    places = _PLACES.search(data, data.rindex(b"xref\n0 "))
    if places is None:
        raise ConversionError("the PDF has no plain table of places")
    objects = _find_objects(data, places)
    found = _find_rows(objects)
    if list(map(len, found)) != list(map(len, tables)):
        raise ConversionError("the tables of the PDF are not those that went in")
    rows = zip(chain(*found), chain(*tables), strict=True)
    return _write(data, _tag_heads(objects, [row for row, has_head in rows if has_head]), places)


def _find_tables(html: str) -> list[list[bool]]:
    """Return for each table with a body which of its rows have a head."""
    bodies = _find_all(find_tree(html), "tbody")
    found = [[_starts_with_head(row) for row in _find_all(body, "tr")] for body in bodies]
    return [rows for rows in found if rows]


def _find_all(root: Element, tag: str) -> tuple[Element, ...]:
    return find_elements(root, lambda element: element.tag == tag)


def _starts_with_head(row: Element) -> bool:
    first = next((child for child in row.children if isinstance(child, Element)), None)
    return first is not None and first.tag == "th"


def _find_objects(data: bytes, places: re.Match[bytes]) -> dict[int, bytes]:
    """Return the objects by number, in the order in which they stand in the file."""
    entries = places[1].split(b"\r\n")[1:-1]
    starts = {int(entry[:10]): number for number, entry in enumerate(entries, 1)}
    ends = pairwise([*sorted(starts), places.start()])
    return {starts[start]: data[start:end] for start, end in ends}


def _find_rows(objects: Mapping[int, bytes]) -> list[list[int]]:
    """Return the numbers of the rows of each table's body."""
    rows = sorted(_name_rows(objects))
    return [[number for _, number in table] for _, table in groupby(rows, lambda row: row[0])]


def _name_rows(objects: Mapping[int, bytes]) -> Iterator[tuple[int, int]]:
    for number, text in objects.items():
        first = next(iter(_find_cells(text)), None)
        table = _FIRST.search(objects[first]) if first else None
        if table:
            yield int(table[1]), number


def _find_cells(row: bytes) -> list[int]:
    """Return the numbers of a row's cells; none for what is no row."""
    cells = _ROW.search(row)
    return [int(number) for number in cells[1].split(b" 0 R")[:-1]] if cells else []


def _tag_heads(objects: Mapping[int, bytes], rows: Iterable[int]) -> dict[int, bytes]:
    """Return the objects with the first cell of each of these rows as its head."""
    tagged, names = dict(objects), []
    for head, *others in (_find_cells(objects[row]) for row in rows):
        name = b"(R%d)" % head
        names.append(b"%s%d 0 R" % (name, head))
        tagged[head] = _make_head(objects[head], name)
        tagged |= {cell: _CITED.sub(rb"\g<0>" + name, objects[cell], 1) for cell in others}
    root = next(number for number, text in objects.items() if _NAMES.search(text))
    tagged[root] = _NAMES.sub(lambda known: _merge(known[0], names), objects[root])
    return tagged


def _make_head(cell: bytes, name: bytes) -> bytes:
    head = cell.replace(b"/S/TD", b"/S/TH", 1)
    return head.replace(_ATTRIBUTES, b"/ID%s%s/Scope/Row" % (name, _ATTRIBUTES), 1)


def _merge(known: bytes, more: Iterable[bytes]) -> bytes:
    """Return the names of a tree with more of them, in the order that readers rely on."""
    entries = sorted([*_NAME.findall(known), *more], key=_find_name)
    return b"".join(entries)


def _find_name(entry: bytes) -> bytes:
    return entry.partition(b")")[0]


def _write(data: bytes, objects: Mapping[int, bytes], places: re.Match[bytes]) -> bytes:
    """Return the file with these objects, in the order and between the lines that it had."""
    parts, starts = [data[: data.index(b"1 0 obj")]], dict[int, int]()
    size = len(parts[0])
    for number, text in objects.items():
        starts[number] = size
        parts.append(text)
        size += len(text)
    entries = b"".join(b"%010d 00000 n\r\n" % starts[number] for number in sorted(starts))
    table = b"xref\n0 %d\n%s\r\n%s" % (len(starts) + 1, _FREE, entries)
    return b"".join((*parts, table, places[2], b"%d\n%%%%EOF" % size))
