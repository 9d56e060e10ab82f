"""Work shared out over the cores of the machine: to processes that begin as copies of this one."""

import os
import pickle
import signal
import sys
import traceback
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from plugins.core.progress import track

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

T = TypeVar("T")
R = TypeVar("R")

# Fewer in a process are done before it is worth a copy.
LEAST = 48
MOST_WORKERS = 8
_THREADS = "/proc/self/task"


def make_each(make: Callable[[T], R], items: Sequence[T], what: str, least: int = LEAST) -> list[R]:
    """Return what `make` makes of each item, in order; each process makes `least` or more of them.

    What another process made comes back as a pickle, and an error there is raised here; whatever
    else `make` changed, it changed there only. A terminal shows how far the work is; `what` is
    Dutch. Raises RuntimeError when a process is ended, as a system does that runs out of memory.
    """
    count = min(count_workers(), len(items) // least) if len(items) >= 2 * least else 1
    with ExitStack() as stack:
        workers: list[_Worker[R]] = []
        for number in range(1, count):
            workers.append(_Worker(make, items[number::count]))
            stack.callback(workers[-1].stop)
        own = [make(item) for item in track(items[::count], what, least)]
        shares = [own, *(worker.collect() for worker in workers)]
    # Neighbours went to different shares: what is long often stands together.
    return [shares[place % count][place // count] for place in range(len(items))]


def count_workers() -> int:
    """Return how many processes may work at once; one where a copy of this one would not be safe:
    beside other threads, and on systems whose own libraries start those.
    """
    if not sys.platform.startswith("linux") or len(os.listdir(_THREADS)) > 1:
        return 1
    return min(MOST_WORKERS, len(os.sched_getaffinity(0)))


class _Worker(Generic[R]):
    """A process that makes its share, and ends when nobody is left to read what it made."""

    def __init__(self, make: Callable[[T], R], share: Sequence[T]) -> None:
        # Only who shares out work waits for it to be imported.
        from multiprocessing import get_context

        context = get_context("fork")
        self._receiver, sender = context.Pipe(duplex=False)
        self._process = context.Process(target=_work, args=(make, share, self._receiver, sender))
        self._process.start()
        sender.close()

    def collect(self) -> list[R]:
        """Wait for what it made."""
        try:
            count, error = self._receiver.recv()
            if error:
                raise error
            return [self._receiver.recv() for _ in range(count)]
        except EOFError:
            raise RuntimeError("a process was ended in its work: out of memory?") from None

    def stop(self) -> None:
        """End the process, if it still works."""
        self._receiver.close()
        self._process.kill()
        self._process.join()


def _work(
    make: Callable[[T], Any], share: Sequence[T], receiver: "Connection", sender: "Connection"
) -> None:
    # Who ends the whole is told by the process that began it.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGPIPE):
        signal.signal(number, signal.SIG_DFL)
    receiver.close()
    try:
        made = [*map(make, share)]
    except Exception as error:  # whatever it is, it is raised where the work began
        sender.send((0, _find_sendable(error)))
    else:
        sender.send((len(made), None))
        for one in made:  # all in one would take as much room again
            sender.send(one)


def _find_sendable(error: Exception) -> Exception:
    """Return the error with a note of where it was, or one that says the same and can be sent."""
    where = "".join(traceback.format_exception(error))
    error.add_note(where)
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:  # whatever it holds that is no value
        return RuntimeError(where)
    return error
