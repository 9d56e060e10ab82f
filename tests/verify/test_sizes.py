"""What a file of the site may weigh."""

import pytest

from plugins.verify.check_files import check_sizes


@pytest.mark.parametrize(
    ("name", "size", "fault"),
    [
        ("kosten/index.html", 250_000, False),
        ("kosten/index.html", 250_001, True),
        # Lists of all that there is grow with the hub.
        ("trefwoorden/index.html", 250_001, False),
        ("herziening/paginas.json", 5_000_000, False),
        ("herziening/paginas.json", 5_000_001, True),
        ("zoeken/x.js", 60_001, True),
        ("SHA256SUMS", 9_000_000, False),
        ("delen.png", 0, True),
    ],
)
def test_a_file_has_a_size_that_a_visitor_can_bear(name, size, fault):
    assert [one.code for one in check_sizes({name: size}, "output")] == ["VER020"] * fault
