"""The ZIP: complete, reproducible, with an index page that needs no network."""

import io
import re
import zipfile
from hashlib import sha256

from plugins.packs.markup import find_elements, find_text, find_tree
from tests.packs.sample import PACK


def read_index(built):
    with zipfile.ZipFile(io.BytesIO(built.zip.data)) as archive:
        return archive.read("LEESMIJ.html").decode()


def test_the_zip_holds_the_index_and_every_file_as_it_is(built, files):
    with zipfile.ZipFile(io.BytesIO(built.zip.data)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["LEESMIJ.html", *files]
        assert {name: archive.read(name) for name in files} == files
        dates = {part.date_time[:3] for part in archive.infolist()}
        assert dates == {(2026, 11, 21)}
        assert all(name.isascii() and "/" not in name for name in archive.namelist())


def test_fingerprints_in_the_index_are_those_of_the_files(built, files):
    found = re.findall(r'<th scope="row">(.*?)</th><td><code>(.*?)</code>', read_index(built))
    assert dict(found) == {name: sha256(data).hexdigest() for name, data in files.items()}


def test_the_index_links_every_file_and_nothing_outside(built, files):
    links = re.findall(r'href="([^"]+)"', read_index(built))
    assert [link for link in links if not link.startswith("tel:")] == list(files)
    assert re.findall(r'<li data-bestand="([^"]+)">', read_index(built)) == list(files)
    assert re.findall(r'<tr data-bestand="([^"]+)">', read_index(built)) == list(files)
    assert [link for link in links if link.startswith("tel:")] == [
        "tel:112",
        "tel:08002000",
        "tel:08000432",
    ]
    assert not re.search(r"https?:|<script|<link|src=|url\(", read_index(built))


def test_the_index_says_what_it_is_in_dutch(built):
    tree = find_tree(read_index(built))
    (root,) = find_elements(tree, lambda element: element.tag == "html")
    assert root.get("lang") == "nl"
    (title,) = find_elements(root, lambda element: element.tag == "title")
    assert find_text(title) == f"Leesmij: {PACK.title}"
    text = find_text(root)
    for words in (
        PACK.title, "Versie 1.2.0", "21 november 2026", "112", "0800-2000", "0800-0432",
        "Kaart voor de leerkracht, 1 min lezen", "Een kaart & meer.", "Naam van de school",
    ):  # fmt: skip
        assert words in text
    headings = find_elements(tree, lambda element: re.fullmatch("h[1-6]", element.tag) is not None)
    assert [element.tag for element in headings] == [
        "h1", "h2", "h3", "h3", "h3", "h3", "h2", "h2", "h3", "h3", "h2",
    ]  # fmt: skip
