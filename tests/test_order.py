"""What takes longest begins first."""

from types import SimpleNamespace

from tests.order import FIRST, sort_tests
from tests.project import ROOT


def test_every_file_that_comes_first_is_there_once():
    assert [file for file in FIRST if not (ROOT / file).is_file()] == []
    assert len(set(FIRST)) == len(FIRST)


def test_the_tests_of_a_file_stay_together_and_in_their_order():
    names = ("tests/a.py::x", f"{FIRST[1]}::b", f"{FIRST[1]}::a", "tests/0.py::y", f"{FIRST[0]}::c")
    items = [SimpleNamespace(nodeid=name) for name in names]

    assert [item.nodeid for item in sort_tests(items)] == [
        f"{FIRST[0]}::c", f"{FIRST[1]}::b", f"{FIRST[1]}::a", "tests/a.py::x", "tests/0.py::y",
    ]  # fmt: skip
