"""What is told about images, and the innocent ones that are left alone."""

import zlib
from io import BytesIO
from random import Random

import pytest
from PIL import Image

from plugins.core.problem import Problem
from plugins.images.check import check_images
from plugins.images.image import find_image, read_images
from tests.images.sample import make_exif, make_profile, save

FILE = "content/beelden/school.jpg"


def check(data: bytes, file: str = FILE) -> list[Problem]:
    return list(check_images((find_image(file, data),)))


@pytest.mark.parametrize(
    ("file", "data"),
    [
        (FILE, save("JPEG")),
        ("content/beelden/school.JPEG", save("JPEG", progressive=True)),
        ("content/beelden/route.png", save("PNG", dpi=(96, 96))),
        ("content/beelden/map/route.webp", save("WEBP")),
    ],
)
def test_a_plain_picture_is_innocent(file, data):
    assert check(data, file) == []


def test_a_photo_that_says_who_and_where_is_reported_with_the_way_out():
    assert check(save("JPEG", exif=make_exif(), icc_profile=make_profile())) == [
        Problem(
            FILE, 1, 1, "IMG004",
            "in dit beeld zit meer dan het beeld: Exif, een kleurprofiel",
            "Haal dat eruit met «invoke check --fix»; het kan zeggen wie de foto nam, en waar.",
        )
    ]  # fmt: skip


def test_an_unknown_part_is_reported_by_its_name():
    data = save("JPEG")

    (problem,) = check(data[:2] + b"\xff\xea\x00\x06abc\x00" + data[2:])

    assert problem.message == "in dit beeld zit meer dan het beeld: «abc»"


@pytest.mark.parametrize(
    ("file", "data", "message"),
    [
        (FILE, save("PNG"), "dit bestand is geen jpg maar png"),
        ("content/beelden/a.png", b"<svg onload=alert(1)></svg>", "dit bestand is geen png"),
        ("content/beelden/a.png", b"<!doctype html><script>", "dit bestand is geen png"),
        ("content/beelden/a.png", b"", "dit bestand is geen png"),
        (FILE, save("JPEG")[:-20], "dit beeld is niet te lezen: het beeld houdt halverwege op"),
        (
            "content/beelden/a.png",
            save("PNG").replace(b"IDAT\x78", b"IDAT\x00"),
            "dit beeld is niet te lezen: de beeldpunten kloppen niet",
        ),
    ],
)
def test_what_is_not_the_picture_that_its_name_promises_is_reported(file, data, message):
    assert [(problem.code, problem.message) for problem in check(data, file)] == [
        ("IMG002", message)
    ]


def test_an_image_that_would_fill_the_memory_is_refused_before_it_is_unpacked():
    data = bytearray(save("PNG"))
    data[16:24] = (50_000).to_bytes(4) * 2
    data[29:33] = zlib.crc32(bytes(data[12:29])).to_bytes(4)

    (problem,) = check(bytes(data), "content/beelden/a.png")

    assert problem.code == "IMG002"


def test_an_image_that_is_heavy_for_a_page_is_reported_with_its_size():
    noise = Image.frombytes("RGB", (700, 700), Random(1).randbytes(3 * 490_000))
    file = BytesIO()
    noise.save(file, "PNG")

    (problem,) = check(file.getvalue(), "content/beelden/a.png")

    assert (problem.code, problem.message) == ("IMG003", "dit beeld is 1,5 MB")


def test_images_are_read_in_order_and_what_cannot_be_read_is_a_problem(tmp_path):
    folder = tmp_path / "content" / "beelden"
    folder.mkdir(parents=True)
    (folder / "b.png").write_bytes(save("PNG"))
    (folder / "a.jpg").write_bytes(save("JPEG"))
    (folder / "c.png").symlink_to(folder / "b.png")

    files = ("beelden/c.png", "beelden/b.png", "beelden/a.jpg")
    reading = read_images(tmp_path / "content", files)

    assert [image.file for image in reading.images] == [
        "content/beelden/a.jpg", "content/beelden/b.png",
    ]  # fmt: skip
    assert [(one.file, one.code) for one in reading.problems] == [
        ("content/beelden/c.png", "BST003")
    ]
