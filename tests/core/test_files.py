"""Files of the content folder: which are found, and what is read from them."""

import os

import pytest

from plugins.core.files import find_files, read_bytes, read_source
from plugins.core.problem import Problem
from plugins.core.source import Source


@pytest.fixture
def content(tmp_path):
    folder = tmp_path / "content"
    (folder / "pages" / "b").mkdir(parents=True)
    return folder


def test_files_are_found_in_every_folder_and_sorted(content):
    for name in ("pages/c.md", "pages/b/d.md", "pages/a.md", "pages/a.txt", "los.md"):
        (content / name).write_text("x")

    found = [path.relative_to(content).as_posix() for path in find_files(content, "pages", ".md")]

    assert found == ["pages/a.md", "pages/b/d.md", "pages/c.md"]


def test_links_out_of_the_content_folder_are_not_followed(content, tmp_path):
    (tmp_path / "elders").mkdir()
    (tmp_path / "elders" / "geheim.md").write_text("x")
    (content / "pages" / "map").symlink_to(tmp_path / "elders")
    (content / "pages" / "bestand.md").symlink_to(tmp_path / "elders" / "geheim.md")

    assert list(find_files(content, "pages", ".md")) == []


def test_a_folder_that_does_not_exist_holds_no_files(content):
    assert list(find_files(content, "brieven", ".md")) == []


def test_a_folder_with_the_name_of_a_file_is_no_file(content):
    (content / "pages" / "map.md").mkdir()

    assert list(find_files(content, "pages", ".md")) == []


@pytest.mark.parametrize(
    ("data", "text"),
    [(b"a\r\nb\n", "a\nb\n"), ("é".encode(), "é"), (b"\xef\xbb\xbfa", "a"), (b"", "")],
)
def test_a_text_is_read_without_byte_order_mark_and_with_plain_line_ends(content, data, text):
    (content / "a.md").write_bytes(data)

    assert read_source(content, content / "a.md") == Source("content/a.md", text)


@pytest.mark.parametrize(
    ("data", "line", "column", "byte"),
    [
        (b"\xff", 1, 1, "0xFF"),
        (b"ab\nc\xe9d", 2, 2, "0xE9"),
        ("één\né".encode() + b"\xe9", 2, 2, "0xE9"),
        (b"\xef\xbb\xbfa\xe9", 1, 2, "0xE9"),
    ],
)
def test_a_byte_that_is_not_utf8_is_reported_at_its_character(content, data, line, column, byte):
    (content / "a.md").write_bytes(data)

    problem = read_source(content, content / "a.md")

    assert problem == Problem(
        "content/a.md", line, column, "BST001",
        f"dit bestand is geen UTF-8: byte {byte} past niet",
        "Sla het bestand op als UTF-8 (in de meeste editors: «Opslaan met codering»).",
    )  # fmt: skip


def test_a_missing_file_is_a_problem_at_its_first_line(content):
    assert read_source(content, content / "bronnen.bib") == Problem(
        "content/bronnen.bib", 1, 1, "BST003", "dit bestand ontbreekt", "Maak het bestand aan."
    )


@pytest.mark.parametrize(
    ("text", "line", "column", "sign"),
    [("a\0b", 1, 2, "U+0000"), ("een\ntw\u202ee", 2, 3, "U+202E"), ("\x1b[0m", 1, 1, "U+001B")],
)
def test_a_sign_that_nobody_sees_is_reported_where_it_stands(content, text, line, column, sign):
    (content / "a.md").write_text(text, encoding="utf-8")

    assert read_source(content, content / "a.md") == Problem(
        "content/a.md", line, column, "BST002", f"hier staat een onzichtbaar teken ({sign})",
        "Verwijder het teken: wis het woord en typ het opnieuw.",
    )  # fmt: skip


def test_tabs_soft_hyphens_and_line_ends_are_innocent(content):
    (content / "a.md").write_text("a\tb\u00adc\r\nd\re", encoding="utf-8")

    assert isinstance(read_source(content, content / "a.md"), Source)


def test_a_folder_where_a_file_belongs_is_reported(content):
    (content / "bronnen.bib").mkdir()

    problem = read_source(content, content / "bronnen.bib")

    assert isinstance(problem, Problem)
    assert (problem.code, problem.message) == ("BST003", "dit bestand is niet te openen")


def test_what_an_editor_keeps_under_a_name_with_a_full_stop_is_not_found(content):
    (content / "pages" / ".verborgen.md").write_text("x")
    (content / "pages" / ".obsidian").mkdir()
    (content / "pages" / ".obsidian" / "notitie.md").write_text("x")

    assert list(find_files(content, "pages", ".md")) == []


def test_a_folder_of_content_that_is_a_link_holds_no_files(content, tmp_path):
    (tmp_path / "elders").mkdir()
    (tmp_path / "elders" / "geheim.md").write_text("x")
    (content / "nieuws").symlink_to(tmp_path / "elders")

    assert list(find_files(content, "nieuws", ".md")) == []
    assert list(find_files(content, "", ".md")) == []


def find_code(found):
    assert isinstance(found, Problem)
    return found.code


def test_nothing_is_read_through_a_link(content, tmp_path):
    (tmp_path / "elders").mkdir()
    (tmp_path / "elders" / "a.md").write_text("geheim")
    (content / "los.md").symlink_to(tmp_path / "elders" / "a.md")
    (content / "map").symlink_to(tmp_path / "elders")

    assert find_code(read_source(content, content / "los.md")) == "BST003"
    assert find_code(read_source(content, content / "map" / "a.md")) == "BST003"
    assert find_code(read_source(content, content / ".." / "elders" / "a.md")) == "BST003"


def test_a_pipe_is_not_waited_for(content):
    os.mkfifo(content / "regio.yaml")

    assert find_code(read_source(content, content / "regio.yaml")) == "BST003"


def test_a_file_of_many_megabytes_is_refused_before_it_is_looked_at(content):
    (content / "a.md").write_bytes(4_000_001 * b"\xff")
    (content / "b.md").write_bytes(4_000_000 * b"a")

    assert read_bytes(content, content / "a.md") == Problem(
        "content/a.md", 1, 1, "BST004", "dit bestand is groter dan 4 MB",
        "Splits het bestand; een beeld: maak het kleiner.",
    )  # fmt: skip
    assert isinstance(read_source(content, content / "b.md"), Source)
