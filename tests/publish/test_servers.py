"""Real servers with the settings that the hub makes for them: what they answer, and how."""

import gzip
import http.client
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import brotli
import pytest

from plugins.core.manifest import Manifest, find_manifest
from plugins.publish.compressed import build_twins
from plugins.publish.headers import ASK_FIRST, FOREVER, HEADERS, render_caddy, render_nginx
from plugins.publish.inspection import inspect_served
from plugins.publish.plan import plan_sending
from plugins.publish.releases import Releases
from plugins.publish.shipment import Shipment
from plugins.verify.served import fetch_site
from tests.programs import require_program
from tests.publish.conftest import quiet

PATIENCE = 20  # seconds for a server to start
TODAY = date(2026, 11, 21)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said; header names in small letters."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Server:
    """A running server, and the folder that it serves."""

    name: str
    port: int
    root: Path

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for a path; names of headers are written with underscores."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers=sent)
        answer = connection.getresponse()
        found = {name.lower(): value for name, value in answer.getheaders()}
        body = answer.read()
        connection.close()
        return Answer(answer.status, found, body)


@pytest.fixture(scope="module")
def released(whole, tmp_path_factory) -> Path:
    """The small site as a publish to a folder leaves it."""
    folder = tmp_path_factory.mktemp("served")
    releases = Releases(folder / "www")
    manifest = find_manifest((whole / "SHA256SUMS").read_text(encoding="utf-8"))
    assert manifest
    twins = build_twins(whole, manifest, folder / "packed")
    plan = plan_sending(Manifest({}), manifest)
    releases.send(Shipment(whole, manifest, plan, twins), quiet)
    return releases.root / "current"


@pytest.fixture(scope="module", params=["nginx", "caddy"])
def server(request, released, tmp_path_factory) -> Iterator[Server]:
    """nginx and Caddy, each on a port of this machine, with the settings of `invoke headers`."""
    program = require_program(request.param)
    folder = tmp_path_factory.mktemp(request.param)
    port = find_free_port()
    start = start_nginx if request.param == "nginx" else start_caddy
    with (folder / "log").open("w") as log:
        process = start(program, folder, released, port, log)
        try:
            wait_for(port, process, folder / "log")
            yield Server(request.param, port, released)
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)


def find_free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def start_nginx(program, folder, root, port, log) -> subprocess.Popen:
    shutil.copy("/etc/nginx/mime.types", folder)
    settings = render_nginx(str(root), "localhost", f"127.0.0.1:{port}")
    (folder / "hub.conf").write_text(settings, encoding="utf-8")
    user = "user root;" if os.geteuid() == 0 else ""  # the folders of tests are closed to others
    (folder / "nginx.conf").write_text(
        f"""{user}
        daemon off; pid {folder}/pid; error_log stderr;
        events {{}}
        http {{
            access_log off;
            client_body_temp_path {folder}/1; proxy_temp_path {folder}/2;
            fastcgi_temp_path {folder}/3; uwsgi_temp_path {folder}/4; scgi_temp_path {folder}/5;
            include hub.conf;
        }}""",
        encoding="utf-8",
    )
    return subprocess.Popen([program, "-c", str(folder / "nginx.conf")], stderr=log)


def start_caddy(program, folder, root, port, log) -> subprocess.Popen:
    settings = render_caddy(str(root), f"http://127.0.0.1:{port}")
    file = folder / "Caddyfile"
    file.write_text(f"{{\n    admin off\n}}\n{settings}", encoding="utf-8")
    return subprocess.Popen(
        [program, "run", "--config", str(file), "--adapter", "caddyfile"],
        env={**os.environ, "HOME": str(folder), "XDG_CONFIG_HOME": str(folder)},
        stderr=log,
    )


def wait_for(port: int, process: subprocess.Popen, log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        assert process.poll() is None, log.read_text()
        assert time.monotonic() < end, log.read_text()
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return


def find_style(server: Server) -> str:
    return next(server.root.glob("theme/*/css/site.css")).relative_to(server.root).as_posix()


def test_a_page_comes_with_every_header_and_is_asked_after_each_time(server):
    answer = server.ask("/meer/")
    assert answer.status == 200
    assert answer.body == (server.root / "meer/index.html").read_bytes()
    assert {name: answer.headers.get(name.lower()) for name in HEADERS} == HEADERS
    assert answer.headers["cache-control"] == ASK_FIRST
    assert answer.headers["content-type"].lower() == "text/html; charset=utf-8"
    assert "etag" in answer.headers


def test_a_page_that_the_browser_has_is_not_sent_again(server):
    tag = server.ask("/meer/").headers["etag"]
    answer = server.ask("/meer/", If_None_Match=tag)
    assert (answer.status, answer.body) == (304, b"")
    assert answer.headers["content-security-policy"] == HEADERS["Content-Security-Policy"]


def test_a_style_sheet_holds_forever_and_the_start_of_the_search_does_not(server):
    assert server.ask(f"/{find_style(server)}").headers["cache-control"] == FOREVER
    words = next(server.root.glob("zoeken/index/*/words-0.json")).relative_to(server.root)
    assert server.ask(f"/{words.as_posix()}").headers["cache-control"] == FOREVER
    assert server.ask("/zoeken/index/collection.json").headers["cache-control"] == ASK_FIRST


def test_what_is_not_there_gets_the_sites_own_page_with_every_header(server):
    answer = server.ask("/weg/")
    assert answer.status == 404
    assert answer.body == (server.root / "404.html").read_bytes()
    assert {name: answer.headers.get(name.lower()) for name in HEADERS} == HEADERS
    assert answer.headers["cache-control"] == ASK_FIRST


@pytest.mark.parametrize("path", ["/.git/config", "/.env", "/meer/.htaccess"])
def test_hidden_files_are_refused(server, path):
    answer = server.ask(path)
    assert answer.status == 403
    assert answer.headers["content-security-policy"] == HEADERS["Content-Security-Policy"]


def test_a_folder_without_a_page_lists_nothing(server):
    answer = server.ask("/theme/")
    assert answer.status in (403, 404)
    assert answer.body == (server.root / "404.html").read_bytes()


def test_the_place_to_report_a_leak_is_open(server):
    answer = server.ask("/.well-known/security.txt")
    assert answer.status == 200
    assert answer.headers["content-type"].startswith("text/plain")
    assert b"Contact: mailto:veilig@hub.example" in answer.body


@pytest.mark.parametrize(
    "path", ["/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/meer/..%2f..%2f.."]
)
def test_no_path_leads_out_of_the_site(server, path):
    answer = server.ask(path)
    assert answer.status in (200, 308, 400, 403, 404)
    assert b"root:" not in answer.body
    if answer.status == 200:
        assert answer.body in {page.read_bytes() for page in server.root.rglob("*.html")}


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_can_be_written(server, method):
    assert server.ask("/meer/", method).status in (403, 405)


def test_what_browsers_can_unpack_is_sent_packed(server):
    whole = (server.root / "meer/index.html").read_bytes()
    packed = server.ask("/meer/", Accept_Encoding="gzip")
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.body) == whole
    assert packed.headers["content-security-policy"] == HEADERS["Content-Security-Policy"]
    if server.name == "caddy":  # nginx needs a module of others for this
        smaller = server.ask("/meer/", Accept_Encoding="br, gzip")
        assert smaller.headers["content-encoding"] == "br"
        assert brotli.decompress(smaller.body) == whole


def test_the_server_does_not_tell_its_version(server):
    assert "/" not in server.ask("/meer/").headers.get("server", "")


def test_a_stranger_finds_nothing_wrong_with_the_served_site(server, capsys):
    assert inspect_served(f"http://127.0.0.1:{server.port}/", TODAY) == 0
    assert capsys.readouterr().out == "De site is in orde.\n"


def test_a_server_that_says_nothing_of_its_own_is_told(released, tmp_path):
    from functools import partial
    from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
    from threading import Thread

    class Plain(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Plain, directory=str(released))) as plain:
        Thread(target=plain.serve_forever, daemon=True).start()
        problems = fetch_site(f"http://127.0.0.1:{plain.server_port}", tmp_path)
        plain.shutdown()
    told = {(problem.code, problem.message) for problem in problems}
    assert ("VER027", "een andere site kan deze pagina in een kader zetten") in told
    assert ("VER027", "de kopregel «referrer-policy: no-referrer» ontbreekt") in told
    assert ("VER028", "de server laat niet de eigen pagina 404.html zien") in told


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:9/", "https://hub.example/", "http://10.0.0.1/", "geen adres"]
)
def test_what_is_no_site_on_this_computer_is_told(address, capsys):
    assert inspect_served(address, TODAY) == 2
    assert address in capsys.readouterr().err
