"""A strict build: check, let Pelican write into a new folder, look at what came out as a stranger
would, and only then exchange it for the old site.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from plugins.checks.report import render_report, stops_publish
from plugins.core.files import find_files
from plugins.core.manifest import Manifest, find_names, write_manifest
from plugins.core.memory import Memory
from plugins.core.problem import Problem
from plugins.core.today import find_today
from plugins.core.tree import TEXT_FOLDERS
from plugins.pages.address import output_file, page_address
from plugins.publish.exchange import exchange_folder
from plugins.publish.headers import HEADERS_FILE, render_headers_file
from plugins.publish.lock import LockedError, hold_lock
from plugins.publish.unchanged import find_built, find_inputs, write_stamp
from plugins.verify.site import verify_site

_SEARCH_ORDER = "search.json"


@dataclass(frozen=True, slots=True)
class Places:
    """Where a build reads and writes, all within the project folder."""

    project: Path
    output: Path
    index: Path
    work: Path
    stamp: Path
    cache: Path

    @classmethod
    def of(cls, project: Path) -> "Places":
        """Return the places of the project in the folder `project`."""
        build = project / ".build"
        output = (project / "output").resolve()  # a link to a folder elsewhere stays a link
        return cls(
            project, output, build / "index", build / "new", build / "stamp", build / "cache"
        )


def build_site(project: Path, conf: str = "pelicanconf.py") -> int:
    """Build the whole site of `project` and exchange it for ``output/``; return the exit code.

    On any problem the exit code is 1, and 2 when the build could not run or not write; output/ is
    then what it was.
    """
    places = Places.of(project)
    try:
        with hold_lock(project / ".build" / "lock"):
            return _build(places, conf)
    except LockedError:
        _say("Er loopt al een bouw. Wacht tot die klaar is en probeer het opnieuw.")
    except OSError as error:
        _say(f"{error.filename or project}: hier kan de bouw niet schrijven ({error.strerror}).")
        _say("Kijk of output/ en .build/ mappen op één schijf zijn, en of u er mag schrijven.")
    return 2


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr)


def _build(places: Places, conf: str) -> int:
    if not (places.project / "content").is_dir():
        _say("content/: deze map ontbreekt. Start de bouw in de map van het project.")
        return 1
    if places.output.exists() and not places.output.is_dir():
        _say("output: dit is een bestand. Verwijder het; hier komt de map met de site.")
        return 1
    today = find_today(os.environ)
    inputs = find_inputs(places.project, conf, today)
    built = find_built(places.stamp, inputs, places.output, places.index)
    if built:
        _say("Er is niets veranderd sinds de vorige bouw. De adviezen toont: invoke check")
        _close(places, built)
        return 0
    with _make_room(places.work) as new:
        done = _run(_pelican(new, conf), places)
        missing = _find_missing(places.project, new) if done.returncode == 0 else ()
        if done.returncode or missing:
            return _explain(done.stdout, missing, places)
        done = _run(_search(new), places)
        if done.returncode:
            return _explain(done.stdout, (), places)
        manifest = _finish(new / "site")
        problems = _verify(new / "site", places.cache, today)
        if stops_publish(problems):
            print(render_report(problems), file=sys.stderr)
            return _explain("", (), places)
        exchange_folder(new / "index", places.index)
        exchange_folder(new / "site", places.output)
    write_stamp(places.stamp, inputs, manifest, places.index)
    _close(places, manifest)
    return 0


def _close(places: Places, site: Manifest) -> None:
    count = sum(name.endswith(".html") for name in site.files)
    print(f"Klaar: {count} pagina's in {places.output.name}/. Bekijk ze met: make serve")


@contextmanager
def _make_room(work: Path) -> Iterator[Path]:
    """Give a build a folder of its own below `work`, and leave nothing there.

    A build that was killed may have left its folder, and a Pelican that is still writing into it.
    """
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True, exist_ok=True)
    try:
        yield Path(tempfile.mkdtemp(dir=work))
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _finish(site: Path) -> Manifest:
    """Add to a new site what goes with it, and return the list of its files."""
    (site / HEADERS_FILE).write_text(render_headers_file(find_names(site)), encoding="utf-8")
    return write_manifest(site)


def _verify(site: Path, cache: Path, today: date) -> tuple[Problem, ...]:
    """Return what a stranger finds wrong with a new site."""
    memory = Memory(cache)
    problems = verify_site(site, "output", today, memory)
    memory.save()
    return problems


def _run(command: list[str], places: Places) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=places.project, stdout=subprocess.PIPE, text=True
    )


def _pelican(new: Path, conf: str) -> list[str]:
    arguments = ["content", "--settings", conf, "--output", str(new / "site")]
    paths = {"SEARCH_INDEX_PATH": new / "index", "SEARCH_ORDER": new / _SEARCH_ORDER}
    strict = ["STRICT=true", *(f"{name}={json.dumps(str(path))}" for name, path in paths.items())]
    return ["pelican", *arguments, "--fatal", "errors", "--extra-settings", *strict]


def _search(new: Path) -> list[str]:
    return ["plugins.search.order", str(new / _SEARCH_ORDER)]


def _find_missing(project: Path, new: Path) -> tuple[str, ...]:
    """Return the pages of content/ that the build did not write: Pelican drops pages without a
    word.
    """
    content, site = project / "content", new / "site"
    found = (path for folder in TEXT_FOLDERS for path in find_files(content, folder, ".md"))
    pages = (path.relative_to(content).as_posix() for path in found)
    return tuple(page for page in pages if not (site / output_file(page_address(page))).is_file())


def _explain(log: str, missing: tuple[str, ...], places: Places) -> int:
    """Say why there is no new site; return the exit code."""
    for path in missing:
        _say(f"content/{path}: deze pagina is niet geschreven")
    print(log, file=sys.stderr, end="")
    kept = "De vorige site staat er nog, ongewijzigd."
    _say(f"De bouw is gestopt. {kept if places.output.exists() else 'Er is nog geen site.'}")
    return 1
