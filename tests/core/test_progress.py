"""Progress of long work."""

import os
import subprocess
import sys

import pytest

from plugins.core.progress import track

SCRIPT = """
import sys, threading
from plugins.core.progress import track
done = [*track(range(11), "Teksten nakijken", 11), *track(range(9), "Zoeken", 10)]
print(len(done), "rich" in sys.modules, threading.active_count())
"""


def run(stderr):
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], stdout=subprocess.PIPE, stderr=stderr, text=True, check=True
    )
    return done.stdout.split(), done.stderr


@pytest.mark.parametrize("count", [0, 1, 100])
def test_the_items_are_the_same(count):
    items = [object() for _ in range(count)]
    assert list(track(items, "Teksten nakijken", 10)) == items


def test_another_program_is_told_nothing():
    assert run(subprocess.PIPE) == (["20", "False", "1"], "")


def test_on_a_terminal_it_shows_how_far_it_is():
    ours, theirs = os.openpty()
    try:
        printed, _ = run(theirs)
        shown = os.read(ours, 100_000).decode()
    finally:
        os.close(ours)
        os.close(theirs)
    assert printed == ["20", "True", "1"]
    assert "Teksten nakijken" in shown
    assert "Zoeken" not in shown
