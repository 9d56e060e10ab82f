"""How soon pages show on a slow phone: the largest paint, and what moves meanwhile.

The line is slowed to a round trip of 150 ms and 1.6 Mbit/s, the processor to a quarter. Each page
is opened in a fresh profile, nothing cached, from a server on this machine that compresses as hosts
do. The browser adds the round trip to each request, but not to setting up a connection.
Run by hand: `invoke bench --wat schermen`; of some pages, after a build:
`python -m benchmarks.pages address …`.
"""

import functools
import gzip
import shutil
import statistics
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

OUTPUT = Path(__file__).parents[1] / "output"
PAGES = ("", "handle-with-care/", "handle-with-care/scholen/", "kosten/", "raadsleden/", "hulp-nu/")
ROUNDS = 5
LIMIT = 1_800

ROUND_TRIP = 150
BYTES_A_SECOND = 1_600_000 / 8
SLOWDOWN = 4
COMPRESSED = {".html", ".css", ".js", ".json", ".svg"}

_MEASURE = """() => new Promise(resolve => {
    let paint = 0, moved = 0;
    new PerformanceObserver(list => {
        paint = list.getEntries().at(-1).startTime;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver(list => {
        for (const entry of list.getEntries()) moved += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve([paint, moved]), 500);
})"""


class _Handler(SimpleHTTPRequestHandler):
    """Serves the site compressed."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in COMPRESSED:
            body = gzip.compress(body, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def serve_site() -> Iterator[str]:
    """Serve the built site; give its address."""
    handler = functools.partial(_Handler, directory=str(OUTPUT))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def measure(browser: Browser, url: str) -> tuple[float, float]:
    """Return the largest paint in milliseconds, and how much moved."""
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    line = {"latency": ROUND_TRIP, "downloadThroughput": BYTES_A_SECOND}
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "uploadThroughput": BYTES_A_SECOND, **line},
    )
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
    page.goto(url, wait_until="load")
    found: list[Any] = page.evaluate(_MEASURE)
    context.close()
    return float(found[0]), float(found[1])


def main(addresses: tuple[str, ...]) -> int:
    """Print the median of each page; return 1 where one is later than the limit or moves."""
    path = shutil.which("chromium")
    if path is None or not (OUTPUT / "index.html").is_file():
        print("pages: needs chromium (apt-get install chromium) and a built site (invoke build)")
        return 1
    late = 0
    with serve_site() as root, sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        for address in addresses:
            rounds = [measure(browser, root + address) for _ in range(ROUNDS)]
            paint = statistics.median(paint for paint, _ in rounds)
            moved = max(moved for _, moved in rounds)
            late += paint > LIMIT or moved > 0
            print(f"{paint:6.0f} ms  shift {moved:.3f}  /{address}")
        browser.close()
    print(f"{ROUNDS} rounds a page; the limit is {LIMIT} ms and no shift")
    return min(late, 1)


if __name__ == "__main__":
    raise SystemExit(main(tuple(sys.argv[1:]) or PAGES))
