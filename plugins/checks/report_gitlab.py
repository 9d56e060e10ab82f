"""Problems as GitLab shows them beside a merge request: a report of its Code Quality."""

import json
from typing import Any

from plugins.checks.excerpt import Lines
from plugins.checks.fingerprint import find_fingerprints
from plugins.core.problem import Problem


def render_gitlab(problems: tuple[Problem, ...], _lines: Lines) -> str:
    """Return the problems in order, as a list; GitLab reads the line and no column."""
    marks = find_fingerprints(problems)
    found = [_build(problem, mark) for problem, mark in zip(problems, marks, strict=True)]
    return json.dumps(found, ensure_ascii=False, indent=2)


def _build(problem: Problem, mark: str) -> dict[str, Any]:
    return {
        "description": f"{problem.message}. {problem.hint}",
        "check_name": problem.code,
        "fingerprint": mark,
        "severity": "critical" if problem.stops else "minor",
        "location": {"path": problem.file, "lines": {"begin": problem.line}},
    }
