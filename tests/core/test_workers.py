"""Work that is shared out over processes."""

import os
import signal
import subprocess
import sys
import threading
import traceback

import pytest

from plugins.core import workers
from plugins.core.workers import LEAST, count_workers, make_each

THREADS = workers._THREADS  # the real one
KILLED = """
import os, time
from plugins.core import workers
workers.count_workers = lambda: 2
def make(item):
    print(os.getpid(), flush=True)
    time.sleep(item)
    return b" " * 1_000_000
workers.make_each(make, [30, 1], "", least=1)
"""


@pytest.fixture(autouse=True)
def threads(tmp_path, monkeypatch):
    """A machine with three cores; a test adds a thread by adding a file."""
    (tmp_path / "main").touch()
    monkeypatch.setattr(workers, "_THREADS", str(tmp_path))
    monkeypatch.setattr(os, "sched_getaffinity", lambda pid: {0, 1, 2})
    return tmp_path


def find_process(item):
    return item, os.getpid()


@pytest.mark.parametrize(
    ("count", "least", "processes"),
    [(0, 1, 0), (1, 1, 1), (2, 1, 2), (7, 3, 2), (7, 4, 1), (8, 1, 3), (2 * LEAST, LEAST, 2)],
)
def test_the_order_stays_whoever_makes_it(count, least, processes):
    items = list(range(count))
    made = make_each(find_process, items, "", least)
    assert [item for item, _ in made] == items
    assert len({process for _, process in made}) == processes


def test_this_process_has_a_share_too():
    made = make_each(find_process, range(6), "", least=1)
    assert [item for item, process in made if process == os.getpid()] == [0, 3]


def test_what_is_made_may_be_a_function_of_anything():
    words = {1: "een", 2: "twee", 3: "drie"}
    assert make_each(lambda number: words[number], [3, 1, 2], "", least=1) == [
        "drie",
        "een",
        "twee",
    ]


@pytest.mark.parametrize("place", range(6))
def test_an_error_is_raised_here_wherever_it_was(place):
    def make(item):
        if item == place:
            raise FileNotFoundError(2, "weg", f"{item}.md")

    with pytest.raises(FileNotFoundError) as raised:
        make_each(make, range(6), "", least=1)
    assert raised.value.filename == f"{place}.md"


class _OddError(Exception):
    """An error that no pickle brings back."""

    def __init__(self, one, other):
        super().__init__(f"{one} {other}")


def _stumble(item):
    raise _OddError("niet", "goed") if item else ValueError("mis")


@pytest.mark.parametrize(("items", "kind"), [((0, 1), _OddError), ((1, 0), ValueError)])
def test_an_error_tells_where_it_was(items, kind):
    def make(item):
        if os.getpid() != here:
            _stumble(item)

    here = os.getpid()
    with pytest.raises((kind, RuntimeError)) as raised:
        make_each(make, items, "", least=1)
    told = "".join(traceback.format_exception(raised.value))
    assert "in _stumble" in told
    assert kind.__name__ in told


def test_a_process_that_is_ended_is_told():
    here = os.getpid()

    def make(item):
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(RuntimeError, match="was ended"):
        make_each(make, range(3), "", least=1)


def test_processes_end_with_the_one_that_began_them():
    command = [sys.executable, "-c", KILLED]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        begun = {process.stdout.readline() for _ in range(2)}
        process.kill()
        left = process.stdout.read()  # ends when none of them has it open

    assert (len(begun), left) == (2, "")


def test_beside_another_thread_all_is_made_here(threads):
    assert count_workers() == 3
    (threads / "other").touch()
    assert count_workers() == 1


def test_a_thread_is_seen():
    ended = threading.Event()
    thread = threading.Thread(target=ended.wait)
    before = len(os.listdir(THREADS))
    thread.start()
    try:
        assert len(os.listdir(THREADS)) == before + 1
    finally:
        ended.set()
        thread.join()


def test_a_system_that_copies_no_process_safely_makes_all_here(monkeypatch):
    monkeypatch.setattr(workers.sys, "platform", "darwin")
    assert count_workers() == 1


def test_there_are_never_very_many(monkeypatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda pid: set(range(64)))
    assert count_workers() == workers.MOST_WORKERS
