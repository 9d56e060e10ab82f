"""The checks in Pelican: a strict build prints every problem and stops once; a preview prints and
goes on.
"""

import sys
from pathlib import Path

from pelican import Pelican, signals

from plugins.checks.hub import check_hub, read_hub
from plugins.checks.report import render_report, stops_publish
from plugins.core.problem import Problem


def _print_problems(pelican: Pelican) -> tuple[Problem, ...]:
    problems = check_hub(read_hub(Path(pelican.settings["PATH"])))
    print(render_report(problems), file=sys.stderr)
    return problems


def _stop_strict_build(pelican: Pelican) -> None:
    if pelican.settings["STRICT"] and stops_publish(_print_problems(pelican)):
        raise SystemExit(1)


def _warn_preview(pelican: Pelican) -> None:
    if not pelican.settings["STRICT"]:
        _print_problems(pelican)


def register() -> None:
    """Connect to Pelican: `initialized` is sent once, `get_generators` on each rebuild of a
    preview.
    """
    signals.initialized.connect(_stop_strict_build)
    signals.get_generators.connect(_warn_preview)
