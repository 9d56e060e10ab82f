"""The server of the preview: the site as it stands, with the panel on every page, nothing stored.

Pelican's own server answers one connection at a time, and a browser that opens a spare one would
hold up all others.
"""

import time
from contextlib import suppress
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from plugins.preview.state import read_state, render_panel

# An address that no page can have: slugs have no underscore.
_ROOT = "/_voorbeeld/"
_PANEL = Path(__file__).with_name("panel")
_HEAD = f'<link rel="stylesheet" href="{_ROOT}panel.css">'.encode()
_TAIL = f'<script type="module" src="{_ROOT}panel.js"></script>'.encode()
_PATIENCE = 20.0  # seconds that a question for news may wait
_LOOK = 0.03


class PreviewHandler(SimpleHTTPRequestHandler):
    """Serves the folder `directory`; what the builder tells stands in `state`."""

    def __init__(self, *arguments: object, state: Path, **options: object) -> None:
        self.state = state
        super().__init__(*arguments, **options)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        if address.path == f"{_ROOT}nieuws.json":
            self._send_news(parse_qs(address.query))
        elif address.path.startswith(_ROOT):
            self._send_file(_PANEL / Path(address.path).name)
        else:
            self._send_page_or_file()

    def _send_news(self, question: dict[str, list[str]]) -> None:
        """Answer as soon as there is another version than the one that the page knows."""
        known = question.get("versie", [""])[0]
        end = time.monotonic() + _PATIENCE
        state = read_state(self.state)
        while str(state.version) == known and time.monotonic() < end:
            time.sleep(_LOOK)
            state = read_state(self.state)
        address = unquote(question.get("adres", [""])[0]).removeprefix("/")
        self._send(200, render_panel(state, address), "application/json")

    def _send_file(self, path: Path) -> None:
        if path.is_file():
            self._send(200, path.read_bytes(), self.guess_type(str(path)))
        else:
            self.send_error(404)

    def _send_page_or_file(self) -> None:
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if path.is_dir() and self._ends_in_slash() else path
        if page.suffix == ".html" and page.is_file():
            self._send(200, _add_panel(page.read_bytes()), "text/html; charset=utf-8")
        else:
            super().do_GET()

    def _ends_in_slash(self) -> bool:
        return urlsplit(self.path).path.endswith("/")

    def _send(self, code: int, body: bytes, kind: str) -> None:
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "HEAD":
            return
        with suppress(ConnectionError):  # a browser that went to another page
            self.wfile.write(body)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Show the site's own page for what is missing; the panel tells why it may be."""
        page = Path(self.directory) / "404.html"
        if code == 404 and page.is_file():
            self._send(code, _add_panel(page.read_bytes()), "text/html; charset=utf-8")
        elif code == 404:
            self._send(code, _WAITING, "text/html; charset=utf-8")
        else:
            super().send_error(code, message, explain)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the problems of the content are what an editor wants to read."""


def _add_panel(page: bytes) -> bytes:
    page = page.replace(b"</head>", _HEAD + b"</head>", 1)
    return page.replace(b"</body>", _TAIL + b"</body>", 1)


_WAITING = _add_panel(
    b'<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Even wachten</title></head>'
    b"<body><p>De site wordt gebouwd.</p></body></html>"
)
