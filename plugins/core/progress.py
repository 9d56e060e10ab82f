"""How far long work is, for who watches it on a terminal; to a file or another program, nothing."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

# How often a terminal shows it.
_TIMES = 100


def track(items: Sequence[T], what: str, fewest: int) -> Iterable[T]:
    """Return the same items, and show on a terminal how many of them are done, unless they are
    fewer than `fewest`; `what` is Dutch.
    """
    if len(items) < fewest or not sys.stderr.isatty():
        return items
    return _show(items, what)


def _show(items: Sequence[T], what: str) -> Iterator[T]:
    # Only who sees it waits for it to be imported.
    from rich.console import Console
    from rich.progress import Progress

    # A thread that shows it by itself would go on after the last item for a moment.
    shown = Progress(console=Console(stderr=True), transient=True, auto_refresh=False)
    step = max(1, len(items) // _TIMES)
    with shown:
        task = shown.add_task(what, total=len(items))
        for number, item in enumerate(items):
            yield item
            shown.update(task, completed=number + 1, refresh=number % step == 0)
