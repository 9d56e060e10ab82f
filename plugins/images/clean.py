"""An image with nothing in it but the picture."""

from io import BytesIO
from typing import Any

from plugins.images.part import PROFILES, Part, find_kind, find_parts

_FORMATS = {"png": "PNG", "jpg": "JPEG", "webp": "WEBP"}
_ORIENTATION = 0x0112
_WEBP_EXTRAS = 0x20 | 0x08 | 0x04  # the flags that promise a profile, Exif and XMP


def clean_image(data: bytes) -> bytes:
    """Return the image without metadata; the pixels stay as they are.

    Only where the metadata change how it looks, turned or with colours of its own, are the pixels
    written anew. Raises BrokenImageError for what is no image.
    """
    parts = find_parts(data)
    if _changes_looks(data, parts):
        data = _draw_anew(data)
        parts = find_parts(data)
    kept = [part for part in parts if part.is_picture]
    return _mend_webp(kept) if find_kind(data) == "webp" else b"".join(one.data for one in kept)


def _changes_looks(data: bytes, parts: tuple[Part, ...]) -> bool:
    from PIL import Image

    if any(part.name in PROFILES for part in parts):
        return True
    with Image.open(BytesIO(data)) as picture:
        return bool(picture.getexif().get(_ORIENTATION, 1) != 1)


def _draw_anew(data: bytes) -> bytes:
    """Return the picture upright and in the colours that every screen knows (sRGB)."""
    from PIL import Image, ImageOps

    with Image.open(BytesIO(data)) as picture:
        picture.load()
        form = picture.format
        upright = _take_common_colours(ImageOps.exif_transpose(picture))
    saved = BytesIO()
    upright.save(saved, form, quality=92, exif=b"", icc_profile=None)
    return saved.getvalue()


def _take_common_colours(picture: Any) -> Any:
    from PIL import ImageCms

    profile = picture.info.pop("icc_profile", None)
    if not profile:
        return picture
    mode = "RGBA" if "A" in picture.getbands() or "transparency" in picture.info else "RGB"
    try:
        return ImageCms.profileToProfile(
            picture, BytesIO(profile), ImageCms.createProfile("sRGB"), outputMode=mode
        )
    except ImageCms.PyCMSError:  # a profile that says nothing of these colours
        return picture


def _mend_webp(parts: list[Part]) -> bytes:
    """Return the parts of a WebP with a head that tells their size, and what they are."""
    head, *rest = (part.data for part in parts)
    body = b"".join(
        data[:8] + bytes((data[8] & ~_WEBP_EXTRAS,)) + data[9:] if data[:4] == b"VP8X" else data
        for data in rest
    )
    return b"RIFF" + (len(body) + 4).to_bytes(4, "little") + head[8:] + body
