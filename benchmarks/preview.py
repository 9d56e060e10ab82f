"""How long an editor waits in `invoke serve`: from saving a file to Chromium showing it, and to the
search having it.
"""

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from benchmarks.bars import FOUND, SHOWN
from benchmarks.building import INVOKE
from benchmarks.content import write_project
from benchmarks.dialect import find_file
from benchmarks.measure import Cost
from benchmarks.results import OURS, Row
from benchmarks.steps import Steps
from plugins.pages.address import page_address
from plugins.preview.builder import SITE

_PATIENCE = 900.0  # seconds, for a first build of many pages
_LOOK = 0.02
# Tells the first moment at which the page's text shows a word, whoever loads the page anew.
_WATCH = """
const look = () => {
    const found = document.querySelector('main')?.textContent.match(/zwaluwproef[a-z]+/g);
    if (found) window.tell(found.at(-1), Date.now());
    requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""


def measure_preview(folder: Path, pages: int, rounds: int, steps: Steps) -> tuple[Row, ...]:
    """Save a page so many times, with a browser that has it open."""
    from playwright.sync_api import sync_playwright

    project = write_project(folder / "hub", pages)
    shown, found = [], []
    with serve(project) as root, sync_playwright() as playwright:
        steps.do(f"first preview, {pages:,} pages", lambda: wait_for_search(project, "lijst"))
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        editor = Editor(project, browser.new_page(), root)
        editor.save(0)  # whatever is only slow the first time
        for number in range(1, rounds + 1):
            one, other = steps.do(f"{SHOWN}, {pages:,} pages", partial(editor.save, number))
            shown.append(Cost(one, 0.0, 0.0))
            found.append(Cost(other, 0.0, 0.0))
        browser.close()
    return (Row(SHOWN, OURS, pages, tuple(shown)), Row(FOUND, OURS, pages, tuple(found)))


class Editor:
    """Somebody who has a page open in an editor and in a browser."""

    def __init__(self, project: Path, page: Any, root: str) -> None:
        self._project = project
        self._path = project / "content" / "pages" / find_file(3)
        self._text = self._path.read_text(encoding="utf-8")
        self._page = page
        self._seen: dict[str, float] = {}
        page.expose_function("tell", self._note)
        page.add_init_script(_WATCH)
        page.goto(root + page_address(f"pages/{find_file(3)}"))

    def _note(self, word: str, moment: float) -> None:
        self._seen.setdefault(word, moment)

    def save(self, number: int) -> tuple[float, float]:
        """Save the page with a new word; return the seconds until it is seen, and is found."""
        word = f"zwaluwproef{''.join(chr(97 + int(digit)) for digit in f'{number:03}')}"
        text = f"{self._text}\nHier staat het woord {word}.\n"
        begun = time.time()
        self._path.write_text(text, encoding="utf-8")
        self._wait(lambda: word in self._seen)
        wait_for_search(self._project, word)
        return self._seen[word] / 1000 - begun, time.time() - begun

    def _wait(self, done: Callable[[], bool]) -> None:
        end = time.monotonic() + _PATIENCE
        while not done():
            self._page.wait_for_timeout(_LOOK * 1000)  # lets the browser tell
            if time.monotonic() > end:
                raise TimeoutError("the browser does not show what was saved")


def wait_for_search(project: Path, word: str) -> None:
    """Wait until the export of the search, as the browser reads it, has a word."""
    start = project / SITE / "zoeken" / "index" / "collection.json"
    end = time.monotonic() + _PATIENCE
    known = b""
    while True:
        # An export is read once: to read it all the time would take what the hub is to run on.
        with suppress(OSError):  # a folder that is being exchanged for another
            if (found := start.read_bytes()) != known and _has_word(start.parent, word):
                return
            known = found
        time.sleep(_LOOK)
        if time.monotonic() > end:
            raise TimeoutError(f"the search does not know {word}")


def _has_word(folder: Path, word: str) -> bool:
    paths = folder.glob("*/words-*.json")
    return any(f'"{word}"' in path.read_text(encoding="utf-8") for path in paths)


@contextmanager
def serve(project: Path) -> Iterator[str]:
    """Run `invoke serve` in a project; give its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = (*INVOKE, "serve", "--poort", str(port))
    server = subprocess.Popen(
        command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True,
    )  # fmt: skip
    root = f"http://127.0.0.1:{port}/"
    try:
        _wait_for_answer(root, server)
        yield root
    finally:
        with suppress(ProcessLookupError):
            os.killpg(server.pid, signal.SIGTERM)
        server.wait()


def _wait_for_answer(root: str, server: "subprocess.Popen[bytes]") -> None:
    while server.poll() is None:
        with suppress(OSError), urlopen(root):
            return
        time.sleep(_LOOK)
    raise RuntimeError("invoke serve ended by itself")


def find_chromium() -> str:
    """Return the path of the browser; raises RuntimeError without one."""
    path = shutil.which("chromium")
    if path is None:
        raise RuntimeError("needs chromium: apt-get install chromium")
    return path
