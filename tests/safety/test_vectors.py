"""Markup that runs scripts, by published class: each wall alone stops all of it."""

import re

from plugins.core.safe_html import clean_html
from tests.circle import count
from tests.project import ROOT
from tests.safety.arena import EVIL, POLICY, read_vectors

# Each in a frame of its own; at the desk every third.
IN_FRAMES = read_vectors()[:: count(desk=3, ci=1, long=1)]


def find_policy() -> str:
    """Return the policy that every page of the hub carries."""
    text = (ROOT / "theme" / "templates" / "base.html").read_text(encoding="utf-8")
    (policy,) = POLICY.findall(text)
    return policy


def test_without_walls_the_named_vectors_fire(arena):
    fired = arena.fight({one.name: one.markup for one in IN_FRAMES})

    named = {one.name for one in IN_FRAMES if one.fires}
    assert len(named & fired) >= 30
    assert len(named - fired) < len(named) / 20, named - fired  # browsers drop some, over the years
    assert EVIL in "".join(arena.foreign)


def test_the_sanitiser_alone_stops_every_vector(arena):
    cleaned = {one.name: clean_html(one.markup) for one in read_vectors()}

    assert arena.fight_together(cleaned) == set()
    assert set(arena.foreign) == {f"{EVIL}x.js"}  # of the frame that shows time has passed


def test_the_policy_alone_stops_every_vector(arena):
    assert arena.fight({one.name: one.markup for one in IN_FRAMES}, find_policy()) == set()


def test_every_vector_has_a_name_of_its_own_and_a_class():
    vectors = read_vectors()
    assert len({one.name for one in vectors}) == len(vectors)
    assert len({one.kind for one in vectors}) > 90
    assert all(re.match(r"(?:OWASP|html5sec|mXSS|HTML standard): \S", one.kind) for one in vectors)
