"""The day of the checks."""

from datetime import date

import pytest

from plugins.core.today import find_today


@pytest.mark.parametrize(
    ("seconds", "day"),
    [
        ("0", date(1970, 1, 1)),
        ("1795219200", date(2026, 11, 21)),
        ("1795305599", date(2026, 11, 21)),
    ],
)
def test_the_environment_can_set_the_day(seconds, day):
    assert find_today({"SOURCE_DATE_EPOCH": seconds}) == day


@pytest.mark.parametrize("environment", [{}, {"SOURCE_DATE_EPOCH": ""}, {"SOURCE_DATE_EPOCH": "x"}])
def test_without_it_the_day_is_that_of_the_clock(environment):
    assert find_today(environment) >= date(2026, 11, 21)
