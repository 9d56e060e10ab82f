"""What the tests of safety share: an arena in the system's Chromium."""

from collections.abc import Iterator

import pytest

from tests.safety.arena import Arena, open_arena


@pytest.fixture(scope="session")
def arena(browser) -> Iterator[Arena]:
    """A page in which pieces of markup may try to run."""
    yield from open_arena(browser)
