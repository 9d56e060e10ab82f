"""This hub's search beside Pagefind and MiniSearch, on the same pages, in the same Chromium.

Measures the bytes to the first result (scripts included, as gzip sends them), the time that a
keystroke takes once the index is warm, the time and memory of making the index, and on the hub's
own pages how good the answers to the judged queries are. Run by hand, after `make site`:
`python -m benchmarks.search`, or with sizes: `python -m benchmarks.search 1000`.
"""

import functools
import gzip
import shutil
import statistics
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from playwright.sync_api import sync_playwright

from benchmarks.corpus import build_vocabulary, draw_queries, write_corpus
from benchmarks.search_engines import (
    MINISEARCH_ASK,
    OURS_ASK,
    PAGEFIND_ASK,
    ROOT,
    build_minisearch,
    build_ours,
    build_pagefind,
    install_peers,
)

SIZES = (0, 1000, 10_000)  # 0 is the hub itself
ASK = {"hub": OURS_ASK, "pagefind": PAGEFIND_ASK, "minisearch": MINISEARCH_ASK}
COLD_QUERIES, WARM_QUERIES = 15, 20
JUDGED = ROOT / "tests" / "search" / "judged.yaml"
# Pagefind compresses these itself.
COMPRESSED = frozenset({".pf_meta", ".pf_index", ".pf_fragment", ".pf_filter", ".pagefind"})
TYPE = """async (queries) => {
  const times = [];
  for (const query of queries) {
    for (let length = 1; length <= query.length; length += 1) {
      const start = performance.now();
      await window.ask(query.slice(0, length));
      times.push(performance.now() - start);
    }
  }
  return times;
}"""


class CountingHandler(SimpleHTTPRequestHandler):
    """Serves a site and adds up what gzip would send."""

    def __init__(self, *arguments: Any, sent: list[int], **options: Any) -> None:
        self.sent = sent
        super().__init__(*arguments, **options)

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_file() and path.name != "bench.html":
            data = path.read_bytes()
            whole = path.suffix in COMPRESSED
            self.sent.append(len(data) if whole else len(gzip.compress(data, 6)))
        super().do_GET()

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


@contextmanager
def serve(site: Path) -> Iterator[tuple[str, list[int]]]:
    """The address of a site, and a list that each answer's size is added to."""
    sent: list[int] = []
    handler = functools.partial(CountingHandler, directory=str(site), sent=sent)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/bench.html", sent
    finally:
        server.shutdown()
        server.server_close()


def write_site(folder: Path, size: int) -> tuple[str, ...]:
    """Write a site and the scripts that search it; give queries for it."""
    if size:
        write_corpus(folder, size)
        queries = draw_queries(build_vocabulary(size), COLD_QUERIES + WARM_QUERIES)
    else:
        shutil.copytree(ROOT / "output", folder, dirs_exist_ok=True)
        rows = yaml.safe_load(JUDGED.read_text(encoding="utf-8"))
        queries = tuple(row["query"] for row in rows[:: len(rows) // 35])
    shutil.rmtree(folder / "zoeken" / "index", ignore_errors=True)
    shutil.copytree(ROOT / "theme" / "static" / "js" / "search", folder / "theme" / "search")
    (folder / "bench.html").write_text("<!doctype html><title>bench</title>", encoding="utf-8")
    return queries


def open_page(browser: Any, address: str, engine: str) -> Any:
    """A page of a fresh profile in which `window.ask` asks an engine."""
    page = browser.new_context().new_page()
    page.goto(address)
    page.evaluate(f"async () => {{ {ASK[engine]} }}")
    return page


def measure_bytes(browser: Any, site: Path, engine: str, queries: Sequence[str]) -> list[int]:
    """What a visitor with nothing in the cache receives for the first result of each query."""
    found = []
    for query in queries:
        with serve(site) as (address, sent):
            page = open_page(browser, address, engine)
            page.evaluate("(query) => window.ask(query, true)", query)
            found.append(sum(sent))
            page.context.close()
    return found


def measure_keystrokes(browser: Any, site: Path, engine: str, queries: Sequence[str]) -> float:
    """Milliseconds that 95 in 100 keystrokes stay under, the second time around."""
    with serve(site) as (address, _):
        page = open_page(browser, address, engine)
        page.evaluate(TYPE, list(queries))
        times = page.evaluate(TYPE, list(queries))
        page.context.close()
    return statistics.quantiles(times, n=20)[-1]


def measure_relevance(browser: Any, site: Path, engine: str) -> Mapping[str, float]:
    """How the answers to the judged queries do."""
    rows = yaml.safe_load(JUDGED.read_text(encoding="utf-8"))
    ranks = []
    with serve(site) as (address, _):
        page = open_page(browser, address, engine)
        for row in rows:
            urls = page.evaluate("(query) => window.ask(query)", row["query"])
            right = {*row["best"], *row["good"]}
            ranks.append(next((n for n, url in enumerate(urls, 1) if url in right), 0))
    return {
        "Success@1": sum(rank == 1 for rank in ranks) / len(ranks),
        "Success@3": sum(0 < rank <= 3 for rank in ranks) / len(ranks),
        "MRR": sum(1 / rank for rank in ranks if rank) / len(ranks),
    }


def run(browser: Any, folder: Path, peers: Path, size: int) -> None:
    """Measure and print everything at one size."""
    site = folder / f"site-{size}"
    queries = write_site(site, size)
    costs = {
        "hub": build_ours(site, folder / f"index-{size}"),
        "pagefind": build_pagefind(site, peers),
        "minisearch": build_minisearch(site, peers),
    }
    print(f"\n{size or 'hub'} pages")
    for engine, cost in costs.items():
        sizes = measure_bytes(browser, site, engine, queries[:COLD_QUERIES])
        keystroke = measure_keystrokes(browser, site, engine, queries[COLD_QUERIES:])
        print(
            f"  {engine:11} first result {statistics.median(sizes) / 1000:7.1f} kB, at most "
            f"{max(sizes) / 1000:7.1f}; keystroke p95 {keystroke:6.1f} ms; "
            f"index {cost.seconds:6.1f} s, {cost.cpu:6.1f} s CPU, {cost.megabytes:5.0f} MB"
        )
        if not size:
            found = measure_relevance(browser, site, engine)
            print("              " + ", ".join(f"{name} {n:.3f}" for name, n in found.items()))


def main() -> None:
    """Measure at the sizes that are asked for, or at all."""
    sizes = tuple(int(size) for size in sys.argv[1:]) or SIZES
    chromium = shutil.which("chromium")
    with TemporaryDirectory() as name, sync_playwright() as playwright:
        peers = Path(name, "peers")
        peers.mkdir()
        install_peers(peers)
        arguments = ["--no-sandbox", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        for size in sizes:
            run(browser, Path(name), peers, size)
        browser.close()


if __name__ == "__main__":
    main()
