"""An image made clean: nothing but the picture is left, and the picture looks as it did."""

from io import BytesIO

import pytest
from PIL import Image, ImageOps

from plugins.images.clean import clean_image
from plugins.images.part import find_parts
from tests.images.sample import (
    SIZE,
    draw,
    find_pixels,
    make_exif,
    make_profile,
    make_text,
    save,
)

PLAIN = {
    form: save(form, **({"lossless": True} if form == "WEBP" else {}))
    for form in ("PNG", "JPEG", "WEBP")
}
FILLED = [
    ("PNG", save("PNG", pnginfo=make_text(), exif=make_exif())),
    ("PNG", PLAIN["PNG"] + b"PK\x03\x04"),
    ("JPEG", save("JPEG", exif=make_exif(), comment=b"geheim", xmp=b"<x/>")),
    ("JPEG", PLAIN["JPEG"] + PLAIN["JPEG"]),
    ("WEBP", save("WEBP", lossless=True, exif=make_exif(), xmp=b"<x/>")),
]


@pytest.mark.parametrize(("form", "data"), FILLED)
def test_what_is_no_picture_goes_and_no_pixel_changes(form, data):
    cleaned = clean_image(data)

    assert all(part.is_picture for part in find_parts(cleaned))
    assert find_pixels(cleaned) == find_pixels(PLAIN[form])
    assert b"geheim" not in cleaned
    assert b"Jan" not in cleaned


@pytest.mark.parametrize("form", PLAIN)
def test_a_clean_image_stays_as_it_is(form):
    assert clean_image(PLAIN[form]) == PLAIN[form]


@pytest.mark.parametrize("form", PLAIN)
@pytest.mark.parametrize("orientation", [3, 6, 8])
def test_a_photo_that_was_held_on_its_side_stays_upright(form, orientation):
    data = save(form, exif=make_exif(orientation))
    with Image.open(BytesIO(data)) as picture:
        shown = ImageOps.exif_transpose(picture).convert("RGB")

    cleaned = clean_image(data)

    assert all(part.is_picture for part in find_parts(cleaned))
    with Image.open(BytesIO(cleaned)) as picture:
        assert picture.size == shown.size == (SIZE if orientation == 3 else SIZE[::-1])
        for place in ((2, 2), (shown.width - 3, shown.height - 3)):
            near = zip(picture.convert("RGB").getpixel(place), shown.getpixel(place), strict=True)
            assert all(abs(one - other) < 12 for one, other in near)


@pytest.mark.parametrize("form", PLAIN)
def test_a_picture_with_colours_of_its_own_gets_those_of_every_screen(form):
    cleaned = clean_image(save(form, icc_profile=make_profile()))

    assert all(part.is_picture for part in find_parts(cleaned))
    with Image.open(BytesIO(cleaned)) as picture:
        near = zip(picture.convert("RGB").getpixel((2, 2)), draw().getpixel((2, 2)), strict=True)
        assert all(abs(one - other) < 12 for one, other in near)


def test_a_profile_that_says_nothing_is_left_out():
    cleaned = clean_image(save("PNG", icc_profile=b"geen profiel"))

    assert find_pixels(cleaned) == find_pixels(PLAIN["PNG"])
