"""Images taken into the page."""

from dataclasses import replace

import pytest

from plugins.packs.images import inline_images
from tests.packs.sample import FIRST


def inline(root, src):
    page = replace(FIRST, html=f'<p><img src="{src}" alt="stip"></p>')
    return inline_images(page, root).html


def test_an_image_of_the_content_comes_in_as_data(tmp_path):
    (tmp_path / "beelden").mkdir()
    (tmp_path / "beelden" / "een stip.png").write_bytes(b"x")
    expected = '<p><img src="data:image/png;base64,eA==" alt="stip"></p>'
    assert inline(tmp_path, "../beelden/een%20stip.png") == expected


@pytest.mark.parametrize(
    "src", ["../weg.png", "https://example.org/x.png", "../%2e%2e/geheim.png", "../notitie"]
)
def test_what_is_no_image_below_the_content_stays_as_it_was(tmp_path, src):
    root = tmp_path / "content"
    root.mkdir()
    for name in ("geheim.png", "content/notitie"):
        (tmp_path / name).write_bytes(b"x")
    assert f'src="{src}"' in inline(root, src)


def test_a_page_without_images_is_the_same_page(tmp_path):
    page = replace(FIRST, html="<p>tekst</p>")
    assert inline_images(page, tmp_path) is page
