"""The builder: builds, waits for a change, builds again, in one process that keeps what it has
loaded. Run as ``python -m plugins.preview.builder``, in the folder of the project.
"""

import gc
import os
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from watchfiles import Change, watch

from plugins.core.memory import Memory
from plugins.packs.download import DOWNLOADS, Download
from plugins.preview.afterwards import Afterwards, Work, read_downloads
from plugins.preview.first import LastBuild
from plugins.preview.state import State, find_findings, read_state, write_state
from plugins.preview.templates import CompiledTemplates
from plugins.publish.exchange import put_in_place
from plugins.search.build import EXPORT_FOLDER

FOLDER = Path(".build", "preview")
SITE = FOLDER / "site"
STATE = FOLDER / "state.json"
_NEW = FOLDER / "new"
_WATCHED = ("content", "theme")
_PAUSE = 10  # milliseconds in which changes belong together, as those of one save do
_LOOK = 200  # milliseconds after which the watcher says that nothing changed
_HEAD_START = 0.1  # seconds in which a browser has all cores to show a page that was saved
_FAILED = "De bouw is zelf stukgelopen. Wat er misging, staat in het venster van «make serve»."


def main() -> None:
    """Build, and again after every change, until someone ends it."""
    # Ends like Ctrl-C, so that what runs besides is ended too.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    version = read_state(STATE).version
    watched = [Path(name) for name in _WATCHED]
    changes = watch(
        *watched, debounce=_PAUSE, step=_PAUSE, rust_timeout=_LOOK, yield_on_timeout=True
    )
    next(changes)  # watches from here on: what changes during a build is not missed
    memory, templates = Memory(FOLDER / "cache"), CompiledTemplates()
    gc.disable()  # in the middle of a build it finds nothing
    besides = Afterwards.start(FOLDER)
    try:
        while True:
            version += 1
            besides = besides.prepare()
            built = build(version, memory, templates)
            if built:
                besides.give(built[0])
                _tidy(memory, built[1])
            changed = _wait(changes, besides)
            if built and changed and _show_first(built[1], changed):
                version += 1
                write_state(STATE, replace(read_state(STATE), version=version))
                time.sleep(_HEAD_START)
    finally:
        besides.stop()


def _tidy(memory: Memory, built: LastBuild) -> None:
    """Do what a build leaves to be done; nobody waits for it."""
    built.rendered.prepare()
    shutil.rmtree(_NEW, ignore_errors=True)  # the site before
    memory.save()
    gc.collect()


def _wait(changes: Iterator[set[tuple[Change, str]]], besides: Afterwards) -> tuple[Path, ...]:
    """Return the paths that changed, as soon as any did; none when packs make the reason to build
    again.
    """
    while not (found := next(changes)) and not besides.found_other_packs():
        pass
    return tuple(Path(path) for _, path in found)


def _show_first(built: LastBuild, changed: tuple[Path, ...]) -> bool:
    """Show the page that an editor just saved; what goes wrong here, the build after it tells."""
    with suppress(Exception):
        return built.show_first(changed, Path("content").absolute(), SITE)
    return False


def build(
    version: int, memory: Memory, templates: CompiledTemplates
) -> tuple[Work, LastBuild] | None:
    """Build the pages and show them; return what is to be made when they are there, and what is
    left to go on from.
    """
    shutil.rmtree(_NEW, ignore_errors=True)
    shown = read_downloads(FOLDER)
    try:
        settings, generator = _run_pelican(shown, memory, templates)
    except Exception:
        # Our own fault, not the editor's: the last good preview stays, and the panel says so.
        traceback.print_exc()
        write_state(STATE, State(version, read_state(STATE).findings, _FAILED))
        return None
    _keep_files(shown)
    put_in_place(_NEW, SITE)
    write_state(STATE, State(version, find_findings(settings["PROBLEMS"], "content")))
    order = replace(settings["PACKS_ORDER"], output=SITE.absolute())
    work = Work(order, shown, FOLDER / "index", tuple(settings["SEARCH_SYNONYMS"]))
    return work, LastBuild(settings["RENDERED"], generator)


def _run_pelican(
    shown: tuple[Download, ...], memory: Memory, templates: CompiledTemplates
) -> tuple[Any, Any]:
    """Write the site into a new folder, without search, its pages listing the packs `shown`; return
    Pelican's settings and its generator of pages.

    An editor need not wait for the rest to see a page.
    """
    from pelican import Pelican, signals
    from pelican.generators import PagesGenerator
    from pelican.settings import read_settings

    here: dict[str, Any] = {"STRICT": False, "SITEURL": "", "OUTPUT_PATH": str(_NEW.absolute())}
    here |= {"PACKS_SHOWN": shown, "SITE_BEFORE": SITE}
    settings = read_settings("pelicanconf.py", override=here)
    settings["MEMORY"] = memory
    settings["JINJA_ENVIRONMENT"]["bytecode_cache"] = templates
    settings["PLUGINS"] = [name for name in settings["PLUGINS"] if name != "plugins.search"]
    pelican = Pelican(settings)
    found: list[Any] = []
    with signals.all_generators_finalized.connected_to(found.extend):
        pelican.run()
    return pelican.settings, next(one for one in found if isinstance(one, PagesGenerator))


def _keep_files(shown: tuple[Download, ...]) -> None:
    """Take the search and the packs along to the new site, until there are newer ones."""
    with suppress(OSError):  # there is none at first
        (_NEW / EXPORT_FOLDER).parent.mkdir(parents=True, exist_ok=True)
        (SITE / EXPORT_FOLDER).rename(_NEW / EXPORT_FOLDER)
    for folder in (f"{DOWNLOADS}/{download.pack.id}" for download in shown):
        if (SITE / folder).is_dir():
            shutil.copytree(SITE / folder, _NEW / folder, copy_function=os.link)


if __name__ == "__main__":
    sys.path.insert(0, os.getcwd())
    with suppress(KeyboardInterrupt):
        main()
