"""The steps of a long run, with their progress on a terminal and nothing elsewhere."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

T = TypeVar("T")
Step = Callable[[str, Callable[[], T]], T]


class Steps:
    """Counts steps as they are done; what is told goes to the terminal only."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress = progress
        self._task = progress.add_task("", total=total)

    def do(self, name: str, act: Callable[[], T]) -> T:
        """Do one step, and return what it gives."""
        self._progress.update(self._task, description=name)
        result = act()
        self._progress.advance(self._task)
        return result


@contextmanager
def count_steps(total: int) -> Iterator[Steps]:
    """Show how many of the steps are done, on a terminal."""
    columns = (TextColumn("{task.description}"), MofNCompleteColumn(), TimeElapsedColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, disable=not sys.stderr.isatty()) as progress:
        yield Steps(progress, total)
