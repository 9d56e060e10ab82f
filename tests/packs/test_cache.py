"""A pack is made again only when something that goes into it changed."""

import subprocess
import sys
from dataclasses import replace
from hashlib import sha256

import pytest

from plugins.packs import cache
from plugins.packs.cache import build_cached
from tests.packs.sample import HUB, LETTER, PAGES
from tests.packs.sample import PACK as FULL
from tests.project import ROOT

SIDE = """
import sys
from dataclasses import replace
from pathlib import Path
from plugins.packs.build import BuiltPack
from plugins.packs.cache import _keep
from tests.packs.sample import PACK
for number in range(300):
    built = BuiltPack(PACK, (), (), bytes(100_000))
    _keep(built, Path(sys.argv[1]) / f"school.{number % 2}.pakket")
_keep(BuiltPack(PACK, (), (), b""), Path(sys.argv[1]) / "school.laatste.pakket")
"""
PACK = replace(FULL, pages=(), pieces=FULL.pieces[-1:])


@pytest.fixture
def made(monkeypatch):
    """The packs that were really made."""
    made = []

    def build(*arguments):
        made.append(arguments[0].id)
        return original(*arguments)

    original = cache.build_pack
    monkeypatch.setattr(cache, "build_pack", build)
    return made


def test_the_second_time_comes_from_the_folder_with_equal_bytes(made, tmp_path):
    first = build_cached(PACK, PAGES, HUB, tmp_path / "nieuw")
    assert build_cached(PACK, PAGES, HUB, tmp_path / "nieuw") == first
    assert made == ["school"]


def test_without_a_folder_a_pack_is_made_each_time(made):
    assert build_cached(PACK, PAGES, HUB, None) == build_cached(PACK, PAGES, HUB, None)
    assert made == ["school", "school"]


@pytest.mark.parametrize(
    ("pack", "pages", "hub"),
    [
        (replace(PACK, changes=FULL.changes[1:]), PAGES, HUB),
        (replace(PACK, blanks=FULL.blanks[:1]), PAGES, HUB),
        (PACK, {**PAGES, "brieven/brief-ouders.md": replace(LETTER, title="Anders")}, HUB),
        (PACK, PAGES, replace(HUB, notice="")),
    ],
)
def test_a_changed_input_makes_the_pack_again_and_lets_the_old_one_go(
    made, tmp_path, pack, pages, hub
):
    build_cached(PACK, PAGES, HUB, tmp_path)
    build_cached(pack, pages, hub, tmp_path)
    assert made == ["school", "school"]
    assert len(list(tmp_path.iterdir())) == 1


def test_a_page_outside_the_pack_changes_nothing(made, tmp_path):
    build_cached(PACK, PAGES, HUB, tmp_path)
    build_cached(PACK, {**PAGES, "pages/x.md": LETTER}, HUB, tmp_path)
    assert made == ["school"]


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: b"geen zip",
        lambda data: data[:-1],
        lambda data: data[:-9] + b"x" + data[-8:],
        lambda data: data[:200] + bytes([data[200] ^ 1]) + data[201:],
        lambda data: data + b"x",
    ],
)
def test_a_damaged_file_in_the_folder_is_made_again_with_a_word(made, tmp_path, damage, capsys):
    first = build_cached(PACK, PAGES, HUB, tmp_path)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(damage(kept.read_bytes()))
    assert build_cached(PACK, PAGES, HUB, tmp_path) == first
    assert capsys.readouterr().err.startswith(f"{kept.name}: wat hier bewaard was is beschadigd")
    assert made == ["school", "school"]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(lambda pack: pack, id="another pack"),
        pytest.param(lambda pack: sha256(b"geen pakket").digest() + b"geen pakket", id="no pack"),
    ],
)
def test_a_whole_file_of_another_name_is_not_taken_for_the_pack(made, tmp_path, other):
    first = build_cached(PACK, PAGES, HUB, tmp_path)
    (kept,) = tmp_path.iterdir()
    changed = replace(PACK, description="Een ander pakket met dezelfde documenten.")
    build_cached(changed, PAGES, HUB, tmp_path / "ander")
    (foreign,) = (tmp_path / "ander").iterdir()
    kept.write_bytes(other(foreign.read_bytes()))
    assert build_cached(PACK, PAGES, HUB, tmp_path) == first
    assert made == ["school"] * 3


def test_a_folder_where_packs_are_kept_gives_way(made, tmp_path):
    first = build_cached(PACK, PAGES, HUB, tmp_path)
    (kept,) = tmp_path.iterdir()
    for path in (kept, kept.with_name(f"{PACK.id}.ouder.pakket")):
        path.unlink(missing_ok=True)
        (path / "onder").mkdir(parents=True)
    assert build_cached(PACK, PAGES, HUB, tmp_path) == first
    assert build_cached(PACK, PAGES, HUB, tmp_path) == first
    assert made == ["school", "school"]
    assert list(tmp_path.iterdir()) == [kept]


def test_a_pack_can_be_kept_from_several_sides_at_once(tmp_path):
    folder, sides = str(tmp_path / "pakken"), []
    for _ in range(4):
        sides.append(subprocess.Popen([sys.executable, "-c", SIDE, folder], cwd=ROOT))
    assert [side.wait() for side in sides] == [0, 0, 0, 0]
    assert len(list((tmp_path / "pakken").iterdir())) == 1


def test_packs_whose_ids_begin_alike_leave_one_another_alone(made, tmp_path):
    build_cached(PACK, PAGES, HUB, tmp_path)
    build_cached(replace(PACK, id="school-po"), PAGES, HUB, tmp_path)
    build_cached(PACK, PAGES, HUB, tmp_path)
    assert made == ["school", "school-po"]
