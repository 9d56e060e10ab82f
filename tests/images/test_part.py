"""An image taken apart: laid together its parts are the file, and what is no picture is told."""

import pytest

from plugins.images.part import BrokenImageError, find_kind, find_parts
from tests.images.sample import make_chunk, make_exif, make_profile, make_text, save

PLAIN = {
    "png": save("PNG"),
    "palet": save("PNG", optimize=True, bits=8),
    "jpg": save("JPEG"),
    "progressief": save("JPEG", progressive=True, subsampling=0),
    "grijs": save("JPEG", quality=40, restart_marker_blocks=1),
    "webp": save("WEBP"),
    "webp zonder verlies": save("WEBP", lossless=True),
}
PNG, JPEG, WEBP = PLAIN["png"], PLAIN["jpg"], PLAIN["webp"]
FILLED = {
    "exif": (save("JPEG", exif=make_exif()), {"Exif"}),
    "opmerking": (save("JPEG", comment=b"geheim"), {"FFFE"}),
    "profiel": (save("JPEG", icc_profile=make_profile()), {"ICC_PROFILE"}),
    "xmp": (save("JPEG", xmp=b"<x/>"), {"http://ns.adobe.com/"}),
    "eigen deel": (JPEG[:2] + b"\xff\xea\x00\x06abc\x00" + JPEG[2:], {"abc"}),
    "vulling": (JPEG[:2] + b"\xff\xff\xff\xfe\x00\x04ab" + JPEG[2:], {"FFFE"}),
    "achteraan": (JPEG + b"<script>", {"achter het beeld"}),
    "png met tekst": (save("PNG", pnginfo=make_text()), {"tEXt", "iTXt"}),
    "png met exif": (save("PNG", exif=make_exif()), {"eXIf"}),
    "png met profiel": (save("PNG", icc_profile=make_profile()), {"iCCP"}),
    "png met eigen deel": (PNG[:33] + make_chunk(b"prVt", b"x") + PNG[33:], {"prVt"}),
    "png met meer": (PNG + b"PK\x03\x04", {"achter het beeld"}),
    "webp met exif": (save("WEBP", exif=make_exif()), {"EXIF"}),
    "webp met xmp": (save("WEBP", xmp=b"<x/>", icc_profile=make_profile()), {"XMP ", "ICCP"}),
    "webp met meer": (WEBP + b"meer", {"achter het beeld"}),
}


@pytest.mark.parametrize("name", PLAIN)
def test_a_plain_picture_holds_only_what_it_needs(name):
    parts = find_parts(PLAIN[name])

    assert b"".join(part.data for part in parts) == PLAIN[name]
    assert [part.name for part in parts if not part.is_picture] == []


@pytest.mark.parametrize("name", FILLED)
def test_what_else_is_in_the_file_is_told_by_name(name):
    data, extras = FILLED[name]
    parts = find_parts(data)

    assert b"".join(part.data for part in parts) == data
    assert {part.name for part in parts if not part.is_picture} == extras


@pytest.mark.parametrize("data", [PNG, JPEG, WEBP], ids=("png", "jpg", "webp"))
def test_no_image_that_ends_halfway_is_taken_apart(data):
    for size in range(len(data)):
        with pytest.raises(BrokenImageError):
            find_parts(data[:size])


@pytest.mark.parametrize(
    "data", [b"", b"<svg onload=alert(1)>", b"GIF89a", b"%PDF-1.7", b"RIFF\0\0\0\0WAVE"]
)
def test_other_files_are_no_images(data):
    assert find_kind(data) == ""
    with pytest.raises(BrokenImageError):
        find_parts(data)
