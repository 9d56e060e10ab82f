"""How far two words lie apart, against a slow and obvious second version."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.search.typo import count_allowed, count_errors, find_deletions, find_sound


@pytest.mark.parametrize(
    ("one", "other", "errors"),
    [
        ("geweld", "geweld", 0),
        ("gewld", "geweld", 1),
        ("gewweld", "geweld", 1),
        ("gawald", "geweld", 2),
        ("gewedl", "geweld", 1),
        ("wijze", "weize", 1),
        ("vijlig", "veilig", 1),
        ("tuis", "thuis", 1),
        ("kind", "geweld", 3),
    ],
)
def test_errors_are_counted_as_people_make_them(one, other, errors):
    assert count_errors(one, other, 2) == errors
    assert count_errors(other, one, 2) == errors


@pytest.mark.parametrize(
    ("word", "errors"),
    [("mes", 0), ("thuis", 1), ("meldcode", 1), ("meldcodes", 1), ("handleiding", 2)],
)
def test_longer_words_may_hold_more_errors(word, errors):
    assert count_allowed(word) == errors


def count_slowly(one: str, other: str) -> int:
    """The definition, letter by letter."""

    @cache
    def count(i: int, j: int) -> int:
        if not i or not j:
            return i + j
        same = one[i - 1] == other[j - 1]
        found = [count(i - 1, j) + 1, count(i, j - 1) + 1, count(i - 1, j - 1) + (not same)]
        if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
            found.append(count(i - 2, j - 2) + 1)
        return min(found)

    return count(len(one), len(other))


@settings(max_examples=300)
@given(st.text("abei", max_size=7), st.text("abei", max_size=7))
def test_the_count_is_that_of_the_definition(one, other):
    expected = min(3, count_slowly(find_sound(one), find_sound(other)))
    if abs(len(one) - len(other)) <= 3:
        assert count_errors(one, other, 2) == (expected or int(one != other))
    else:
        assert count_errors(one, other, 2) == 3


@settings(max_examples=200)
@given(st.text("abc", min_size=1, max_size=6), st.text("abc", min_size=1, max_size=6))
def test_words_one_error_apart_share_a_deletion(one, other):
    if count_slowly(one, other) <= 1:
        assert find_deletions(one) & find_deletions(other)
