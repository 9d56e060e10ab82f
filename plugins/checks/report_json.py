"""Problems for other programs, as JSON; its schema is docs/check.schema.json."""

import json
from typing import Any

from plugins.checks.excerpt import Lines
from plugins.core.problem import Problem

_VERSION = 1  # of this format; it changes when a field changes its meaning


def render_json(problems: tuple[Problem, ...], _lines: Lines) -> str:
    """Return the problems in order; columns count characters (code points) from 1."""
    stopping = sum(problem.stops for problem in problems)
    report = {
        "version": _VERSION,
        "stops": stopping,
        "advice": len(problems) - stopping,
        "problems": [_build(problem) for problem in problems],
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def _build(problem: Problem) -> dict[str, Any]:
    fix = problem.fix
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "code": problem.code,
        "stops": problem.stops,
        "message": problem.message,
        "hint": problem.hint,
        "fix": {"old": fix.old, "new": fix.new} if fix else None,
    }
