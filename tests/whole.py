"""One small site with a pack, a feed, a map and all that a hub has; built once for all tests."""

import fcntl
import os
from pathlib import Path

import pytest

from tests.project import BASE, SITES, make_project, run_build


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the output of the small site; nothing is wrong with it."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    with (folder / "whole.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        project = folder / "whole"
        if not (project / "output").exists():
            project.mkdir()
            make_project(project, BASE / "content", SITES / "heel/content")
            done = run_build(project)
            assert done.returncode == 0, done.stderr
    return project / "output"
