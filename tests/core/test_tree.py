"""What stands in the content folder: links, strays and names."""

import os

import pytest

from plugins.core.check_tree import check_tree
from plugins.core.problem import Problem
from plugins.core.tree import Entry, read_tree


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
        Entry("map", True, False),
        Entry("pages", False, False, True),
        Entry("pages/a.md", False, True),
        Entry("pages/lus", True, False),
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
        ("cijfers.yaml", True, []),
        (".DS_Store", True, []),
        ("brieven", False, []),
        ("beelden/2026", False, []),
        ("beelden/2026/a.webp", True, []),
        ("beelden/.gitkeep", True, []),
        ("README.md", True, ["BST009"]),
        ("kosten.md", True, ["BST009"]),
        ("cijfers.yml", True, ["BST009"]),
        ("page", False, ["BST009"]),
        ("bijlagen", False, ["BST009"]),
        ("page/kosten.md", True, []),
        ("mijn bronnen.bib", True, ["BST007"]),
        ("beelden/logo.svg", True, ["BST010"]),
        ("beelden/logo.SVG", True, ["BST010"]),
        ("beelden/a.html", True, ["BST010"]),
        ("beelden/a.png.html", True, ["BST010"]),
        ("beelden/formulier.pdf", True, ["BST010"]),
        ("beelden/zonder-eind", True, ["BST010"]),
        ("beelden/nul.png", True, ["BST007"]),
        ("pages/aux.md", True, ["BST007"]),
        ("pages/con", False, ["BST007"]),
        ("pages/console.md", True, []),
        (f"pages/{97 * 'a'}.md", True, []),
        (f"pages/{98 * 'a'}.md", True, ["BST008"]),
        (f"pages/{'/'.join(4 * [40 * 'a'])}/bc-d.md", True, []),
        (f"pages/{'/'.join(4 * [40 * 'a'])}/bc-de-fghij.md", True, ["BST008"]),
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


def test_a_folder_that_looks_like_one_of_ours_gets_its_name():
    (problem,) = check_tree((Entry("page", False, False, True),), "content")

    assert problem.hint == (
        "Bedoelt u «pages»? Zet het in een van de mappen pages, nieuws, brieven, beelden."
    )


def test_names_that_differ_in_capitals_only_are_reported_once():
    paths = ("beelden/Foto.png", "beelden/foto.png", "beelden/foto.webp")
    entries = tuple(Entry(path, False, True) for path in paths)

    assert list(check_tree(entries, "content")) == [
        Problem(
            "content/beelden/foto.png", 1, 1, "BST011",
            "deze naam verschilt alleen in hoofdletters van «beelden/Foto.png»",
            "Geef een van de twee een andere naam.",
        )
    ]  # fmt: skip


def test_a_file_that_stands_elsewhere_too_is_reported(tmp_path):
    (tmp_path / "elders").write_text("geheim")
    (tmp_path / "content" / "pages").mkdir(parents=True)
    os.link(tmp_path / "elders", tmp_path / "content" / "pages" / "a.md")
    (tmp_path / "content" / "pages" / "b.md").write_text("x")

    (problem,) = check_tree(read_tree(tmp_path / "content"), "content")

    assert (problem.file, problem.code) == ("content/pages/a.md", "BST005")
    assert problem.message == "dit bestand staat ook ergens anders op de schijf"


def test_a_content_folder_that_is_a_link_is_reported_and_not_walked(tmp_path):
    (tmp_path / "elders").mkdir()
    (tmp_path / "elders" / "geheim.txt").write_text("x")
    (tmp_path / "content").symlink_to(tmp_path / "elders")

    (problem,) = check_tree(read_tree(tmp_path / "content"), "content")

    assert (problem.file, problem.code) == ("content", "BST005")


def test_a_device_is_reported_as_what_is_no_regular_file():
    (problem,) = check_tree((Entry("beelden/nul.png", False, False),), "content")

    assert (problem.code, problem.message) == ("BST005", "dit is geen gewoon bestand")


def test_a_folder_that_cannot_be_opened_is_reported():
    (problem,) = check_tree((Entry("pages/dicht", False, False, True, is_closed=True),), "content")

    assert (problem.code, problem.message) == ("BST003", "deze map is niet te openen")


def test_the_error_of_a_folder_is_seen(tmp_path, monkeypatch):
    (tmp_path / "pages").mkdir()
    scan = os.scandir

    def refuse(path):
        if str(path).endswith("pages"):
            raise PermissionError(13, "nee", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)  # whoever runs this may be allowed everything

    assert Entry("pages", False, False, True, is_closed=True) in read_tree(tmp_path)
