"""A run as Markdown: the bars first, then everything that was measured."""

from collections.abc import Iterable, Iterator

from benchmarks.bars import COLD, FOUND, SHOWN, cpu, find_bars, find_ratio, wall
from benchmarks.results import OURS, Results, Row

BEGIN, END = "<!-- the last run: begin -->", "<!-- the last run: end -->"
_PICTURE = "![Cold builds of several generators, processor and clock](beeld/benchmarks.svg)"
_JUDGED = {True: "yes", False: "**no**", None: "not measured"}


def put_table(document: str, results: Results) -> str:
    """Return a document with the tables between its two marks; raises ValueError without them."""
    before, begin, rest = document.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"the document lacks the lines {BEGIN} and {END}")
    return f"{before}{begin}\n\n{_PICTURE}\n\n{render_results(results)}\n{end}{after}"


def render_results(results: Results) -> str:
    """Return all of a run as Markdown."""
    versions = ", ".join(f"{name} {version}" for name, version in results.versions.items())
    head = (
        f"Measured on {results.day} on {results.machine}; the load of the machine was "
        f"{results.load:.1f} when it began. {versions}.\n"
    )
    parts = (head, _render_bars(results), _render_cold(results), _render_others(results))
    return "\n".join(filter(None, parts))


def render_table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table in Markdown."""
    cells = tuple(head)
    lines = [cells, ("---",) * len(cells), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _render_bars(results: Results) -> str:
    findings = [bar.judge(results) for bar in find_bars()]
    rows = (
        (
            found.bar,
            found.limit,
            "; ".join(f"{clock} {value}" for clock, value in found.found) or "–",
            _JUDGED[found.holds],
        )
        for found in findings
    )
    return render_table(("What", "Held to", "Measured", "Holds"), rows)


def _render_cold(results: Results) -> str:
    rows = [row for row in results.rows if row.what == COLD]
    if not rows:
        return ""
    head = ("Pages", "Cold build", "CPU", "Wall", "Peak", "This hub to it: CPU", "wall")
    ordered = sorted(rows, key=lambda row: (row.pages, row.who != OURS))
    return render_table(head, (_render_cold_row(row, results) for row in ordered))


def _render_cold_row(row: Row, results: Results) -> Iterator[str]:
    yield f"{row.pages:,}"
    yield row.who
    yield from _render_cost(row)
    ours = results.find(COLD, OURS, row.pages)
    for clock in (cpu, wall):
        paired = ours is not None and row.who != OURS
        yield f"{find_ratio(ours, row, clock):.2f}×" if ours and paired else ""


def _render_others(results: Results) -> str:
    rows = [row for row in results.rows if row.what != COLD]
    if not rows:
        return ""
    ordered = sorted(rows, key=lambda row: row.pages)
    body = (
        (f"{row.pages:,}" if row.pages else "the hub", row.what, *_render_cost(row))
        for row in ordered
    )
    return render_table(("Pages", "What", "CPU", "Wall", "Peak"), body)


def _render_cost(row: Row) -> Iterator[str]:
    """Yield processor, clock and memory; of what an editor waits for there is only the clock."""
    waits = row.what in (SHOWN, FOUND)
    yield "" if waits else f"{row.median.cpu:.2f} s"
    yield f"{row.median.wall:.2f} s"
    yield "" if waits else f"{row.median.peak:.0f} MB"
