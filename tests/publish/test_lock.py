"""One build at a time, also when a build ends badly."""

import subprocess
import sys

import pytest

from plugins.publish.lock import LockedError, hold_lock

HOLDER = """
import sys
from pathlib import Path
from plugins.publish.lock import hold_lock
with hold_lock(Path(sys.argv[1])):
    print("vast", flush=True)
    sys.stdin.read()
"""


def test_a_second_build_is_refused_and_the_first_goes_on(tmp_path):
    lock = tmp_path / ".build" / "lock"
    with hold_lock(lock):
        with pytest.raises(LockedError), hold_lock(lock):
            pytest.fail("two builds at once")
        with pytest.raises(LockedError), hold_lock(lock):
            pytest.fail("the refused build dropped the lock")


def test_the_next_build_may_start_when_the_first_is_done(tmp_path):
    with hold_lock(tmp_path / "lock"):
        pass
    with hold_lock(tmp_path / "lock"):
        assert (tmp_path / "lock").exists()


def test_a_build_that_fails_drops_the_lock(tmp_path):
    with pytest.raises(ZeroDivisionError), hold_lock(tmp_path / "lock"):
        raise ZeroDivisionError
    with hold_lock(tmp_path / "lock"):
        assert (tmp_path / "lock").exists()


def test_the_lock_holds_between_processes_and_ends_with_a_killed_one(tmp_path):
    lock = tmp_path / "lock"
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(lock)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "vast\n"
        with pytest.raises(LockedError), hold_lock(lock):
            pytest.fail("two builds at once")
        holder.kill()
        holder.wait()
    with hold_lock(lock):
        assert lock.exists()
