"""Reading content/pakketten.yaml."""

from datetime import date

import pytest

from plugins.packs.pack import Blank, Change, Pack, Piece, read_packs

GOOD = """\
invulplekken:
  - plek: naam school
    vraag: Naam van de school
pakketten:
  - id: school
    titel: Startpakket
    voor: [school, gemeente]
    omschrijving: Alles om te beginnen.
    gids: [pages/wat.md]
    onderdelen:
      - {bestand: brieven/kaart.md, soort: kaart, voor: leerkracht}
    weglaten: [pages/wat.md#verder]
    wijzigingen:
      - {versie: 0.1.0, datum: 2026-11-21, wat: [Begin.]}
"""


def read(folder, text):
    (folder / "content").mkdir(exist_ok=True)
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
            changes=(Change("0.1.0", date(2026, 11, 21), ("Begin.",)),),
            pages=("pages/wat.md",),
            pieces=(Piece("brieven/kaart.md", "kaart", "leerkracht"),),
            blanks=(Blank("naam school", "Naam van de school"),),
            left_out=("pages/wat.md#verder",),
        ),
    )
    (pack,) = reading.packs
    assert pack.paths == ("pages/wat.md", "brieven/kaart.md")
    assert (pack.version, pack.date) == ("0.1.0", date(2026, 11, 21))


def test_a_hub_without_the_file_has_no_packs_and_no_problem(tmp_path):
    reading = read_packs(tmp_path)
    assert (reading.packs, reading.problems) == ((), ())


def test_an_entry_that_is_not_in_order_is_left_out(tmp_path):
    assert read(tmp_path, GOOD.replace("0.1.0", "nieuw")).packs == ()


def test_the_texts_that_packs_name_are_read_and_no_others(tmp_path):
    for name in ("pages/wat.md", "brieven/kaart.md", "brieven/los.md"):
        (tmp_path / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "content" / name).write_text(name, encoding="utf-8")
    (tmp_path / "geheim.md").write_text("geheim", encoding="utf-8")
    texts = read(tmp_path, GOOD.replace("[pages/wat.md]", "[pages/wat.md, ../geheim.md]")).texts
    assert [(path, source.text) for path, source in texts] == [
        ("pages/wat.md", "pages/wat.md"), ("brieven/kaart.md", "brieven/kaart.md"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", "# leeg\n", "school\n", "pakketten: x\n", "- id: school\n"])
def test_what_is_no_list_of_packs_holds_none(tmp_path, text):
    assert read(tmp_path, text).packs == ()


def test_text_that_is_no_yaml_or_no_utf8_is_a_problem_with_its_place(tmp_path):
    (problem,) = read(tmp_path, "- id: [school\n").problems
    assert (problem.file, problem.code) == ("content/pakketten.yaml", "YML001")
    (tmp_path / "content" / "pakketten.yaml").write_bytes(b"- id: school\n  titel: \xe9\n")
    (problem,) = read_packs(tmp_path / "content").problems
    assert (problem.line, problem.column, problem.code) == (2, 10, "BST001")
