"""Names of files as people type them, and texts as they stand on disk."""

import os

import pytest

from plugins.checks.content import QuestionError, find_asked, read_texts, write_changes
from plugins.checks.fix import Change


@pytest.fixture
def root(tmp_path):
    root = tmp_path / "content"
    (root / "pages" / "map").mkdir(parents=True)
    for name in ("pages/a.md", "pages/map/b.md", "pages/map/.verborgen", "regio.yaml"):
        (root / name).write_text("een\n", encoding="utf-8")
    (tmp_path / "README.md").write_text("een", encoding="utf-8")
    return root


@pytest.mark.parametrize(
    ("name", "files"),
    [
        ("content/pages/a.md", {"content/pages/a.md"}),
        ("./content/pages/../pages/a.md", {"content/pages/a.md"}),
        ("content/pages/map", {"content/pages/map/b.md"}),
        ("content/pages/", {"content/pages/a.md", "content/pages/map/b.md"}),
        ("content/regio.yaml", {"content/regio.yaml"}),
    ],
)
def test_a_name_counts_from_the_project(root, name, files):
    assert find_asked(root, [name]) == files


def test_a_name_counts_from_where_one_stands_and_may_be_whole(root, monkeypatch):
    monkeypatch.chdir(root / "pages")
    assert find_asked(root, ["a.md", "map/b.md"]) == {
        "content/pages/a.md", "content/pages/map/b.md",
    }  # fmt: skip
    assert find_asked(root, [str(root / "regio.yaml")]) == {"content/regio.yaml"}


def test_the_content_folder_may_be_a_link(root, tmp_path):
    elsewhere = tmp_path / "project"
    elsewhere.mkdir()
    (elsewhere / "content").symlink_to(root)
    found = find_asked(elsewhere / "content", [str(elsewhere / "content" / "pages" / "a.md")])
    assert found == {"content/pages/a.md"}


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("content/pages/weg.md", "«content/pages/weg.md» bestaat niet."),
        ("README.md", "«README.md» staat niet in content/."),
        ("", "«» bestaat niet."),
        ("/etc/passwd", "«/etc/passwd» staat niet in content/."),
    ],
)
def test_a_name_that_means_nothing_is_refused(root, name, message):
    with pytest.raises(QuestionError) as caught:
        find_asked(root, [name])
    assert str(caught.value) == message


def test_only_plain_text_is_read(root):
    (root / "pages" / "latin.md").write_bytes(b"caf\xe9")
    (root / "pages" / "koppeling.md").symlink_to("/etc/passwd")
    os.mkfifo(root / "pages" / "pijp.md")
    names = ("a.md", "latin.md", "koppeling.md", "pijp.md", "map", "weg.md")
    files = [f"content/pages/{name}" for name in names]
    assert read_texts(root, files) == {"content/pages/a.md": "een\n"}


def test_a_byte_order_mark_and_line_ends_stay(root):
    path = root / "pages" / "a.md"
    path.write_bytes(b"\xef\xbb\xbfeen\r\ntwee")
    file = "content/pages/a.md"
    before = read_texts(root, [file])[file]
    assert before == "een\r\ntwee"
    write_changes(root, [Change(file, before, before + "\r\n")])
    assert path.read_bytes() == b"\xef\xbb\xbfeen\r\ntwee\r\n"
