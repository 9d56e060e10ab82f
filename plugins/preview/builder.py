"""The builder: builds, waits for a change, builds again, in one process that keeps what it has
loaded. Run as ``python -m plugins.preview.builder``, in the folder of the project.
"""

import os
import shutil
import sys
import traceback
from contextlib import suppress
from pathlib import Path
from typing import Any

from watchfiles import watch

from plugins.preview.state import State, find_findings, read_state, write_state
from plugins.publish.exchange import exchange_folder

FOLDER = Path(".build", "preview")
SITE = FOLDER / "site"
STATE = FOLDER / "state.json"
_NEW = FOLDER / "new"
_WATCHED = ("content", "theme")
_PAUSE = 50  # milliseconds in which changes belong together, as those of one save do
_LOOK = 200  # milliseconds after which the watcher says that nothing changed
_FAILED = "De bouw is zelf stukgelopen. Wat er misging, staat in het venster van «make serve»."


def main() -> None:
    """Build, and again after every change, until someone ends it."""
    version = read_state(STATE).version
    watched = [Path(name) for name in _WATCHED]
    changes = watch(
        *watched, debounce=_PAUSE, step=_PAUSE, rust_timeout=_LOOK, yield_on_timeout=True
    )
    next(changes)  # watches from here on: what changes during a build is not missed
    while True:
        version += 1
        _build(version)
        while not next(changes):
            pass


def _build(version: int) -> None:
    shutil.rmtree(_NEW, ignore_errors=True)
    try:
        pelican = _run_pelican()
    except Exception:
        # Our own fault, not the editor's: the last good preview stays, and the panel says so.
        traceback.print_exc()
        write_state(STATE, State(version, read_state(STATE).findings, _FAILED))
        return
    exchange_folder(_NEW, SITE)
    findings = find_findings(pelican.settings["PROBLEMS"], "content")
    write_state(STATE, State(version, findings))
    _build_search(pelican)


def _run_pelican() -> Any:
    """Write the site into a new folder, without the search, and return Pelican with its settings.

    An editor need not wait for the search to see a page.
    """
    from pelican import Pelican
    from pelican.settings import read_settings

    here = {"STRICT": False, "SITEURL": "", "OUTPUT_PATH": str(_NEW.absolute())}
    settings = read_settings("pelicanconf.py", override=here)
    settings["PLUGINS"] = [name for name in settings["PLUGINS"] if name != "plugins.search"]
    pelican = Pelican(settings)
    pelican.run()
    return pelican


def _build_search(pelican: Any) -> None:
    from plugins.search import build

    pelican.settings["OUTPUT_PATH"] = str(SITE)
    pelican.settings["SEARCH_INDEX_PATH"] = str(FOLDER / "index")
    try:
        build(pelican)
    except Exception:
        traceback.print_exc()


if __name__ == "__main__":
    sys.path.insert(0, os.getcwd())
    with suppress(KeyboardInterrupt):
        main()
