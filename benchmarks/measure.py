"""What a command costs: its time, that of the processor, and its memory; its children included."""

import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds by the clock and of the processor, and megabytes (10⁶) at the peak of the largest
    process.
    """

    wall: float
    cpu: float
    peak: float

    def __add__(self, other: "Cost") -> "Cost":
        """Return the cost of one command after another."""
        return Cost(self.wall + other.wall, self.cpu + other.cpu, max(self.peak, other.peak))


class CommandError(Exception):
    """A command that was measured ended badly; its text is the last of what it said."""


# Linux counts the memory of who starts a program as that program's own until it runs: so a small
# process starts it, and not this one, which may hold a whole corpus.
_START = """
import os, sys, time
begun = time.perf_counter()
pid = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ)
_, status, used = os.wait4(pid, 0)
wall = time.perf_counter() - begun
with open(sys.argv[1], "w") as file:
    print(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024 / 1e6, file=file)
sys.exit(os.waitstatus_to_exitcode(status) != 0)
"""


def measure(command: Sequence[str], folder: Path) -> Cost:
    """Run a command in `folder` and return what it cost; raises CommandError when it fails."""
    with tempfile.TemporaryDirectory() as name:
        told = Path(name) / "cost"
        done = subprocess.run(
            [sys.executable, "-I", "-S", "-c", _START, str(told), *command],
            cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        if done.returncode:
            said = done.stdout[-2000:].decode(errors="replace")
            raise CommandError(f"{' '.join(command)}\n{said}")
        # The kernel added up what the program and the children that it waited for used.
        return Cost(*map(float, told.read_text(encoding="utf-8").split()))


def find_median(costs: Iterable[Cost]) -> Cost:
    """Return the median of each of the three."""
    found = tuple(costs)
    return Cost(
        statistics.median(cost.wall for cost in found),
        statistics.median(cost.cpu for cost in found),
        statistics.median(cost.peak for cost in found),
    )
