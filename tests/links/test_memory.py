"""When an address is asked again, and when it is given up."""

from datetime import date

import pytest

from plugins.links.answer import Answer
from plugins.links.memory import (
    Memory,
    find_due,
    read_memories,
    remember,
    write_memories,
)

TODAY = date(2026, 11, 22)
BROKEN = Answer("broken", "geen verbinding")


@pytest.mark.parametrize(
    ("memory", "due"),
    [
        (None, True),
        (Memory("works", "", "2026-11-22"), False),
        (Memory("works", "", "2026-11-16"), False),
        (Memory("works", "", "2026-11-15"), True),
        (Memory("guarded", "", "2026-11-16"), False),
        (Memory("broken", "", "2026-11-21", 1), True),
        (Memory("broken", "", "2026-11-22", 1), False),
    ],
)
def test_an_address_is_asked_seldom_and_one_that_failed_sooner(memory, due):
    memories = {} if memory is None else {"u": memory}
    assert find_due(["u"], memories, TODAY) == (("u",) if due else ())


def test_an_address_is_given_up_after_three_days_of_failure():
    memory = None
    for day in (1, 2, 3):
        memory = remember(memory, BROKEN, date(2026, 11, day))
        assert memory.is_lost is (day == 3)


def test_two_failures_on_one_day_count_once():
    first = remember(None, BROKEN, TODAY)
    assert remember(first, BROKEN, TODAY).failures == first.failures == 1


def test_one_good_answer_forgives_all():
    memory = Memory("broken", "", "2026-11-21", 7)
    assert remember(memory, Answer("works"), TODAY) == Memory("works", "", "2026-11-22")


def test_what_was_remembered_is_read_again(tmp_path):
    memories = {"https://é.nl/": Memory("broken", "geen verbinding", "2026-11-21", 2)}
    write_memories(tmp_path / "map" / "links.json", memories)
    assert read_memories(tmp_path / "map" / "links.json") == memories


@pytest.mark.parametrize("text", ["", "[]", "{", '{"u": 3}', '{"u": {"anders": 1}}'])
def test_a_memory_that_cannot_be_understood_is_none(tmp_path, text):
    (tmp_path / "links.json").write_text(text, encoding="utf-8")
    assert read_memories(tmp_path / "links.json") == {}
