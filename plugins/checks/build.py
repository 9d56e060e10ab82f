"""The checks of a build: all content is read once and every problem printed."""

import os
import sys
from pathlib import Path
from typing import Any

from plugins.checks.content import read_texts
from plugins.checks.hub import check_every_html, check_hub
from plugins.checks.report import render_report, stops_publish
from plugins.checks.secret import find_hiding, hide_in_problems
from plugins.core.memory import Memory
from plugins.core.problem import sort_problems
from plugins.core.today import find_today
from plugins.hub.hub import read_hub
from plugins.hub.rendering import render_hub
from plugins.hub.settings import build_settings
from plugins.pages.address import find_base


def read_and_check(pelican: Any) -> None:
    """Read, render and check the hub, and leave in the settings what each feature needs."""
    settings = pelican.settings
    memory: Memory = settings.setdefault("MEMORY", Memory(Path(settings["MEMORY_PATH"])))
    hub = read_hub(Path(settings["PATH"]), memory)
    rendered = render_hub(hub, find_base(settings["SITEURL"]), memory)
    today = find_today(os.environ)
    found = sort_problems((*check_hub(rendered, today), *check_every_html(rendered)))
    texts = read_texts(Path(settings["PATH"]), {problem.file for problem in found})
    problems = hide_in_problems(found, find_hiding(rendered.hub, texts))
    print(render_report(problems), file=sys.stderr)
    if settings["STRICT"] and stops_publish(problems):
        memory.save()
        raise SystemExit(1)
    settings.update(build_settings(rendered, today), PROBLEMS=problems, RENDERED=rendered)


def write_files(pelican: Any) -> None:
    """Write what goes beside the pages: the same facts for other programs. All is made by then."""
    memory: Memory = pelican.settings["MEMORY"]
    # A strict build is over after this; a preview builds again, and saves once its pages are shown.
    if pelican.settings["STRICT"]:
        memory.close()
    for name, data in pelican.settings["HUB_FILES"].items():
        path = Path(pelican.settings["OUTPUT_PATH"], name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
