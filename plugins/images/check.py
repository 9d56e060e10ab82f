"""What can be wrong with images: no picture, too large, or more than a picture."""

import warnings
from collections.abc import Iterator
from io import BytesIO

from plugins.core.problem import Problem
from plugins.images.clean import clean_image
from plugins.images.image import Image
from plugins.images.part import PROFILES, TRAILER, Part

_MOST_BYTES = 1_000_000
_MOST_PIXELS = 16_000_000  # of a good camera; a page shows a tenth
_NAMES = {
    "Exif": "Exif", "eXIf": "Exif", "EXIF": "Exif",
    "http://ns.adobe.com/": "XMP", "XMP ": "XMP",
    "Photoshop 3.0": "bijschriften (IPTC)", "MPF": "een tweede beeld",
    "tEXt": "tekst", "zTXt": "tekst", "iTXt": "tekst", "tIME": "een tijdstip",
    "FFFE": "een opmerking", TRAILER: "gegevens achter het beeld",
    **dict.fromkeys(PROFILES, "een kleurprofiel"),
}  # fmt: skip


def check_images(images: tuple[Image, ...]) -> Iterator[Problem]:
    """Yield what is wrong with images."""
    for image in images:
        fault = _find_fault(image)
        if fault:
            yield Problem(image.file, 1, 1, *fault)
        elif image.extras:
            yield Problem(
                image.file, 1, 1, "IMG004",
                f"in dit beeld zit meer dan het beeld: {_list_extras(image.extras)}",
                "Haal dat eruit met «invoke check --fix»; het kan zeggen wie de foto nam, en waar.",
                clean=clean_image,
            )  # fmt: skip


def _find_fault(image: Image) -> tuple[str, str, str] | None:
    """Return code, message and hint of what is wrong with an image, or None."""
    if not image.kind or image.kind != image.ending:
        what = image.kind or "beeld dat de hub kent"
        return (
            "IMG002", f"dit bestand is geen {image.ending}" + (f" maar {what}" * bool(image.kind)),
            "Bewaar het beeld opnieuw, als png, jpg of webp.",
        )  # fmt: skip
    broken = image.broken or _find_broken(image.data)
    if broken:
        return "IMG002", f"dit beeld is niet te lezen: {broken}", "Bewaar het beeld opnieuw."
    if len(image.data) > _MOST_BYTES:
        return (
            "IMG003", f"dit beeld is {len(image.data) / 1_000_000:.1f} MB".replace(".", ","),
            "Maak het kleiner: hooguit 1 MB, en 1.600 beeldpunten breed is genoeg.",
        )  # fmt: skip
    return None


def _list_extras(parts: tuple[Part, ...]) -> str:
    return ", ".join(sorted({_NAMES.get(part.name, f"«{part.name}»") for part in parts}))


def _find_broken(data: bytes) -> str:
    """Return why the pixels cannot be read; empty when they can."""
    from PIL import Image as Picture  # takes time to load, and most hubs have few images

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # it only warns of an image that fills the memory
            with Picture.open(BytesIO(data), formats=("PNG", "JPEG", "WEBP")) as picture:
                if picture.width * picture.height > _MOST_PIXELS:
                    return f"{picture.width} bij {picture.height} beeldpunten is te veel"
                picture.load()
    except Exception:  # whatever a broken image makes of its reader
        return "de beeldpunten kloppen niet"
    return ""
