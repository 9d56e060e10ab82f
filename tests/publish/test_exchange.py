"""One whole site takes the place of another."""

import os
import sys
import threading

import pytest

from plugins.publish.exchange import exchange_folder, put_in_place


@pytest.fixture
def new(tmp_path):
    folder = tmp_path / "work" / "site"
    folder.mkdir(parents=True)
    (folder / "index.html").write_text("nieuw")
    return folder


def test_a_first_site_is_put_in_its_place(new, tmp_path):
    exchange_folder(new, tmp_path / "map" / "output")

    assert (tmp_path / "map" / "output" / "index.html").read_text() == "nieuw"
    assert not new.exists()


def test_the_old_site_makes_way_whole(new, tmp_path):
    output = tmp_path / "output"
    (output / "oud").mkdir(parents=True)
    (output / "oud" / "index.html").write_text("oud")

    exchange_folder(new, output)

    assert os.listdir(output) == ["index.html"]
    assert sorted(os.listdir(tmp_path)) == ["output", "work"]
    assert os.listdir(tmp_path / "work") == []


def test_the_old_site_can_stay_where_the_new_one_stood(new, tmp_path):
    output = tmp_path / "output"
    output.mkdir()
    (output / "index.html").write_text("oud")

    put_in_place(new, output)

    assert (output / "index.html").read_text() == "nieuw"
    assert (new / "index.html").read_text() == "oud"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is a moment between")
def test_a_visitor_always_finds_a_site(tmp_path):
    output = tmp_path / "output"
    output.mkdir()
    (output / "index.html").write_text("0")
    seen: set[bool] = set()
    done = threading.Event()

    def visit() -> None:
        while not done.is_set():
            seen.add(output.exists())

    visitor = threading.Thread(target=visit)
    visitor.start()
    for number in range(1, 200):
        new = tmp_path / "nieuw"
        new.mkdir()
        (new / "index.html").write_text(str(number))
        exchange_folder(new, output)
    done.set()
    visitor.join()

    assert seen == {True}
    assert (output / "index.html").read_text() == "199"


def test_a_new_site_that_is_not_there_leaves_the_old_one(tmp_path):
    output = tmp_path / "output"
    output.mkdir()
    (output / "index.html").write_text("oud")

    with pytest.raises(FileNotFoundError):
        exchange_folder(tmp_path / "weg", output)

    assert (output / "index.html").read_text() == "oud"
