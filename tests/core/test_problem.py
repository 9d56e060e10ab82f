"""The diagnostic: its order and how it prints."""

from dataclasses import replace

from plugins.core.problem import Problem, render_problem, sort_problems

PROBLEM = Problem("content/pages/a.md", 3, 12, "REF001", "de bron ontbreekt", "Voeg haar toe.")


def test_a_problem_prints_its_place_and_its_hint_on_the_next_line():
    assert render_problem(PROBLEM) == (
        "content/pages/a.md:3:12: REF001 de bron ontbreekt\n    Voeg haar toe."
    )


def test_advice_is_called_advice():
    assert "REF001 (advies) de bron" in render_problem(replace(PROBLEM, stops=False))


def test_problems_are_told_once_with_those_that_stop_first_and_then_by_place():
    advice = replace(PROBLEM, file="content/a.md", stops=False)
    later = replace(PROBLEM, line=10)
    sooner = replace(PROBLEM, line=9)

    assert sort_problems([advice, later, sooner, later]) == (sooner, later, advice)
