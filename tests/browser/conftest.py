"""Every page of the hub visited once on the narrowest phone, and one page of each kind to try."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest

from tests.browser.visit import Visit, find_faint_in_the_dark, open_tabs, visit_pages
from tests.circle import count
from tests.conftest import DESK

PHONE = {"width": 320, "height": 800}


@pytest.fixture(scope="session")
def only_page(browser) -> Iterator[object]:
    """The page behind `page`."""
    context = browser.new_context(viewport=DESK)
    yield context.new_page()
    context.close()


@pytest.fixture
def page(only_page) -> Iterator[object]:
    """A page that stays open from test to test: most tests begin by loading an address anyway.

    Who counts its history, hands it a function or a script, or asks what it fetches for the first
    time takes `fresh_page`; who stops its clock, `own_page`.
    """
    yield only_page
    only_page.context.unroute_all()
    only_page.unroute_all()
    only_page.goto("about:blank")
    only_page.set_viewport_size(DESK)
    only_page.emulate_media(media="null", color_scheme="null")
    only_page.context.clear_permissions()


@pytest.fixture
def own_page(browser) -> Iterator[object]:
    """A page in a profile of its own."""
    context = browser.new_context(viewport=DESK)
    yield context.new_page()
    context.close()


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave the pictures out unless someone wants to look at them."""
    pictures = collection_path.name == "test_screenshots.py"
    return True if pictures and not config.getoption("--schermbeelden") else None


def address_of(output: Path, path: Path) -> str:
    """Return the address of a page from the site's root."""
    return path.relative_to(output).as_posix().removesuffix("index.html")


@pytest.fixture(scope="session")
def addresses(hub) -> tuple[str, ...]:
    """The address of every page."""
    return tuple(address_of(hub.output, path) for path in by_length(hub.pages))


@pytest.fixture(scope="session")
def kinds(hub) -> Mapping[str, str]:
    """The address of one page of each kind, by what its article says it is: the middle one."""
    found: dict[str, list[Path]] = {}
    for path in by_length(hub.pages):
        found.setdefault(kind_of(path), []).append(path)
    chosen = {kind: paths[len(paths) // 2] for kind, paths in found.items()}
    return {kind: address_of(hub.output, path) for kind, path in chosen.items()}


def by_length(paths: Iterable[Path]) -> list[Path]:
    """Return pages in an order in which those that are measured side by side take as long."""
    return sorted(paths, key=lambda path: (path.stat().st_size, path))


def kind_of(path: Path) -> str:
    """Return the classes and the kind of a page's article, as one word."""
    article = re.search(r"<article[^>]*>", path.read_text(encoding="utf-8"))
    assert article, f"{path} has no article"
    return " ".join(re.findall(r'(?:class|data-kind)="([^"]*)"', article[0]))


@pytest.fixture(scope="session")
def visits(browser, hub_address, addresses, kinds) -> tuple[Visit, ...]:
    """A visit to every page, by someone who asked for little motion; at the desk to a share."""
    chosen = {*addresses[:: count(desk=40, ci=1, long=1)], *kinds.values()}
    context = browser.new_context(viewport=PHONE, reduced_motion="reduce")
    visited = []
    for tab, visit in visit_pages(
        open_tabs(context), hub_address, filter(chosen.__contains__, addresses)
    ):
        visit.facts["faintInTheDark"] = find_faint_in_the_dark(tab.page)
        visited.append(visit)
    visited[-1].facts["cookies"] = context.cookies()
    context.close()
    return tuple(visited)
