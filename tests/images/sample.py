"""Images made for tests, with and without what should not be in them."""

import zlib
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

SIZE = (40, 30)


def draw(mode: str = "RGB") -> Image.Image:
    """Return a picture whose corners differ, so that one can see how it is turned."""
    picture = Image.new(mode, SIZE, (200, 40, 40) if mode == "RGB" else 120)
    picture.paste(Image.new(mode, (20, 15), (20, 90, 220) if mode == "RGB" else 20), (0, 0))
    return picture


def save(form: str, **options: Any) -> bytes:
    """Return a picture as the bytes of a file."""
    file = BytesIO()
    draw().save(file, form, **options)
    return file.getvalue()


def make_exif(orientation: int = 1) -> bytes:
    """Return Exif with a maker, a moment and a place on earth."""
    exif = Image.Exif()
    exif[0x010F] = "Camera van Jan"
    exif[0x0112] = orientation
    exif[0x0132] = "2026:11:21 10:00:00"
    exif.get_ifd(0x8825).update({1: "N", 2: (50.0, 51.0, 0.0), 3: "E", 4: (5.0, 41.0, 0.0)})
    return exif.tobytes()


def make_profile() -> bytes:
    """Return a colour profile."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def make_text() -> PngInfo:
    """Return text as PNG keeps it."""
    text = PngInfo()
    text.add_text("Author", "Jan")
    text.add_itxt("XML:com.adobe.xmp", "<x/>")
    return text


def make_chunk(name: bytes, body: bytes) -> bytes:
    """Return a chunk of a PNG."""
    check = zlib.crc32(name + body).to_bytes(4)
    return len(body).to_bytes(4) + name + body + check


def find_pixels(data: bytes) -> bytes:
    """Return the pixels of an image, as one sees them."""
    with Image.open(BytesIO(data)) as picture:
        return picture.convert("RGB").tobytes()
