"""What a run of the bench found, on which machine and with which versions; kept as JSON."""

import json
import os
import platform
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from benchmarks.measure import Cost, find_median

OURS = "This hub"


@dataclass(frozen=True, slots=True)
class Row:
    """One thing measured of one generator at one size; the rounds of a thing are paired."""

    what: str
    who: str
    pages: int
    rounds: tuple[Cost, ...]

    @property
    def median(self) -> Cost:
        """Return the median of each of time, processor and memory."""
        return find_median(self.rounds)


@dataclass(frozen=True, slots=True)
class Results:
    """All of a run; `versions` by name, `load` is what else the machine did when it began."""

    day: str
    machine: str
    load: float
    versions: Mapping[str, str]
    rows: tuple[Row, ...] = ()

    def find(self, what: str, who: str, pages: int) -> Row | None:
        """Return a row, or None when it was not measured."""
        found = (row for row in self.rows if (row.what, row.who, row.pages) == (what, who, pages))
        return next(found, None)

    def add(self, rows: Iterable[Row]) -> "Results":
        """Return the results with these rows, each instead of an older one of the same thing."""
        new = {(row.what, row.who, row.pages): row for row in (*self.rows, *rows)}
        return replace(self, rows=tuple(new.values()))


def write_results(path: Path, results: Results) -> None:
    """Write results as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(asdict(results), indent=1), encoding="utf-8")


def read_results(path: Path) -> Results:
    """Return the results that a run wrote."""
    data = json.loads(path.read_text(encoding="utf-8"))
    rows = (
        Row(row["what"], row["who"], row["pages"], tuple(Cost(**cost) for cost in row["rounds"]))
        for row in data.pop("rows")
    )
    return Results(**data, rows=tuple(rows))


def find_machine() -> str:
    """Return what this machine is: processor, cores, memory, system."""
    model = _find_line(Path("/proc/cpuinfo"), "model name") or platform.processor() or "unknown"
    memory = _find_line(Path("/proc/meminfo"), "MemTotal").removesuffix(" kB")
    size = f", {int(memory) * 1024 / 1e9:.0f} GB" if memory else ""
    return f"{model}, {os.cpu_count()} cores{size}, {platform.system()} {platform.release()}"


def _find_line(path: Path, name: str) -> str:
    if not path.is_file():
        return ""
    lines = (line.partition(":") for line in path.read_text(encoding="utf-8").splitlines())
    return next((value.strip() for key, _, value in lines if key.strip() == name), "")
