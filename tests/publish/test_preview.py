"""The preview, run for real: it serves, follows changes, and never stops on a problem."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.project import BASE, make_project

PATIENCE = 30  # seconds; a rebuild takes less than one


def find_free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


SERVE = """
import sys
from pathlib import Path
from plugins.publish.preview import serve_preview
sys.exit(serve_preview(Path.cwd(), int(sys.argv[1])))
"""


def start(project: Path, port: int, log) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-c", SERVE, str(port)],
        cwd=project,
        stdout=log,
        stderr=log,
        start_new_session=True,
    )


@pytest.fixture
def preview(tmp_path):
    """A running preview: its project folder, its port and its log."""
    project = make_project(tmp_path, BASE / "content")
    (project / "content" / "beelden").mkdir()
    port = find_free_port()
    with (tmp_path / "log").open("w") as log:
        process = start(project, port, log)
        yield project, port, tmp_path / "log"
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def wait_for(text: str, read, save=lambda: None) -> None:
    """Wait until `text` can be read. Saves each second: Pelican misses changes while it builds."""
    end = time.monotonic() + PATIENCE
    saved = 0.0
    while text not in read():
        assert time.monotonic() < end, read()
        if time.monotonic() - saved > 1:
            save()
            saved = time.monotonic()
        time.sleep(0.1)


def read_address(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return answer.read().decode()
    except OSError:
        return ""


def test_the_preview_follows_a_change_tells_its_problems_and_goes_on(preview):
    project, port, log = preview
    address = f"http://127.0.0.1:{port}/"
    page: Path = project / "content" / "pages" / "meer.md"
    wait_for("<h1>Meer</h1>", lambda: read_address(f"{address}meer/"))

    good = page.read_text(encoding="utf-8")
    spoilt = good.replace("Meer", "Anders").replace("plan-2018", "plan-2081")
    wait_for(
        "<h1>Anders</h1>",
        lambda: read_address(f"{address}meer/"),
        lambda: page.write_text(spoilt, encoding="utf-8"),
    )
    told = "content/pages/meer.md:13:34: REF001 de bron «plan-2081» staat niet in bronnen.bib"
    assert told in log.read_text(encoding="utf-8")

    broken = project / "content" / "pages" / "kapot.md"
    wait_for("BST001", lambda: log.read_text("utf-8"), lambda: broken.write_bytes(b"\xe9"))
    mended = good.replace("Meer", "Weer goed")
    wait_for(
        "<h1>Weer goed</h1>",
        lambda: read_address(f"{address}meer/"),
        lambda: page.write_text(mended, encoding="utf-8"),
    )
    assert "Traceback" not in log.read_text(encoding="utf-8")


def test_one_idle_connection_holds_up_nobody(preview):
    _, port, _ = preview
    wait_for("<h1>Meer</h1>", lambda: read_address(f"http://127.0.0.1:{port}/meer/"))
    with socket.create_connection(("127.0.0.1", port)):
        assert "<h1>Meer</h1>" in read_address(f"http://127.0.0.1:{port}/meer/")


def test_a_port_in_use_is_told_in_dutch(tmp_path):
    project = make_project(tmp_path, BASE / "content")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        process = start(project, port, subprocess.PIPE)
        told, _ = process.communicate(timeout=PATIENCE)
    assert told.decode() == (
        f"Poort {port} is niet vrij. Kies een andere: invoke serve --poort 8001\n"
    )
    assert process.returncode == 2


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_the_preview_ends_quietly_and_takes_its_builder_along(tmp_path, sign):
    project = make_project(tmp_path, BASE / "content")
    port = find_free_port()
    with (tmp_path / "log").open("w") as log:
        process = start(project, port, log)
        wait_for("<h1>Meer</h1>", lambda: read_address(f"http://127.0.0.1:{port}/meer/"))
        process.send_signal(sign)
        assert process.wait(timeout=PATIENCE) == 0
    with pytest.raises(ProcessLookupError):  # nobody is left in its process group
        os.killpg(process.pid, 0)
    assert "Traceback" not in (tmp_path / "log").read_text(encoding="utf-8")
