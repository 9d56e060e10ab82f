"""A page that arrives in pieces over a slow network: what is painted already stays in its place."""

import re
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.circle import count

# What the first piece ends before; the browser then paints what it has.
ENDS = re.compile(r"<(a|ul|svg|form|input|details|h1|article)\b")

WATCH = """
window.shifted = [];
new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) shifted.push(value);
}).observe({ type: 'layout-shift', buffered: true });
"""
PAINTED = "performance.getEntriesByName('first-contentful-paint').length"


class _Slowly(ThreadingHTTPServer):
    """Serves a folder; of a page the first `first` bytes, the rest when `painted` is set."""

    daemon_threads = True

    def __init__(self, folder: str) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.folder, self.first, self.painted = folder, 0, threading.Event()

    def handle_error(self, request, client_address) -> None:
        """Say nothing of a tab that leaves before all has come."""


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, request, client_address, server) -> None:
        super().__init__(request, client_address, server, directory=server.folder)

    def copyfile(self, source, outputfile) -> None:
        data = source.read()
        if self.path.endswith("/"):
            outputfile.write(data[: self.server.first])
            outputfile.flush()
            self.server.painted.wait()
            data = data[self.server.first :]
        outputfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def slowly(hub) -> Iterator[_Slowly]:
    """A server that waits with the rest of a page until it is told that the first is painted."""
    server = _Slowly(str(hub.output))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.painted.set()
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("width", [320, 1280])
def test_what_is_painted_stays_in_place_when_the_rest_arrives(browser, hub, slowly, width):
    html = (hub.output / "kosten" / "index.html").read_text(encoding="utf-8")
    # Before the help numbers there may be nothing to paint.
    first, last = html.index("tel:112"), html.index("</h1>")
    context = browser.new_context(viewport={"width": width, "height": 800})
    context.add_init_script(WATCH)
    page = context.new_page()
    shifted = {}
    for end in list(ENDS.finditer(html, first, last))[:: count(desk=10, ci=1, long=1)]:
        slowly.first = len(html[: end.start()].encode())
        slowly.painted.clear()
        page.goto(f"http://127.0.0.1:{slowly.server_port}/kosten/", wait_until="commit")
        for _ in range(1000):
            if page.evaluate(PAINTED):
                break
            page.wait_for_timeout(10)
        slowly.painted.set()
        page.wait_for_load_state("load")
        shifted[html[end.start() - 60 : end.end()]] = page.evaluate("shifted")
    context.close()
    assert shifted
    assert {place: values for place, values in shifted.items() if values} == {}
