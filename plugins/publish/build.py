"""A strict build: check, let Pelican write into a new folder, and only then exchange it for the old
site.
"""

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from plugins.core.files import find_files
from plugins.core.tree import TEXT_FOLDERS
from plugins.pages.address import output_file, page_address
from plugins.publish.exchange import exchange_folder
from plugins.publish.lock import LockedError, hold_lock


@dataclass(frozen=True, slots=True)
class Places:
    """Where a build reads and writes, all within the project folder."""

    project: Path
    output: Path
    index: Path
    work: Path

    @classmethod
    def of(cls, project: Path) -> "Places":
        """Return the places of the project in the folder `project`."""
        build = project / ".build"
        output = (project / "output").resolve()  # a link to a folder elsewhere stays a link
        return cls(project, output, build / "index", build / "new")


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
    shutil.rmtree(places.work, ignore_errors=True)
    done = subprocess.run(
        _pelican(places, conf), cwd=places.project, stdout=subprocess.PIPE, text=True
    )
    missing = _find_missing(places) if done.returncode == 0 else ()
    if done.returncode or missing:
        _explain(done.stdout, missing, places.output.exists())
        shutil.rmtree(places.work, ignore_errors=True)
        return 1
    exchange_folder(places.work / "index", places.index)
    exchange_folder(places.work / "site", places.output)
    count = sum(1 for _ in places.output.rglob("*.html"))
    print(f"Klaar: {count} pagina's in {places.output.name}/. Bekijk ze met: make serve")
    return 0


def _pelican(places: Places, conf: str) -> list[str]:
    index = json.dumps(str(places.work / "index"))
    arguments = ["content", "--settings", conf, "--output", str(places.work / "site")]
    strict = ["--fatal", "errors", "--extra-settings", "STRICT=true", f"SEARCH_INDEX_PATH={index}"]
    return [sys.executable, "-m", "pelican", *arguments, *strict]


def _find_missing(places: Places) -> tuple[str, ...]:
    """Return the pages of content/ that the build did not write: Pelican drops pages without a
    word.
    """
    content, site = places.project / "content", places.work / "site"
    found = (path for folder in TEXT_FOLDERS for path in find_files(content, folder, ".md"))
    pages = (path.relative_to(content).as_posix() for path in found)
    return tuple(page for page in pages if not (site / output_file(page_address(page))).is_file())


def _explain(log: str, missing: tuple[str, ...], has_site: bool) -> None:
    for path in missing:
        _say(f"content/{path}: deze pagina is niet geschreven")
    print(log, file=sys.stderr, end="")
    kept = "De vorige site staat er nog, ongewijzigd." if has_site else "Er is nog geen site."
    _say(f"De bouw is gestopt. {kept}")
