"""What several rooms' tests share: the hub built once and served here, and a browser over it."""

import fcntl
import functools
import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import hypothesis
import pytest

from tests.order import sort_tests
from tests.programs import require_program
from tests.project import ROOT, make_project, run_build

SUBPATH = "/regio/hub"
DESK = {"width": 1280, "height": 900}

# Tests measure no time, and give the same answer twice.
hypothesis.settings.register_profile("hub", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("hub")


@dataclass(frozen=True, slots=True)
class BuiltHub:
    """The hub's own content, built; `project` holds output/ and .build/."""

    project: Path

    @property
    def output(self) -> Path:
        return self.project / "output"

    @property
    def pages(self) -> tuple[Path, ...]:
        return tuple(sorted(self.output.rglob("*.html")))


@pytest.fixture(scope="session")
def hub(tmp_path_factory: pytest.TempPathFactory) -> BuiltHub:
    """The hub as `make site` builds it; built once, for all processes that run tests."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    built = folder / "hub-is-built"
    with (folder / "hub.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not built.exists():
            _build_hub(folder / "hub")
            built.touch()
    return BuiltHub(folder / "hub")


def _build_hub(folder: Path) -> None:
    """Build the hub for a host that serves it under a path."""
    folder.mkdir()
    project = make_project(folder, ROOT / "content")
    region = project / "content" / "regio.yaml"
    text = region.read_text(encoding="utf-8")
    address = f'\nadres: "https://hub.example{SUBPATH}"\n'
    region.write_text(text.replace('\nadres: ""\n', address), encoding="utf-8")
    done = run_build(project)
    assert done.returncode == 0, done.stderr


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder under a path of its own, with the site's page for what is not there."""

    def translate_path(self, path: str) -> str:
        if not path.startswith(f"{SUBPATH}/"):
            return str(Path(self.directory) / "buiten-de-site")
        return super().translate_path(path.removeprefix(SUBPATH))

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def hub_address(hub: BuiltHub) -> Iterator[str]:
    """The address of the hub, served under a path, as on a shared host."""
    handler = functools.partial(_Handler, directory=str(hub.output))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{SUBPATH}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """The system's Chromium, driven by Playwright; the exit address leads to this machine."""
    path = require_program("chromium")
    from playwright.sync_api import sync_playwright

    arguments = [
        "--no-sandbox",
        "--disable-background-networking",
        "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
    ]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def profile(browser) -> Iterator[object]:
    """One profile for the pages of many tests: to start another takes longer than most of them.

    Nothing of one test is there for the next: the site keeps nothing in a browser
    (tests/browser/test_every_page.py), and what a test did to its page goes with that page.
    """
    context = browser.new_context(viewport=DESK)
    yield context
    context.close()


@pytest.fixture
def fresh_page(profile) -> Iterator[object]:
    """A fresh page at desktop width."""
    page = profile.new_page()
    yield page
    for opened in profile.pages:
        opened.close()
    profile.unroute_all()
    profile.clear_permissions()


@pytest.fixture
def page(fresh_page) -> object:
    """A page for one test; the tests of the browser's room share theirs."""
    return fresh_page


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let whoever wants to look at the pages say where their pictures go."""
    parser.addoption("--schermbeelden", default=None, help="map waarin schermbeelden komen")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let what takes longest begin first."""
    items[:] = sort_tests(items)
