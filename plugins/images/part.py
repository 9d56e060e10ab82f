"""The parts that the file of an image consists of: those that make the picture, and all others."""

from collections.abc import Iterator
from dataclasses import dataclass

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
# By the specifications: PNG (third edition), ITU T.81 and JFIF, and the WebP container.
_PNG_PICTURE = frozenset(
    (
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "cICP", "sBIT", "pHYs",
        "bKGD",
    )
)  # fmt: skip
_SCAN, _END = 0xDA, 0xD9
_JPEG_TABLES = frozenset((*range(0xC0, 0xD0), _SCAN, 0xDB, 0xDD)) - {0xC8}
_NAMED = range(0xE0, 0xF0)  # parts of applications, which start with a name
_JFIF, _ADOBE = (0xE0, b"JFIF\0", 16), (0xEE, b"Adobe", 14)  # marker, start and length
_WEBP_PICTURE = frozenset(("VP8 ", "VP8L", "VP8X", "ALPH"))
PROFILES = frozenset(("iCCP", "ICC_PROFILE", "ICCP"))
TRAILER = "achter het beeld"


class BrokenImageError(ValueError):
    """The bytes are no image that can be read to its end."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the file; `is_picture` tells that the picture cannot do without it."""

    name: str
    data: bytes
    is_picture: bool


def find_kind(data: bytes) -> str:
    """Return what kind of image the bytes are, as endings of files call it; empty for none."""
    if data.startswith(_PNG):
        return "png"
    if data.startswith(_JPEG):
        return "jpg"
    return "webp" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else ""


def find_parts(data: bytes) -> tuple[Part, ...]:
    """Return the parts of an image; laid together they are the file.

    Raises BrokenImageError when it ends halfway or is of no known kind.
    """
    split = {"png": _split_png, "jpg": _split_jpeg, "webp": _split_webp}.get(find_kind(data))
    if split is None:
        raise BrokenImageError("geen png, jpg of webp")
    return tuple(split(data))


def _split_png(data: bytes) -> Iterator[Part]:
    yield Part("", _PNG, True)
    place, name = len(_PNG), ""
    while name != "IEND":
        size = int.from_bytes(_take(data, place, 8)[:4])
        name = data[place + 4 : place + 8].decode("latin-1")
        yield Part(name, _take(data, place, 12 + size), name in _PNG_PICTURE)
        place += 12 + size
    yield from _find_trailer(data, place)


def _split_jpeg(data: bytes) -> Iterator[Part]:
    yield Part("", _JPEG, True)
    place, marker = len(_JPEG), 0
    while marker != _END:
        start = place
        while _take(data, place, 2) == b"\xff\xff":  # bytes that fill up
            place += 1
        if data[place] != 0xFF:
            raise BrokenImageError("een deel begint niet waar het moet")
        marker, place = data[place + 1], place + 2
        if marker != _END:
            place += max(2, int.from_bytes(_take(data, place, 2)))
        if marker == _SCAN:
            place = _find_scan_end(data, place)
        yield _make_segment(marker, _take(data, start, place - start))
    yield from _find_trailer(data, place)


def _make_segment(marker: int, data: bytes) -> Part:
    body = data.lstrip(b"\xff")[3:]
    fixed = any(
        marker == wanted and body.startswith(start) and len(body) == length - 2
        for wanted, start, length in (_JFIF, _ADOBE)
    )
    name = body[:20].split(b"\0")[0].decode("latin-1") if marker in _NAMED else ""
    return Part(name or f"FF{marker:02X}", data, fixed or marker in _JPEG_TABLES or marker == _END)


def _find_scan_end(data: bytes, place: int) -> int:
    """Return where the pixels end: at a marker that is no stuffed byte and no restart."""
    while True:
        place = data.find(b"\xff", place)
        if place < 0 or place + 1 >= len(data):
            raise BrokenImageError("het beeld houdt halverwege op")
        if data[place + 1] not in (0x00, 0xFF, *range(0xD0, 0xD8)):
            return place
        place += 1 if data[place + 1] == 0xFF else 2


def _split_webp(data: bytes) -> Iterator[Part]:
    yield Part("", _take(data, 0, 12), True)
    end, place = 8 + int.from_bytes(data[4:8], "little"), 12
    while place < end:
        size = int.from_bytes(_take(data, place, 8)[4:8], "little")
        name = data[place : place + 4].decode("latin-1")
        whole = 8 + size + size % 2
        yield Part(name, _take(data, place, whole), name in _WEBP_PICTURE)
        place += whole
    yield from _find_trailer(data, place)


def _take(data: bytes, place: int, size: int) -> bytes:
    if place + size > len(data):
        raise BrokenImageError("het beeld houdt halverwege op")
    return data[place : place + size]


def _find_trailer(data: bytes, place: int) -> Iterator[Part]:
    if place < len(data):
        yield Part(TRAILER, data[place:], False)
