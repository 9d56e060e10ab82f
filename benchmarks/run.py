"""The bench: what the hub costs beside other generators, on one machine in one run.

Run by hand: `invoke bench`.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from importlib.metadata import version
from pathlib import Path

from benchmarks.bars import HUB
from benchmarks.building import measure_checks, measure_cold, measure_edits
from benchmarks.measure import CommandError
from benchmarks.peers import HUGO, Peer, install_peers
from benchmarks.plot import render_plot
from benchmarks.preview import measure_preview
from benchmarks.results import Results, Row, find_machine, read_results, write_results
from benchmarks.steps import count_steps
from benchmarks.table import put_table, render_results

ROOT = Path(__file__).parents[1]
KEPT = ROOT / ".build" / "bench.json"
DOCUMENT, PICTURE = ROOT / "docs" / "benchmarks.md", ROOT / "docs" / "beeld" / "benchmarks.svg"
SIZES = (200, 1_000, 5_000)
PARTS = ("bouw", "wijziging", "controle", "voorbeeld")
# Measured by programs of their own, of the hub's own content.
OTHERS = {"bronnen": "bibliography", "pakketten": "packs", "schermen": "pages"}
ALL_PEERS = 1_000  # pages at which every peer is built; at other sizes only the fastest
LEAST, LARGEST = 25, 10_000


@dataclass(frozen=True, slots=True)
class Options:
    """What to measure: which parts at which numbers of pages, how many rounds of each.

    `large` adds the largest size, of ours alone; `alone` leaves the other generators out; `more`
    adds to the results of the run before; `kept` is a folder that keeps the generators for a next
    run; `plot` writes the results into docs/.
    """

    parts: tuple[str, ...] = PARTS
    sizes: tuple[int, ...] = SIZES
    rounds: int = 3
    large: bool = False
    alone: bool = False
    more: bool = False
    kept: Path | None = None
    plot: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Something to measure in a folder of its own: how many steps it takes, and what does it."""

    steps: int
    measure: Callable[..., tuple[Row, ...]]


class OptionError(Exception):
    """What cannot be measured; its text is for whoever asked."""


def read_options(parts: Sequence[str], sizes: Sequence[str], options: Options) -> Options:
    """Return the options with the parts and sizes that were typed, none being all of them."""
    for part in parts:
        if part not in PARTS:
            known = ", ".join((*PARTS, *OTHERS))
            raise OptionError(f"«{part}» is niet te meten. Kies uit: {known}.")
    for size in sizes:
        if not (size.isdecimal() and LEAST <= int(size) <= LARGEST):
            raise OptionError(f"«{size}» kan niet: kies {LEAST} tot {LARGEST} pagina's.")
    if options.rounds < 1:
        raise OptionError("Meet alles ten minste één keer: --keer 1.")
    chosen = tuple(sorted(set(map(int, sizes)))) or SIZES
    return replace(options, parts=tuple(parts) or PARTS, sizes=chosen)


def run_bench(options: Options) -> int:
    """Measure, keep the results and print them; return the exit code."""
    results = _begin(options.more)
    try:
        with tempfile.TemporaryDirectory(prefix="bench-") as name:
            folder = Path(name)
            wanted = "bouw" in options.parts and not options.alone
            peers = install_peers(options.kept or folder / "peers") if wanted else ()
            results = replace(results, versions={**results.versions, **_find_versions(peers)})
            results = _measure(tuple(_find_parts(options, peers)), folder, results)
    except (CommandError, RuntimeError, TimeoutError) as error:
        print(error, file=sys.stderr)
        return 1
    print(render_results(results))
    if options.plot:
        _write_documents(results)
    return 0


def _begin(more: bool) -> Results:
    if more and KEPT.is_file():
        return read_results(KEPT)
    return Results(date.today().isoformat(), find_machine(), os.getloadavg()[0], {})


def _find_versions(peers: tuple[Peer, ...]) -> dict[str, str]:
    named = dict(pair.rsplit(" ", 1) for peer in peers for pair in peer.versions.split(", "))
    return {
        "Python": ".".join(map(str, sys.version_info[:3])),
        "Pelican": version("pelican"),
        **named,
    }


def _find_parts(options: Options, peers: tuple[Peer, ...]) -> Iterator[Part]:
    times, sizes = options.rounds, options.sizes
    large = tuple(pages for pages in sizes if pages >= ALL_PEERS)
    if "bouw" in options.parts:
        for pages in (*sizes, *((LARGEST,) if options.large else ())):
            chosen = _choose_peers(peers, pages)
            measure = partial(measure_cold, peers=chosen, pages=pages, rounds=times)
            yield Part(times * (len(chosen) + 1), measure)
    if "wijziging" in options.parts:
        yield from (
            Part(3 * times + 1, partial(measure_edits, pages=n, rounds=times)) for n in large
        )
    if "controle" in options.parts:
        sizes = (HUB, *large)
        yield from (Part(3 * times, partial(measure_checks, pages=n, rounds=times)) for n in sizes)
    if "voorbeeld" in options.parts:
        yield from (Part(times + 1, partial(measure_preview, pages=n, rounds=times)) for n in large)


def _choose_peers(peers: tuple[Peer, ...], pages: int) -> tuple[Peer, ...]:
    if pages == LARGEST:
        return ()
    return tuple(peer for peer in peers if pages == ALL_PEERS or peer.name == HUGO)


def _measure(parts: tuple[Part, ...], folder: Path, results: Results) -> Results:
    """Measure part after part, and keep what is known after each."""
    with count_steps(sum(part.steps for part in parts)) as steps:
        for part in parts:
            with tempfile.TemporaryDirectory(dir=folder) as name:
                results = results.add(part.measure(Path(name) / "work", steps=steps))
            write_results(KEPT, results)
    return results


def _write_documents(results: Results) -> None:
    DOCUMENT.write_text(put_table(DOCUMENT.read_text(encoding="utf-8"), results), encoding="utf-8")
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(render_plot(results), encoding="utf-8")
