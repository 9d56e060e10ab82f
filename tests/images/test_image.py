"""An image as the hub knows it."""

import pytest

from plugins.images.image import find_image
from tests.project import ROOT

PANEL = ROOT / "content" / "beelden" / "voorbeeld-met-probleem.png"


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (PANEL.read_bytes(), (1000, 640)),
        (PANEL.read_bytes()[:20], None),
        (b"geen beeld", None),
        (b"", None),
    ],
)
def test_the_size_of_an_image_is_known_or_not(data, size):
    assert find_image("content/beelden/a.png", data).size == size
