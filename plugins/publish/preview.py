"""The preview: Pelican rebuilds on every change, leniently, and a small server shows the result.

It has a folder of its own, apart from the real site. Pelican's own server answers one connection
at a time, and a browser that opens a spare one would hold up all others.
"""

import signal
import subprocess
import sys
from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class _Handler(SimpleHTTPRequestHandler):
    """Serves the preview without storing anything, and the site's own page for what is missing."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the problems of the content are what an editor wants to read."""


def serve_preview(project: Path, port: int) -> int:
    """Serve a preview of `project` on this computer until Ctrl-C; return the exit code."""
    folder = project / ".build" / "preview"
    folder.mkdir(parents=True, exist_ok=True)
    handler = partial(_Handler, directory=str(folder))
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except (OSError, OverflowError):
        print(f"Poort {port} is niet vrij. Kies een andere: invoke serve --poort 8001")
        return 2
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends like Ctrl-C, builder too
    with server, (folder.parent / "preview.log").open("w") as log:
        builder = subprocess.Popen(_pelican(folder), cwd=project, stdout=log)
        print(f"De site staat op http://127.0.0.1:{port}/ en volgt uw wijzigingen.", flush=True)
        print("Ververs de pagina om ze te zien; stop met Ctrl-C.", flush=True)
        with suppress(KeyboardInterrupt):
            server.serve_forever()
        builder.terminate()
        builder.wait()
    return 0


def _pelican(folder: Path) -> list[str]:
    settings = ["STRICT=false", 'SEARCH_INDEX_PATH=".build/preview-index"']
    arguments = ["content", "--settings", "pelicanconf.py", "--output", str(folder)]
    return [
        sys.executable, "-m", "pelican", *arguments, "--autoreload", "--extra-settings", *settings
    ]  # fmt: skip
