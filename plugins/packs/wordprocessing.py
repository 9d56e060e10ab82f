"""What pandoc cannot say in a DOCX, put in afterwards."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

from plugins.packs.package import build_package

_TEXT = "word/document.xml"
_HEADING = '<w:pStyle w:val="Heading1" />'


def break_after_cover(data: bytes, day: date) -> bytes:
    """Return a DOCX whose first chapter starts on a page of its own; the others follow on."""
    with ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = parts[_TEXT].decode().replace(_HEADING, f"{_HEADING}<w:pageBreakBefore />", 1)
    return build_package({**parts, _TEXT: text.encode()}.items(), day)
