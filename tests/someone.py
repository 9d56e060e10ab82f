"""Another user of this machine, as whom a test starts a program; only root can."""

import os

import pytest

from tests.programs import require_program

NUMBER = 65534


def as_someone() -> tuple[str, ...]:
    """Return what to put before a command: it may read all, as this Python may stand in a home that
    is closed to others, and write nothing but its own.
    """
    if os.geteuid() != 0:
        pytest.skip("alleen root kan een programma als een ander starten")
    capability = "dac_read_search"
    return (
        require_program("setpriv"), f"--reuid={NUMBER}", f"--regid={NUMBER}", "--clear-groups",
        f"--inh-caps=+{capability}", f"--ambient-caps=+{capability}",
        f"--bounding-set=-all,+{capability}",
    )  # fmt: skip
