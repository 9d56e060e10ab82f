"""A visit to a page in Chromium: what the browser asked for, complained of and measured."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import axe_playwright_python

PROBE = Path(__file__).with_name("probe.js")
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")

# Two cores: a page in one tab is measured while the next loads in the other.
TABS = 2


@dataclass(frozen=True, slots=True)
class Visit:
    """One page as a browser found it; `facts` are those of probe.js."""

    address: str
    requests: tuple[str, ...]
    complaints: tuple[str, ...]
    facts: Mapping[str, Any]


class Tab:
    """A tab that remembers what its page asked for and complained of."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("requestfailed", self._miss)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._hear)

    def _miss(self, request: Any) -> None:
        # The field on top fetches the search when the probe focuses it; leaving the page ends that.
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(request.url)

    def _hear(self, message: Any) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)

    def open(self, address: str) -> None:
        """Go there; return before the page has loaded."""
        self.requests.clear()
        self.complaints.clear()
        self.page.goto(address, wait_until="commit")

    def start(self, *, colours: bool) -> None:
        """Have the page measured; do not wait for it."""
        self.page.wait_for_load_state("load")
        self.page.evaluate(
            "options => { probe.facts = probe.measure(options); }", {"colours": colours}
        )

    def finish(self, address: str) -> Visit:
        """Return what was measured since `start`."""
        facts = self.page.evaluate("probe.facts")
        return Visit(address, tuple(self.requests), tuple(self.complaints), facts)


def open_tabs(context: Any) -> tuple[Tab, ...]:
    """Return tabs whose pages carry the probe and axe."""
    context.add_init_script(path=PROBE)
    context.add_init_script(path=AXE)
    return tuple(Tab(context.new_page()) for _ in range(TABS))


def visit_pages(
    tabs: Sequence[Tab], root: str, addresses: Iterable[str], *, colours: bool = False
) -> Iterator[tuple[Tab, Visit]]:
    """Yield a visit to each page and the tab it is open in; a page in every tab at a time.

    With `colours`, axe judges those too.
    """
    waiting = list(addresses)
    while waiting:
        batch = list(zip(tabs, waiting, strict=False))
        del waiting[: len(batch)]
        for tab, address in batch:
            tab.open(root + address)
        for tab, _ in batch:
            tab.start(colours=colours)
        for tab, address in batch:
            visit = tab.finish(address)
            if visit.facts["shifted"]:
                # A busy machine may once paint half a page; what shifts by itself always does.
                tab.open(root + address)
                tab.start(colours=colours)
                visit = tab.finish(address)
            yield tab, visit


def measure_in_the_dark(page: Any, *, colours: bool = False) -> dict[str, list[str]]:
    """Return what an open page shows otherwise in the dark scheme."""
    page.emulate_media(color_scheme="dark")
    facts: dict[str, list[str]] = page.evaluate(
        "options => probe.measureColours(options)", {"colours": colours}
    )
    page.emulate_media(color_scheme="light")
    return facts


def find_faint_in_the_dark(page: Any) -> list[str]:
    """Return what of an open page stands out too little in the dark scheme."""
    page.emulate_media(color_scheme="dark")
    faint: list[str] = page.evaluate("probe.findFaint()")
    page.emulate_media(color_scheme="light")
    return faint
