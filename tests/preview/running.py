"""A preview that runs, and ways to wait for it."""

import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.project import BASE, make_project

PATIENCE = 30  # seconds; a rebuild takes less than two

SERVE = """
import signal
# As at a terminal: what a script starts in the background ignores Ctrl-C.
signal.signal(signal.SIGINT, signal.default_int_handler)
import sys
from pathlib import Path
from plugins.preview.serve import serve_preview
sys.exit(serve_preview(Path.cwd(), int(sys.argv[1])))
"""


def find_free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def start(project: Path, port: int, log) -> subprocess.Popen:
    """Start a preview in a process group of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", SERVE, str(port)],
        cwd=project,
        stdout=log,
        stderr=log,
        start_new_session=True,
    )


@contextmanager
def run_preview(folder: Path) -> Iterator[tuple[Path, str, Path]]:
    """Run a preview of the small site; give its project, its address and its log."""
    project = make_project(folder, BASE / "content")
    (project / "content" / "beelden").mkdir()
    port = find_free_port()
    with (folder / "log").open("w") as log:
        process = start(project, port, log)
        try:
            yield project, f"http://127.0.0.1:{port}/", folder / "log"
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(PATIENCE)


def wait_for(text: str, read) -> None:
    """Wait until `text` can be read."""
    end = time.monotonic() + PATIENCE
    while text not in read():
        assert time.monotonic() < end, read()
        time.sleep(0.05)


def read_address(address: str) -> str:
    """Return what stands at an address, whatever the answer's number; nothing without answer."""
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.read().decode()
    except OSError:
        return ""
