"""Reading content/pakketten.yaml."""

from datetime import date

import pytest

from plugins.packs.pack import Pack, read_packs

GOOD = """\
- id: school
  titel: Startpakket
  voor: [school, gemeente]
  omschrijving: Alles om te beginnen.
  versie: 0.1.0
  datum: 2026-11-21
  gids: [pages/wat.md]
  brieven:
    - brieven/kaart.md
"""


def read(folder, text):
    (folder / "content").mkdir()
    (folder / "content" / "pakketten.yaml").write_text(text, encoding="utf-8")
    return read_packs(folder / "content")


def test_a_pack_is_read_with_its_types(tmp_path):
    reading = read(tmp_path, GOOD)
    assert reading.problems == ()
    assert reading.packs == (
        Pack(
            id="school",
            title="Startpakket",
            audiences=("school", "gemeente"),
            description="Alles om te beginnen.",
            version="0.1.0",
            date=date(2026, 11, 21),
            pages=("pages/wat.md",),
            letters=("brieven/kaart.md",),
        ),
    )
    assert reading.packs[0].paths == ("pages/wat.md", "brieven/kaart.md")


def test_a_hub_without_the_file_has_no_packs_and_no_problem(tmp_path):
    reading = read_packs(tmp_path)
    assert (reading.packs, reading.problems) == ((), ())


def test_an_entry_that_is_not_in_order_is_left_out(tmp_path):
    assert read(tmp_path, GOOD.replace("0.1.0", "nieuw")).packs == ()


@pytest.mark.parametrize("text", ["", "# leeg\n", "school\n", "id: school\n", "- school\n"])
def test_what_is_no_list_of_packs_holds_none(tmp_path, text):
    assert read(tmp_path, text).packs == ()


def test_text_that_is_no_yaml_or_no_utf8_is_a_problem_with_its_place(tmp_path):
    (problem,) = read(tmp_path, "- id: [school\n").problems
    assert (problem.file, problem.code) == ("content/pakketten.yaml", "YML001")
    (tmp_path / "content" / "pakketten.yaml").write_bytes(b"- id: school\n  titel: \xe9\n")
    (problem,) = read_packs(tmp_path / "content").problems
    assert (problem.line, problem.column, problem.code) == (2, 10, "BST001")
