"""The day on which the checks are run: the one thing that they take from the clock."""

from collections.abc import Mapping
from datetime import UTC, date, datetime


def find_today(environment: Mapping[str, str]) -> date:
    """Return the day that SOURCE_DATE_EPOCH names, in seconds since 1970 UTC; without it, today's.

    Source: the specification of SOURCE_DATE_EPOCH by the Reproducible Builds project.
    """
    seconds = environment.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(seconds), UTC).date() if seconds.isdecimal() else date.today()
