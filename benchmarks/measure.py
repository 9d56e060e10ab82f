"""What a command costs: its time, that of the processor, and its memory; its children included."""

import os
import statistics
import subprocess
import tempfile
import time
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


def measure(command: Sequence[str], folder: Path) -> Cost:
    """Run a command in `folder` and return what it cost; raises CommandError when it fails."""
    with tempfile.TemporaryFile() as said:
        begun = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT
        )
        # The kernel adds up what the process and the children that it waited for used.
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise CommandError(f"{' '.join(command)}\n{said.read()[-2000:].decode()}")
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024 / 1e6)


def find_median(costs: Iterable[Cost]) -> Cost:
    """Return the median of each of the three."""
    found = tuple(costs)
    return Cost(
        statistics.median(cost.wall for cost in found),
        statistics.median(cost.cpu for cost in found),
        statistics.median(cost.peak for cost in found),
    )
