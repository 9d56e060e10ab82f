"""The three circles of tests: at the desk, in CI, and the long one that is run by hand."""

import os

import pytest

CIRCLES = ("desk", "ci", "long")


def find_circle() -> str:
    """Return the circle of this run: TEST_CIRCLE, or else CI's under REQUIRE_ALL=1."""
    named = os.environ.get("TEST_CIRCLE", "")
    if named:
        assert named in CIRCLES, f"TEST_CIRCLE is one of {', '.join(CIRCLES)}"
        return named
    return "ci" if os.environ.get("REQUIRE_ALL") == "1" else "desk"


def count(*, desk: int, ci: int, long: int) -> int:
    """Return how often a test tries something in the circle of this run."""
    return {"desk": desk, "ci": ci, "long": long}[find_circle()]


# For what takes long, and tells little that other tests do not tell sooner.
NOT_AT_THE_DESK = pytest.mark.skipif(find_circle() == "desk", reason="duurt lang; CI doet het")
