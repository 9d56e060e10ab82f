"""What pandoc cannot say in a DOCX, put in afterwards."""

import re
from datetime import date
from io import BytesIO
from zipfile import ZipFile

from plugins.packs.look import MOST_ROWS_KEPT
from plugins.packs.package import build_package

_TEXT = "word/document.xml"
_TABLE = re.compile(r"<w:tbl>.*?</w:tbl>", re.S)
_ROW = re.compile(r"(?=<w:tr>|<w:tr )")
_ROW_START = re.compile(r"(<w:tr\b[^>]*>)\s*(?:<w:trPr>)?")
_WHOLE_ROW = "<w:trPr><w:cantSplit />"
_STYLE = re.compile(r"<w:pStyle [^>]*/>")


def mend_docx(data: bytes, day: date) -> bytes:
    """Return a DOCX whose rows, and whose tables of a few rows, stay on one page."""
    with ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = _TABLE.sub(lambda table: _keep_table(table[0]), parts[_TEXT].decode())
    return build_package({**parts, _TEXT: text.encode()}.items(), day)


def _keep_table(table: str) -> str:
    start, *rows = _ROW.split(table)
    whole = [_keep_row(row) for row in rows]
    if len(rows) <= MOST_ROWS_KEPT:
        # A row stays with the next one when all its paragraphs do.
        whole[:-1] = [_STYLE.sub(r"\g<0><w:keepNext />", row) for row in whole[:-1]]
    return start + "".join(whole)


def _keep_row(row: str) -> str:
    has_properties = "<w:trPr>" in row
    start = _WHOLE_ROW if has_properties else f"{_WHOLE_ROW}</w:trPr>"
    return _ROW_START.sub(rf"\1{start}", row, count=1)
