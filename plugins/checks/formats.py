"""The formats in which problems are told: in words or for programs."""

from collections.abc import Callable, Mapping

from plugins.checks.excerpt import Lines
from plugins.checks.report_github import render_github
from plugins.checks.report_gitlab import render_gitlab
from plugins.checks.report_json import render_json
from plugins.checks.report_sarif import render_sarif
from plugins.checks.report_text import render_text
from plugins.core.problem import Problem

FORMATS: Mapping[str, Callable[[tuple[Problem, ...], Lines], str]] = {
    "text": render_text,
    "json": render_json,
    "github": render_github,
    "gitlab": render_gitlab,
    "sarif": render_sarif,
}
