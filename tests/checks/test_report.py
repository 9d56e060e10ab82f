"""All problems together, closed by what to do."""

from dataclasses import replace

import pytest

from plugins.checks.report import render_report, stops_publish
from plugins.core.problem import Problem

STOP = Problem("content/pages/a.md", 3, 12, "REF001", "de bron ontbreekt", "Voeg haar toe.")
ADVICE = replace(STOP, code="PAG006", stops=False)
MEND = "Los de problemen op; tot dan wordt er niets gepubliceerd."


@pytest.mark.parametrize(
    ("problems", "closing"),
    [
        ((), "De inhoud is in orde."),
        ((ADVICE,), "De inhoud is in orde, 1 advies."),
        ((ADVICE, ADVICE), "De inhoud is in orde, 2 adviezen."),
        ((STOP,), f"1 probleem. {MEND}"),
        ((STOP, STOP, ADVICE), f"2 problemen, 1 advies. {MEND}"),
        ((STOP, ADVICE, ADVICE), f"1 probleem, 2 adviezen. {MEND}"),
    ],
)
def test_the_report_closes_with_a_count_and_what_to_do(problems, closing):
    assert render_report(problems).splitlines()[-1] == closing


def test_problems_are_told_in_the_order_given():
    assert render_report((STOP, ADVICE)).splitlines() == [
        "content/pages/a.md:3:12: REF001 de bron ontbreekt",
        "    Voeg haar toe.",
        "content/pages/a.md:3:12: PAG006 (advies) de bron ontbreekt",
        "    Voeg haar toe.",
        f"1 probleem, 1 advies. {MEND}",
    ]


@pytest.mark.parametrize(
    ("problems", "stops"), [((), False), ((ADVICE,), False), ((ADVICE, STOP), True)]
)
def test_only_a_problem_that_is_no_advice_stops_a_publish(problems, stops):
    assert stops_publish(problems) is stops
