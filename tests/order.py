"""The order in which files of tests go to the processes that run them.

Each process takes a file at a time. What takes longest comes first, so that at the end no process
waits for another; and while the first one builds the hub, the second runs what needs no hub.
"""

from collections.abc import Sequence

import pytest

# A pair of files is begun at once: on the left what needs the hub, on the right what does not.
FIRST = (
    "tests/browser/test_kinds.py", "tests/publish/test_incremental.py",
    "tests/browser/test_print.py", "tests/test_other_region.py",
    "tests/browser/test_search.py", "tests/publish/test_build_breaks.py",
    "tests/browser/test_costs.py", "tests/preview/test_preview.py",
    "tests/browser/test_every_page.py", "tests/search/test_browser.py",
    "tests/browser/test_exit.py", "tests/test_sites.py",
    "tests/browser/test_coalition.py", "tests/packs/test_hub.py",
    "tests/search/test_judged.py", "tests/safety/test_spoilt.py",
    "tests/links/test_command.py", "tests/publish/test_publish.py",
    "tests/test_markup.py", "tests/preview/test_panel.py",
    "tests/checks/test_spoilt.py", "tests/publish/test_reproducible.py",
)  # fmt: skip
_PLACES = {file: place for place, file in enumerate(FIRST)}


def sort_tests(items: Sequence[pytest.Item]) -> list[pytest.Item]:
    """Return the tests, those of the files that take longest first."""
    return sorted(items, key=lambda item: _PLACES.get(item.nodeid.split("::")[0], len(FIRST)))
