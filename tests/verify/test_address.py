"""Where an address leads, as a browser sees it."""

import pytest

from plugins.verify.address import Target, find_file, find_target

BASE = "https://hub.example/regio"


@pytest.mark.parametrize(
    ("address", "path", "anchor"),
    [
        ("", "a/b/index.html", ""),
        ("#c", "a/b/index.html", "c"),
        ("./", "a/b/", ""),
        ("../", "a/", ""),
        ("../../", "./", ""),
        ("../x.pdf?v=2#d", "a/x.pdf", "d"),
        ("x%20y/", "a/b/x y/", ""),
        ("x.html#%C3%A9", "a/b/x.html", "é"),
        ("/regio/c/", "c/", ""),
        ("/regio/", "./", ""),
        ("/elders/", "../elders/", ""),
        ("../../../x", "../x", ""),
        (" \tc\n/ ", "a/b/c/", ""),
        ("https://hub.example/regio/c/#d", "c/", "d"),
        ("https://hub.example/regio", ".", ""),
        ("//hub.example/regio/c/", "c/", ""),
    ],
)
def test_an_address_of_the_site_leads_to_its_path(address, path, anchor):
    assert find_target("a/b/index.html", address, BASE) == Target("own", path, anchor)


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("https://x.example/", "foreign"),
        ("https://hub.example/regionaal/", "foreign"),
        ("https://hub.example.evil/regio/", "foreign"),
        ("https:\\\\x.example", "foreign"),
        ("\\\\x.example/a", "foreign"),
        ("/\t/x.example", "foreign"),
        ("HTTP://x.example", "foreign"),
        ("mailto:a@b.example", "other"),
        ("tel:112", "other"),
        ("javascript:alert(1)", "forbidden"),
        (" java\nscript:alert(1)", "forbidden"),
        ("data:text/html,x", "forbidden"),
        ("vbscript:x", "forbidden"),
        ("file:///etc/passwd", "forbidden"),
        ("blob:x", "forbidden"),
    ],
)
def test_other_addresses_are_told_apart(address, kind):
    assert find_target("a/index.html", address, BASE).kind == kind


def test_without_an_address_of_its_own_every_full_address_is_foreign():
    assert find_target("a/index.html", "https://hub.example/", "").kind == "foreign"
    assert find_target("a/index.html", "/b/", "") == Target("own", "b/")


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("./", "index.html"),
        (".", "index.html"),
        ("a/", "a/index.html"),
        ("a", "a/index.html"),
        ("a/x.pdf", "a/x.pdf"),
        ("a/x.pdf/", None),
        ("../index.html", None),
        ("b/", None),
    ],
)
def test_a_path_leads_to_the_file_that_a_server_sends(path, file):
    assert find_file(path, {"index.html", "a/index.html", "a/x.pdf"}) == file
