"""What a preview makes once its pages are there: packs and search. In a process of its own, so that
no editor waits for it, and a newer change may end it. It starts with the build of the pages, and
has by then loaded what it needs and looked at the page that was saved. Run as ``python -m
plugins.preview.afterwards FOLDER``.
"""

import gc
import os
import pickle
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from plugins.core.memory import Memory
from plugins.packs.download import Download
from plugins.packs.making import Order, build_packs
from plugins.search.concept import Synonyms

_WORK, _DOWNLOADS = "work.pickle", "packs.pickle"
# Of its own: a memory forgets what was not asked of it, and the builder has another.
_KEPT = "search"
_OTHER_PACKS = 3  # the exit code that says so
_NICENESS = 10  # a page that is shown goes before


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be made of the site in `order.output`, whose pages list the packs `shown`."""

    order: Order
    shown: tuple[Download, ...]
    index: Path
    synonyms: Synonyms


@dataclass(frozen=True, slots=True)
class Afterwards:
    """The process that does the work, and the folder of the preview."""

    process: subprocess.Popen[bytes]
    folder: Path

    @classmethod
    def start(cls, folder: Path) -> "Afterwards":
        """Start the process, which waits for its work."""
        command = [sys.executable, "-m", "plugins.preview.afterwards", str(folder)]
        # A group of its own, so that its converters end with it.
        process = subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True)
        return cls(process, folder)

    def give(self, work: Work) -> None:
        """Let the process do the work, without waiting until it has loaded what it needs."""
        _write(self.folder / _WORK, work)
        assert self.process.stdin
        with suppress(BrokenPipeError), self.process.stdin as told:  # it may have failed to start
            told.write(b"\n")

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


def _prepare(folder: Path, memory: Memory) -> None:
    """Begin with the site as it stands there: the page that was saved is in it already, and nearly
    all that is made of it now is found in `memory` when the whole site is there.
    """
    from plugins.search.build import prepare_search

    with suppress(Exception):  # it is a beginning only: what stands there may go at any moment
        before: Work = pickle.loads((folder / _WORK).read_bytes())
        prepare_search(before.order.output, before.synonyms, memory)


def do_work(folder: Path, told: BinaryIO) -> int:
    """Make the packs, once `told` to; then the search, unless the pages have to be written anew
    first, which the exit code tells.
    """
    from plugins.search.build import build_search

    memory = Memory(folder / _KEPT)
    memory.load()
    _prepare(folder, memory)
    if not told.read(1):  # the builder ended
        return 0
    work: Work = pickle.loads((folder / _WORK).read_bytes())
    downloads = build_packs(work.order)
    _write(folder / _DOWNLOADS, downloads)
    if _list_files(downloads) != _list_files(work.shown):
        return _OTHER_PACKS
    site = work.order.output
    build_search(site, work.index, work.synonyms, memory)
    return 0


if __name__ == "__main__":
    # A pickle names its classes by their module, and this one is called __main__ here.
    from plugins.preview import afterwards

    os.nice(_NICENESS)
    gc.disable()  # it ends before that would free anything
    sys.exit(afterwards.do_work(Path(sys.argv[1]), sys.stdin.buffer))
