"""What a build keeps for the next one, and what it never believes."""

import os
import pickle
import subprocess
import sys
import sysconfig
from hashlib import sha256
from pathlib import Path

import pytest

from plugins.core import memory, workers
from plugins.core.memory import Memory, find_key
from plugins.core.source import Source

KEY = find_key("a")


class _Calls:
    """Hands its values out one by one, and so tells how often it was asked."""

    def __init__(self, *values):
        self.values = list(values)

    def __call__(self):
        return self.values.pop(0)


def recall(memory, *values, key=KEY):
    return memory.recall("table", key, _Calls(*values))


def test_every_library_that_makes_something_counts():
    folders = Path(sysconfig.get_path("purelib")).glob("*.dist-info")
    there = {path.name.lower().partition("-")[0] for path in folders}

    assert there >= memory._LIBRARIES


def test_parts_of_a_key_do_not_run_into_one_another():
    assert find_key("ab", "c") != find_key("a", "bc")
    assert find_key("a") == find_key(b"a")


def test_a_memory_without_a_folder_keeps_nothing():
    memory = Memory()

    assert (recall(memory, 1), recall(memory, 2)) == (1, 2)
    memory.save()


def test_a_value_is_made_once_in_a_run_and_not_again_in_the_next(tmp_path):
    memory = Memory(tmp_path)
    source = Source("a.md", "één\ntwee")
    assert (recall(memory, source), recall(memory)) == (source, source)
    memory.save()

    kept = recall(Memory(tmp_path))

    assert kept == source
    assert kept.position(5) == source.position(5)


def test_what_is_kept_can_be_read_before_it_is_asked_for(tmp_path):
    memory = Memory(tmp_path)
    recall(memory, 1)
    memory.save()
    later = Memory(tmp_path)
    later.load()
    for path in tmp_path.iterdir():
        path.unlink()

    assert recall(later, 2) == 1
    Memory().load()


def test_what_a_process_left_half_written_goes_with_it(tmp_path):
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    for number in (ended.pid, os.getpid()):
        (tmp_path / f"table.{number}").write_bytes(b"half")
    Memory(tmp_path).load()

    assert [path.name for path in tmp_path.iterdir()] == [f"table.{os.getpid()}"]


def test_what_nobody_asked_for_is_forgotten(tmp_path):
    memory = Memory(tmp_path)
    recall(memory, 1, key=find_key("oud"))
    recall(memory, 2)
    memory.save()
    recall(memory)
    memory.save()

    assert recall(Memory(tmp_path), 3, key=find_key("oud")) == 3
    assert recall(Memory(tmp_path), 4) == 2


def test_what_nobody_asked_anything_of_stays(tmp_path):
    memory = Memory(tmp_path, stays=True)
    recall(memory, 1)
    memory.save()
    memory.save()
    memory.close()

    assert recall(memory) == recall(Memory(tmp_path)) == 1


def test_who_asks_for_a_part_need_not_forget_the_rest(tmp_path):
    memory = Memory(tmp_path)
    recall(memory, 1, key=find_key("oud"))
    memory.save()
    recall(memory, 2)
    memory.save(forget=False)

    assert (recall(Memory(tmp_path), key=find_key("oud")), recall(Memory(tmp_path))) == (1, 2)


def test_what_is_missing_is_made_ahead_in_several_processes(tmp_path, monkeypatch):
    monkeypatch.setattr(workers, "count_workers", lambda: 2)
    items = {find_key(str(number)): number for number in range(5)}
    memory = Memory(tmp_path)
    memory.recall("doubled", find_key("3"), lambda: 6)

    def look(number):
        assert number != 3
        key = find_key(str(number))
        memory.recall("doubled", key, lambda: 2 * number)
        memory.recall("makers", key, os.getpid)

    assert not memory.has("doubled", find_key("4"))
    memory.make_ahead(("doubled", "makers"), items, look, "", least=1)
    assert memory.has("doubled", find_key("4"))

    def recall_all(memory):
        made = [memory.recall("doubled", key, _Calls()) for key in items]
        return made, {memory.recall("makers", find_key(str(one)), _Calls()) for one in (0, 1, 2, 4)}

    doubled, makers = recall_all(memory)
    assert doubled == [0, 2, 4, 6, 8]
    assert len(makers) == 2
    memory.save()
    assert recall_all(Memory(tmp_path)) == (doubled, makers)


@pytest.mark.parametrize("stays", [False, True])
def test_a_memory_that_stays_holds_what_it_has_written(tmp_path, stays):
    memory = Memory(tmp_path, stays=stays)
    recall(memory, 1)
    memory.close()
    assert recall(Memory(tmp_path), 2) == 1
    (file,) = tmp_path.iterdir()
    file.unlink()

    assert recall(memory, 2) == (1 if stays else 2)


def test_a_memory_without_a_folder_makes_nothing_ahead():
    memory = Memory()
    memory.make_ahead(("table",), {KEY: 1}, _Calls(), "")
    assert not memory.has("table", KEY)


def _flip(data):
    return data[:-1] + bytes((data[-1] ^ 1,))


def _age(data):
    return _seal(b"\0" * 32 + data[64:])


def _name_a_function(data):
    """A pickle that would call a function as soon as it is read."""

    class _Trap:
        def __reduce__(self):
            return print, ("dit mag nooit gebeuren",)

    return _seal(data[32:64] + pickle.dumps({KEY: _Trap()}))


def _seal(data):
    return sha256(data).digest() + data


@pytest.mark.parametrize(
    ("spoil", "word"),
    [
        (_flip, "is beschadigd"),
        (lambda data: data[: len(data) // 2], "is beschadigd"),
        (lambda data: b"", "is beschadigd"),
        (_age, "is van een andere versie van de hub, of uit een ander bestand"),
        (_name_a_function, "is niet te lezen"),
        (lambda data: _seal(data[32:64] + pickle.dumps([1])), "is niet te lezen"),
    ],
)
def test_a_file_that_is_not_what_this_code_wrote_is_not_believed(tmp_path, capsys, spoil, word):
    memory = Memory(tmp_path)
    recall(memory, "oud")
    memory.save()
    (file,) = tmp_path.iterdir()
    file.write_bytes(spoil(file.read_bytes()))

    assert recall(Memory(tmp_path), "nieuw") == "nieuw"
    said = capsys.readouterr()
    assert said.err == f"table.kept: wat hier bewaard was {word}; alles wordt opnieuw gemaakt.\n"
    assert said.out == ""


def test_a_file_of_another_table_is_not_believed(tmp_path, capsys):
    memory = Memory(tmp_path)
    for table in ("table", "andere"):
        memory.recall(table, KEY, lambda: table)  # noqa: B023
    memory.save()
    (tmp_path / "table.kept").replace(tmp_path / "andere.kept")

    assert Memory(tmp_path).recall("andere", KEY, lambda: "opnieuw") == "opnieuw"
    assert "andere.kept" in capsys.readouterr().err


def test_a_folder_where_values_are_kept_gives_way(tmp_path):
    (tmp_path / "table.kept" / "onder").mkdir(parents=True)
    for value in ("gemaakt", "niet gevraagd"):
        known = Memory(tmp_path)
        assert recall(known, value) == "gemaakt"
        known.save()


def test_a_folder_that_cannot_be_written_costs_only_the_next_build(tmp_path):
    (tmp_path / "vol").write_text("een bestand")
    memory = Memory(tmp_path / "vol" / "cache")

    assert recall(memory, 1) == 1
    memory.save()
