"""ZIP packages whose bytes follow from contents and a day alone, not from clock or environment.

DOCX, ODT and the packs themselves are such packages.
"""

from collections.abc import Iterable
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

# OpenDocument wants the part that names its type uncompressed.
_STORED = frozenset(("mimetype",))
_UNIX, _READABLE = 3, 0o644 << 16


def build_package(parts: Iterable[tuple[str, bytes]], day: date) -> bytes:
    """Return a ZIP with these parts, in their order, each dated `day` (1980 or later)."""
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name, data in parts:
            part = ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            part.compress_type = ZIP_STORED if name in _STORED else ZIP_DEFLATED
            part.create_system, part.external_attr = _UNIX, _READABLE
            archive.writestr(part, data)
    return target.getvalue()
