"""What the hub is held to, and what a run says of it."""

import statistics
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from benchmarks.measure import Cost
from benchmarks.peers import HUGO, MKDOCS
from benchmarks.results import OURS, Results, Row

COLD, EDIT, AGAIN, START = "cold build", "one page edited", "nothing changed", "start of a build"
CHECK, CHECK_AGAIN, CHECK_START = "check", "check, nothing changed", "start of a check"
SHOWN, FOUND = "save to screen", "save to search"
HUB = 0  # stands for the pages of the hub's own content


@dataclass(frozen=True, slots=True)
class Finding:
    """A bar and what was measured: `found` by the name of the clock; empty when it was not."""

    bar: str
    limit: str
    found: tuple[tuple[str, str], ...]
    holds: bool | None


@dataclass(frozen=True, slots=True)
class Bar:
    """Something held to a limit: `measure` gives values by clock, none without its rows."""

    name: str
    limit: float
    unit: str
    measure: Callable[[Results], dict[str, float]]
    goal: float | None = None

    def judge(self, results: Results) -> Finding:
        """Return what a run says of the bar."""
        found = self.measure(results)
        limit = f"≤ {self._render(self.limit)}"
        if self.goal is not None:
            limit += f", goal {self._render(self.goal)}"
        values = tuple((clock, self._render(value)) for clock, value in found.items())
        holds = all(value <= self.limit for value in found.values()) if found else None
        return Finding(self.name, limit, values, holds)

    def _render(self, value: float) -> str:
        digits = 0 if self.unit in ("ms", "MB") else 2
        return f"{value:.{digits}f}{'' if self.unit == '×' else ' '}{self.unit}"


def find_bars() -> Iterator[Bar]:
    """Yield the bars, in the order of the table."""
    for who, limit, goal in ((HUGO, 1.6, 1.0), (MKDOCS, 0.25, None)):
        yield Bar(f"{COLD}, 1,000 pages, to {who}", limit, "×", _ratio(who), goal)
    yield Bar(f"{COLD}, 10,000 pages to 1,000", 14, "×", _growth)
    for pages, most in ((1_000, 400), (10_000, 1_200)):
        yield Bar(f"memory of a {COLD}, {pages:,} pages", most, "MB", _memory(pages))
    yield Bar(f"{EDIT}, fresh process, 1,000 pages", 0.9, "s", _processor(EDIT, 1_000), 0.5)
    yield Bar(f"{AGAIN}, 1,000 pages, beyond start-up", 0.3, "s", _beyond(AGAIN, START, 1_000))
    for pages, most in ((1_000, 150), (5_000, 400)):
        yield Bar(f"{SHOWN}, {pages:,} pages", most, "ms", _waiting(SHOWN, pages, 1_000))
        yield Bar(f"{FOUND}, {pages:,} pages", 5, "s", _waiting(FOUND, pages, 1))
    for pages, most in ((HUB, 1), (5_000, 6)):
        size = f"{pages:,} pages" if pages else "the hub itself"
        yield Bar(
            f"{CHECK}, {size}, beyond start-up", most, "s", _beyond(CHECK, CHECK_START, pages)
        )


Measure = Callable[[Results], dict[str, float]]


def find_ratio(one: Row, other: Row, clock: Callable[[Cost], float]) -> float:
    """Return the median of the ratios of paired rounds."""
    pairs = zip(one.rounds, other.rounds, strict=False)
    return statistics.median(clock(mine) / clock(theirs) for mine, theirs in pairs)


def cpu(cost: Cost) -> float:
    """Return the seconds of the processor."""
    return cost.cpu


def wall(cost: Cost) -> float:
    """Return the seconds by the clock."""
    return cost.wall


def _ratio(who: str) -> Measure:
    def measure(results: Results) -> dict[str, float]:
        ours, theirs = (results.find(COLD, name, 1_000) for name in (OURS, who))
        if ours is None or theirs is None:
            return {}
        return {clock.__name__: find_ratio(ours, theirs, clock) for clock in (cpu, wall)}

    return measure


def _growth(results: Results) -> dict[str, float]:
    small, large = (results.find(COLD, OURS, pages) for pages in (1_000, 10_000))
    if small is None or large is None:
        return {}
    return {clock.__name__: clock(large.median) / clock(small.median) for clock in (cpu, wall)}


def _memory(pages: int) -> Measure:
    def measure(results: Results) -> dict[str, float]:
        row = results.find(COLD, OURS, pages)
        return {"peak": row.median.peak} if row else {}

    return measure


def _processor(what: str, pages: int) -> Measure:
    def measure(results: Results) -> dict[str, float]:
        row = results.find(what, OURS, pages)
        return {"cpu": row.median.cpu} if row else {}

    return measure


def _beyond(what: str, start: str, pages: int) -> Measure:
    def measure(results: Results) -> dict[str, float]:
        row, begin = (results.find(name, OURS, pages) for name in (what, start))
        if row is None or begin is None:
            return {}
        pairs = tuple(zip(row.rounds, begin.rounds, strict=False))
        return {
            clock.__name__: statistics.median(clock(whole) - clock(part) for whole, part in pairs)
            for clock in (cpu, wall)
        }

    return measure


def _waiting(what: str, pages: int, scale: float) -> Measure:
    def measure(results: Results) -> dict[str, float]:
        row = results.find(what, OURS, pages)
        return {"wall": row.median.wall * scale} if row else {}

    return measure
