"""The picture of a shared link."""

import struct

import pytest

from plugins.sharing.card import SIZE, render_card
from plugins.sharing.site import SharedSite


@pytest.mark.parametrize(
    "name", ["Hub", "Kennishub voor een hele regio", "É " * 40, "Een naam " * 60]
)
def test_the_picture_is_a_png_of_the_promised_size(name):
    image = render_card(SharedSite(name, "https://hub.example", "Een voorbeeld."))

    assert image.startswith(b"\x89PNG\r\n")
    assert struct.unpack(">II", image[16:24]) == SIZE


def test_equal_sites_give_equal_bytes_and_another_name_another_picture():
    one, other = SharedSite("Hub A", ""), SharedSite("Hub B", "")

    assert render_card(one) == render_card(one)
    assert render_card(one) != render_card(other)
