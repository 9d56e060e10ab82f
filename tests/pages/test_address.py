"""Where a page lives follows from its path alone."""

import pytest

from plugins.pages.address import output_file, page_address, relative_address


@pytest.mark.parametrize(
    ("path", "address", "file"),
    [
        ("pages/index.md", "", "index.html"),
        ("pages/kosten.md", "kosten/", "kosten/index.html"),
        ("pages/handle-with-care/index.md", "handle-with-care/", "handle-with-care/index.html"),
        (
            "pages/handle-with-care/scholen.md",
            "handle-with-care/scholen/",
            "handle-with-care/scholen/index.html",
        ),
        ("brieven/college.md", "brieven/college/", "brieven/college/index.html"),
        ("pages/404.md", "404.html", "404.html"),
        ("pages/map/404.md", "map/404/", "map/404/index.html"),
    ],
)
def test_a_path_gives_an_address_and_a_file(path, address, file):
    assert page_address(path) == address
    assert output_file(address) == file


@pytest.mark.parametrize(
    ("origin", "target", "link"),
    [
        ("", "kosten/", "kosten/"),
        ("kosten/", "", "../"),
        ("kosten/", "kosten/", "./"),
        ("", "", "./"),
        ("a/b/", "a/c/", "../c/"),
        ("a/b/", "a/", "../"),
        ("a/b/", "versie-2.0/", "../../versie-2.0/"),
        ("a/b/", "beelden/x.png", "../../beelden/x.png"),
        ("404.html", "kosten/", "kosten/"),
        ("a/", "404.html", "../404.html"),
    ],
)
def test_a_link_is_relative_to_the_page_it_stands_on(origin, target, link):
    assert relative_address(origin, target) == link
