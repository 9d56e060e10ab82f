"""What stands in the content folder: links, strays and names."""

import os

import pytest

from plugins.core.problem import Problem
from plugins.core.tree import Entry, check_tree, read_tree


def test_everything_is_listed_and_no_link_is_followed(tmp_path):
    (tmp_path / "content" / "pages").mkdir(parents=True)
    (tmp_path / "content" / "pages" / "a.md").write_text("x")
    (tmp_path / "elders").mkdir()
    (tmp_path / "elders" / "geheim.md").write_text("x")
    (tmp_path / "content" / "map").symlink_to(tmp_path / "elders")
    (tmp_path / "content" / "dood.md").symlink_to(tmp_path / "niets")
    (tmp_path / "content" / "pages" / "lus").symlink_to(tmp_path / "content")

    assert read_tree(tmp_path / "content") == (
        Entry("dood.md", True, False),
        Entry("map", True, False, True),
        Entry("pages", False, False, True),
        Entry("pages/a.md", False, True),
        Entry("pages/lus", True, False, True),
    )


def test_a_link_is_reported():
    assert list(check_tree((Entry("pages/a.md", True, True),), "content")) == [
        Problem(
            "content/pages/a.md", 1, 1, "BST005", "dit is een koppeling naar iets anders",
            "Zet het bestand zelf hier neer.",
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "is_file", "codes"),
    [
        ("pages/a.md", True, []),
        ("pages/a-b/index.md", True, []),
        ("pages/404.md", True, []),
        ("pages/map", False, []),
        ("pages/.gitkeep", True, []),
        ("pages/.obsidian", False, []),
        ("pages/.obsidian/Werk 1.json", True, []),
        ("beelden/Foto-1.PNG", True, []),
        ("beelden/Foto 1.png", True, ["BST007"]),
        ("bronnen.bib", True, []),
        ("pages/a.txt", True, ["BST006"]),
        ("pages/a.MD", True, ["BST006"]),
        ("brieven/a.markdown", True, ["BST006"]),
        ("pages/Kosten.md", True, ["BST007"]),
        ("pages/mijn gids.md", True, ["BST007"]),
        ("pages/één.md", True, ["BST007"]),
        ("pages/a.b.md", True, ["BST007"]),
        ("pages/-a.md", True, ["BST007"]),
        ("pages/Mijn map", False, ["BST007"]),
        ("pages/map.md", False, ["BST007"]),
    ],
)
def test_strays_and_names_that_make_bad_addresses_are_reported(path, is_file, codes):
    found = check_tree((Entry(path, False, is_file, not is_file),), "content")
    assert [problem.code for problem in found] == codes


def test_a_pipe_is_reported_and_never_opened(tmp_path):
    (tmp_path / "pages").mkdir()
    os.mkfifo(tmp_path / "pages" / "pijp.md")

    (problem,) = check_tree(read_tree(tmp_path), "content")

    assert (problem.file, problem.code) == ("content/pages/pijp.md", "BST005")


def test_a_name_that_is_no_text_can_still_be_told(tmp_path):
    (tmp_path / "beelden").mkdir()
    open(os.fsencode(tmp_path / "beelden") + b"/caf\xe9.png", "w").close()

    (problem,) = check_tree(read_tree(tmp_path), "content")

    assert problem.file == "content/beelden/caf\ufffd.png"
