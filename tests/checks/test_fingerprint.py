"""A fingerprint tells a problem from others, and stays while lines move."""

from dataclasses import replace

from plugins.checks.fingerprint import find_fingerprints
from tests.checks.sample import ALL, NASTY, STOP


def test_it_stays_when_the_problem_moves():
    moved = replace(STOP, line=99, column=1)
    assert find_fingerprints((STOP,)) == find_fingerprints((moved,))


def test_it_stays_when_another_line_that_the_message_names_moves():
    first, later = (
        replace(STOP, message=f"staat er twee keer (eerder op regel {line})") for line in (3, 40)
    )
    assert find_fingerprints((first,)) == find_fingerprints((later,))


def test_no_two_problems_share_one():
    several = (STOP, replace(STOP, line=9), replace(STOP, code="REF002"), replace(STOP, file="b"))
    assert len(set(find_fingerprints(several))) == 4


def test_any_text_has_one():
    found = find_fingerprints((*ALL, NASTY))
    assert all(len(one) == 64 for one in found)
    assert len(set(found)) == len(found)
