"""What a preview makes once its pages are there: packs and search. In a process of its own, so that
no editor waits for it, and a newer change may end it. The process stays, with what it has loaded:
while pages are built it finds the search of the site with the page that was saved, and what it
waits for then is the whole site. Run as ``python -m plugins.preview.afterwards FOLDER``.
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
from typing import TYPE_CHECKING, BinaryIO

from plugins.core.memory import Memory
from plugins.packs.download import Download
from plugins.packs.making import Order, build_packs
from plugins.search.concept import Synonyms

if TYPE_CHECKING:
    from plugins.search.build import Search

_WORK, _DOWNLOADS = "work.pickle", "packs.pickle"
# Of its own: a memory forgets what was not asked of it, and the builder has another.
_KEPT = "search"
_PREPARE, _DO = b"v", b"w"  # what the process is told
_DONE, _OTHER_PACKS = b".", b"p"  # and what it answers
_NICENESS = 10  # a page that is shown goes before


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be made of the site in `order.output`, whose pages list the packs `shown`."""

    order: Order
    shown: tuple[Download, ...]
    index: Path
    synonyms: Synonyms


@dataclass(slots=True)
class Afterwards:
    """The process that does the work, and the folder of the preview; `awaited` counts what it was
    told and has not answered yet, `answer` is the last one.
    """

    process: subprocess.Popen[bytes]
    folder: Path
    awaited: int = 0
    answer: bytes = b""

    @classmethod
    def start(cls, folder: Path) -> "Afterwards":
        """Start the process, which loads what it needs and waits until it is told something."""
        command = [sys.executable, "-m", "plugins.preview.afterwards", str(folder)]
        # A group of its own, so that its converters end with it.
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
        )
        assert process.stdout
        os.set_blocking(process.stdout.fileno(), False)
        return cls(process, folder)

    def prepare(self) -> "Afterwards":
        """Let a process begin with the site as it stands there, and return it: this one, or a new
        one where this one is still at older work.
        """
        ready = self if self.has_answered() else self._replace()
        ready._tell(_PREPARE)
        return ready

    def give(self, work: Work) -> None:
        """Let the process do the work, without waiting for it."""
        _write(self.folder / _WORK, work)
        self._tell(_DO)

    def found_other_packs(self) -> bool:
        """Tell, once, whether the work came to its end and there are other files now than pages
        list.
        """
        found = self.has_answered() and self.answer == _OTHER_PACKS
        self.answer = b"" if found else self.answer
        return found

    def has_answered(self) -> bool:
        """Tell whether the process is there, and has done all that it was told."""
        assert self.process.stdout
        answers = self.process.stdout.read() or b""  # None while there is none
        self.awaited -= len(answers)
        self.answer = answers[-1:] or self.answer
        return not self.awaited and self.process.poll() is None

    def stop(self) -> None:
        """End the process, whatever it does."""
        if self.process.poll() is None:  # else its number may be another's by now
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            assert pipe
            with suppress(BrokenPipeError):
                pipe.close()

    def _replace(self) -> "Afterwards":
        self.stop()
        return Afterwards.start(self.folder)

    def _tell(self, what: bytes) -> None:
        assert self.process.stdin
        self.awaited += 1
        with suppress(BrokenPipeError):  # it may have ended by a fault of its own
            self.process.stdin.write(what)
            self.process.stdin.flush()


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


def _prepare(folder: Path, memory: Memory) -> "Search | None":
    """Find the search of the site as it stands there: the page that was saved is in it already, and
    nearly always it is that of the whole site.
    """
    from plugins.search.build import find_search

    with suppress(Exception):  # it is a beginning only: what stands there may go at any moment
        before: Work = pickle.loads((folder / _WORK).read_bytes())
        found = find_search(before.order.output, before.synonyms, memory)
        memory.close()  # now, while nobody waits for it
        return found
    return None


def do_work(folder: Path, memory: Memory, found: "Search | None") -> bytes:
    """Make the packs; then the search, unless the pages have to be written anew first. Return the
    answer that tells which.
    """
    from plugins.search.build import build_search

    work: Work = pickle.loads((folder / _WORK).read_bytes())
    downloads = build_packs(work.order)
    _write(folder / _DOWNLOADS, downloads)
    if _list_files(downloads) != _list_files(work.shown):
        return _OTHER_PACKS
    build_search(work.order.output, work.index, work.synonyms, memory, found)
    return _DONE


def serve(folder: Path, told: BinaryIO, answers: BinaryIO) -> None:
    """Do what is `told`, a byte each, and answer each, until the builder ends."""
    memory = Memory(folder / _KEPT, stays=True)
    memory.load()
    found: Search | None = None
    while what := told.read(1):
        answer = _DONE
        if what == _PREPARE:
            found = _prepare(folder, memory)
        else:
            answer, found = do_work(folder, memory, found), None
        answers.write(answer)
        answers.flush()
        gc.collect()


def _give_way() -> None:
    """Let every other process of the preview go before this one and those that it starts."""
    os.nice(_NICENESS)
    with suppress(OSError):  # Linux weighs sessions first, and this process is one by itself
        Path("/proc/self/autogroup").write_text(str(_NICENESS), encoding="ascii")


if __name__ == "__main__":
    # A pickle names its classes by their module, and this one is called __main__ here.
    from plugins.preview import afterwards

    _give_way()
    gc.disable()  # what is made in between stays
    # What a converter prints is no answer.
    with os.fdopen(os.dup(1), "wb") as answers:
        os.dup2(2, 1)
        afterwards.serve(Path(sys.argv[1]), sys.stdin.buffer, answers)
