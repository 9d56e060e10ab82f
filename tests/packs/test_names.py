"""Names of files: plain, neutral, ASCII."""

import pytest

from plugins.packs.names import archive_name, is_card, letter_name
from tests.packs.sample import PACK


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("brieven/brief-ouders.md", "brief-ouders"),
        ("brieven/po/Één brief!.md", "po-een-brief"),
        ("pages/kosten.md", "kosten"),
    ],
)
def test_a_letter_is_named_after_its_file(path, expected):
    assert letter_name(path) == expected


def test_a_card_or_poster_is_known_by_its_name():
    found = [is_card(f"brieven/{name}.md") for name in ("kaart-dag", "poster-hal", "brief-kaart")]
    assert found == [True, True, False]


def test_the_archive_carries_its_version():
    assert archive_name(PACK) == "startpakket-school-1.2.0.zip"
