"""Values made when they are asked for."""

import pytest

from plugins.core.kept import Kept


def test_a_value_is_made_once_and_only_when_it_is_asked_for():
    made = []
    kept = Kept(["a", "b"], lambda name: made.append(name) or name.upper())
    assert ("a" in kept, "c" in kept, list(kept), len(kept)) == (True, False, ["a", "b"], 2)
    assert made == []
    assert [kept["b"], kept.get("b"), kept.get("c"), kept.get("c", 3)] == ["B", "B", None, 3]
    assert made == ["b"]
    assert dict(kept) == {"a": "A", "b": "B"}


def test_a_name_that_is_not_there_is_a_key_error():
    with pytest.raises(KeyError):
        Kept([], str)["a"]
