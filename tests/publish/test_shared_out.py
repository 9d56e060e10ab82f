"""A build whose work is shared out over the cores makes what one process makes."""

import os

import pytest

from benchmarks.content import write_project
from tests.circle import NOT_AT_THE_DESK
from tests.publish.building import build, find_differences, read_tree

# Enough for each kind of work to be shared out: pages, files of the site, segments of the search.
PAGES = 250
CORES = sorted(os.sched_getaffinity(0))


@NOT_AT_THE_DESK
@pytest.mark.skipif(len(CORES) < 2, reason="vraagt een machine met twee kernen")
def test_many_processes_make_the_site_that_one_makes(tmp_path):
    project = write_project(tmp_path / "project", PAGES)
    shared = build(project, 0)
    site = read_tree(project / "output")
    alone = write_project(tmp_path / "alone", PAGES)
    os.sched_setaffinity(0, CORES[:1])  # for this process, and so for those that it starts
    try:
        outcome = build(alone, 0)
    finally:
        os.sched_setaffinity(0, CORES)

    assert (shared.code, shared.problems) == (outcome.code, outcome.problems)
    assert shared.code == 0, shared.said
    assert find_differences(site, read_tree(alone / "output")) == []
