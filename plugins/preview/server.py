"""The server of the preview: the site as it stands, with the panel on every page, nothing stored.

Pelican's own server answers one connection at a time, and a browser that opens a spare one would
hold up all others.
"""

import time
from contextlib import suppress
from hashlib import sha256
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from plugins.editing.codes_page import PAGE
from plugins.pages.address import output_file, page_address
from plugins.preview.state import State, find_mark, read_state, render_panel

# An address that no page can have: slugs have no underscore.
_ROOT = "/_voorbeeld/"
_CODES = page_address(PAGE.removeprefix("content/"))  # of the page that explains each code
_PANEL = Path(__file__).with_name("panel")
_HEAD = f'<link rel="stylesheet" href="{_ROOT}panel.css">'.encode()
_PATIENCE = 20.0  # seconds that a question for news may wait
_LOOK = 0.01
# Under here each file has its digest in its address: a browser need not ask for it again.
_DIGESTED = "/theme/"
_FOREVER = "max-age=31536000, immutable"


class PreviewHandler(SimpleHTTPRequestHandler):
    """Serves the folder `directory`; what the builder tells stands in `state`."""

    protocol_version = "HTTP/1.1"  # one connection for all that a page asks for
    disable_nagle_algorithm = True  # what is small is sent at once

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
        state = self._wait_for_other(question.get("versie", [""])[0])
        address = unquote(question.get("adres", [""])[0]).removeprefix("/")
        explained = f"/{_CODES}" if Path(self.directory, output_file(_CODES)).is_file() else ""
        _, page = self._read_page(self.translate_path(f"/{address}"))
        news = render_panel(state, address, explained, _find_digest(page))
        self._send(200, news, "application/json")

    def _wait_for_other(self, known: str) -> State:
        """Return the state as soon as it is of another version, or the known one in the end."""
        end = time.monotonic() + _PATIENCE
        mark, state = find_mark(self.state), read_state(self.state)
        while str(state.version) == known and time.monotonic() < end:
            time.sleep(_LOOK)
            if (newer := find_mark(self.state)) != mark:
                mark, state = newer, read_state(self.state)
        return state

    def _send_file(self, path: Path) -> None:
        if path.is_file():
            self._send(200, path.read_bytes(), self.guess_type(str(path)))
        else:
            self.send_error(404)

    def _send_page_or_file(self) -> None:
        path = Path(self.translate_path(self.path))
        is_file = path.is_file() and path.suffix != ".html"
        if is_file or (path.is_dir() and not urlsplit(self.path).path.endswith("/")):
            super().do_GET()
            return
        code, page = self._read_page(str(path))
        self._send(code, _add_panel(page), "text/html; charset=utf-8")

    def _read_page(self, path: str) -> tuple[int, bytes]:
        """Return the page that stands at `path`, or else the site's own page for what is missing;
        the panel tells why it may be.
        """
        page = Path(path, "index.html") if Path(path).is_dir() else Path(path)
        for code, file in ((200, page), (404, Path(self.directory, "404.html"))):
            with suppress(OSError):
                if file.suffix == ".html":
                    return code, file.read_bytes()
        return 404, _WAITING

    def _send(self, code: int, body: bytes, kind: str) -> None:
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "HEAD":
            return
        with suppress(ConnectionError):  # a browser that went to another page
            self.wfile.write(body)

    def send_response(self, code: int, message: str | None = None) -> None:
        super().send_response(code, message)
        stays = code == HTTPStatus.OK and self.path.startswith(_DIGESTED)
        self.send_header("Cache-Control", _FOREVER if stays else "no-store")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the problems of the content are what an editor wants to read."""


def _find_digest(page: bytes) -> str:
    """Return the digest by which a page that is open knows whether it is still the same."""
    return sha256(page).hexdigest()


def _add_panel(page: bytes) -> bytes:
    digest = _find_digest(page)
    tail = f'<script type="module" src="{_ROOT}panel.js?pagina={digest}"></script>'.encode()
    page = page.replace(b"</head>", _HEAD + b"</head>", 1)
    return page.replace(b"</body>", tail + b"</body>", 1)


_WAITING = (
    b'<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Even wachten</title></head>'
    b"<body><p>De site wordt gebouwd.</p></body></html>"
)
