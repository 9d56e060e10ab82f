"""Progress of long work."""

import os
import subprocess
import sys

import pytest

from plugins.core.progress import FEWEST, track

SCRIPT = f"""
import sys
from plugins.core.progress import track
done = list(track(range({FEWEST}), "Teksten nakijken"))
print(len(done), "rich" in sys.modules)
"""


def run(stderr):
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], stdout=subprocess.PIPE, stderr=stderr, text=True, check=True
    )
    return done.stdout.split(), done.stderr


@pytest.mark.parametrize("count", [0, 1, FEWEST])
def test_the_items_are_the_same(count):
    items = [object() for _ in range(count)]
    assert list(track(items, "Teksten nakijken")) == items


def test_another_program_is_told_nothing():
    assert run(subprocess.PIPE) == ([str(FEWEST), "False"], "")


def test_on_a_terminal_it_shows_how_far_it_is():
    ours, theirs = os.openpty()
    try:
        printed, _ = run(theirs)
        shown = os.read(ours, 100_000).decode()
    finally:
        os.close(ours)
        os.close(theirs)
    assert printed == [str(FEWEST), "True"]
    assert "Teksten nakijken" in shown
