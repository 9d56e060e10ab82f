"""What a preview makes once its pages are there: packs and search. In a process of its own, so that
no editor waits for it, and a newer change may end it. Run as ``python -m plugins.preview.afterwards
FOLDER``.
"""

import os
import pickle
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from plugins.core.memory import Memory
from plugins.packs.download import Download
from plugins.packs.making import Order, build_packs
from plugins.search.concept import Synonyms

_WORK, _DOWNLOADS = "work.pickle", "packs.pickle"
# Of its own: a memory forgets what was not asked of it, and the builder has another.
_KEPT = "search"
_OTHER_PACKS = 3  # the exit code that says so


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be made of the site in `order.output`, whose pages list the packs `shown`."""

    order: Order
    shown: tuple[Download, ...]
    index: Path
    synonyms: Synonyms


@dataclass(frozen=True, slots=True)
class Afterwards:
    """The work, the process that does it, and the folder of the preview."""

    work: Work
    process: subprocess.Popen[bytes]
    folder: Path

    @classmethod
    def start(cls, work: Work, folder: Path) -> "Afterwards":
        """Start the work."""
        _write(folder / _WORK, work)
        command = [sys.executable, "-m", "plugins.preview.afterwards", str(folder)]
        # A group of its own, so that its converters end with it.
        return cls(work, subprocess.Popen(command, start_new_session=True), folder)

    def found_other_packs(self) -> bool:
        """Tell whether the work came to its end and there are other files now than pages list."""
        return self.process.poll() == _OTHER_PACKS

    def stop(self) -> None:
        """End the work, if it still goes on."""
        if self.process.poll() is None:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


def read_downloads(folder: Path) -> tuple[Download, ...]:
    """Return the packs that were made last; none where another version of the hub made them."""
    try:
        found = pickle.loads((folder / _DOWNLOADS).read_bytes())
    except Exception:  # whatever an old file makes of its reader
        return ()
    return found if isinstance(found, tuple) else ()


def _list_files(downloads: tuple[Download, ...]) -> tuple[str, ...]:
    return tuple(
        file.url
        for pack in downloads
        for file in (pack.zip, *(file for part in pack.parts for file in part.files))
    )


def _write(path: Path, value: object) -> None:
    new = path.with_suffix(".new")
    new.write_bytes(pickle.dumps(value))
    new.replace(path)


def do_work(folder: Path) -> int:
    """Make the packs; then the search, unless the pages have to be written anew first, which the
    exit code tells.
    """
    from plugins.search.build import build_search

    work: Work = pickle.loads((folder / _WORK).read_bytes())
    downloads = build_packs(work.order)
    _write(folder / _DOWNLOADS, downloads)
    if _list_files(downloads) != _list_files(work.shown):
        return _OTHER_PACKS
    site = work.order.output
    build_search(site, work.index, work.synonyms, Memory(folder / _KEPT))
    return 0


if __name__ == "__main__":
    # A pickle names its classes by their module, and this one is called __main__ here.
    from plugins.preview import afterwards

    sys.exit(afterwards.do_work(Path(sys.argv[1])))
