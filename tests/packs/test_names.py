"""Names of files: plain, neutral, ASCII."""

import pytest

from plugins.packs.names import archive_name, filled_name, piece_name
from tests.packs.sample import PACK


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("brieven/brief-ouders.md", "brief-ouders"),
        ("brieven/po/Één brief!.md", "po-een-brief"),
        ("pages/kosten.md", "kosten"),
    ],
)
def test_a_piece_is_named_after_its_file(path, expected):
    assert piece_name(path) == expected


def test_the_archive_carries_its_version():
    assert archive_name(PACK) == "startpakket-school-1.2.0.zip"
    assert filled_name(PACK) == "startpakket-school-1.2.0-ingevuld.zip"
