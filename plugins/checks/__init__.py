"""The hub in Pelican, and its checks: on each build all content is read once and every problem
printed. A strict build stops then; else the features find their part of the hub in the settings.
"""

import os
import sys
from pathlib import Path

from pelican import Pelican, signals

from plugins.checks.hub import check_hub
from plugins.checks.report import render_report, stops_publish
from plugins.core.today import find_today
from plugins.hub.hub import read_hub
from plugins.hub.rendering import render_hub
from plugins.hub.settings import build_settings


def _read_and_check(pelican: Pelican) -> None:
    settings = pelican.settings
    rendered = render_hub(read_hub(Path(settings["PATH"])), settings["BASE_PATH"])
    problems = check_hub(rendered, find_today(os.environ))
    print(render_report(problems), file=sys.stderr)
    if settings["STRICT"] and stops_publish(problems):
        raise SystemExit(1)
    settings.update(build_settings(rendered))


def _write_files(pelican: Pelican) -> None:
    """Write what goes beside the pages: the same facts for other programs."""
    for name, data in pelican.settings["HUB_FILES"].items():
        path = Path(pelican.settings["OUTPUT_PATH"], name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def register() -> None:
    """Connect to Pelican: `get_generators` is the first that each rebuild of a preview sends."""
    signals.get_generators.connect(_read_and_check)
    signals.finalized.connect(_write_files)
