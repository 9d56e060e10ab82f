"""The real LinkChecker against a server on this machine that answers in every way."""

import threading
import time
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from plugins.links.command import MEMORY, run_links
from plugins.links.linkchecker import Manners
from plugins.links.memory import read_memories
from tests.circle import NOT_AT_THE_DESK

pytestmark = NOT_AT_THE_DESK

TODAY = date(2026, 11, 22)
QUICK = Manners(patience=1, pace=50)
ANSWERS = {
    "200": "works",
    "301": "moved",
    "302": "works",
    "403": "guarded",
    "404": "broken",
    "410": "broken",
    "429": "guarded",
    "500": "broken",
    "lus": "broken",
    "traag": "broken",
}


class _Handler(BaseHTTPRequestHandler):
    """Answers with the number that is asked for; counts who asks."""

    def do_GET(self):
        self.server.asked.append(self.path)
        name = self.path.strip("/")
        if name == "traag":
            time.sleep(2)
        code = {"lus": 302, "robots.txt": 404}.get(name) or int(name if name.isdecimal() else 200)
        self.send_response(code)
        if code in (301, 302):
            self.send_header("Location", "/lus" if name == "lus" else "/200")
        self.send_header("Content-Type", "text/html")
        self.end_headers()

    do_HEAD = do_GET  # noqa: N815 - the name that http.server calls

    def log_message(self, format, *args):
        """Say nothing."""


@pytest.fixture(scope="module")
def server():
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.asked = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def places(server):
    root = f"http://127.0.0.1:{server.server_port}"
    lines = enumerate(ANSWERS, 1)
    return {f"{root}/{name}": (f"content/pages/a.md:{line}:1",) for line, name in lines}


def test_every_kind_of_answer_is_remembered_and_told(places, tmp_path, capsys):
    assert run_links(places, tmp_path, TODAY, manners=QUICK) == 0
    memories = read_memories(tmp_path / MEMORY)
    found = {url.rpartition("/")[2]: memory.kind for url, memory in memories.items()}
    assert found == ANSWERS
    told = capsys.readouterr().out
    assert "/301 (http://127.0.0.1" in told
    assert "/404 (antwoordt 404 Not Found)\n    content/pages/a.md:5:1\n" in told
    assert "/lus (stuurt steeds door)" in told
    assert "10 webadressen: 2 werken, 1 verhuisd, 5 even niet, 0 stuk." in told
    assert "2 laten geen programma toe" in told


def test_only_after_failing_on_three_days_the_chore_fails(places, server, tmp_path, capsys):
    wrong = {url: found for url, found in places.items() if url.endswith(("/200", "/404"))}
    codes = [
        run_links(wrong, tmp_path, TODAY + timedelta(days=day), manners=QUICK) for day in range(3)
    ]
    assert codes == [0, 0, 1]
    assert "1 even niet, 0 stuk.\n" in capsys.readouterr().out


def test_an_address_that_worked_is_left_alone_for_a_week(places, server, tmp_path):
    good = {url: found for url, found in places.items() if url.endswith("/200")}
    run_links(good, tmp_path, TODAY, manners=QUICK)
    server.asked.clear()
    assert run_links(good, tmp_path, TODAY + timedelta(days=3), manners=QUICK) == 0
    assert server.asked == []
    run_links(good, tmp_path, TODAY + timedelta(days=3), every=True, manners=QUICK)
    assert "/200" in server.asked


def test_an_address_that_left_the_hub_is_forgotten(places, tmp_path):
    good = {url: found for url, found in places.items() if url.endswith("/200")}
    run_links(good, tmp_path, TODAY, manners=QUICK)
    run_links({}, tmp_path, TODAY, manners=QUICK)
    assert read_memories(tmp_path / MEMORY) == {}
