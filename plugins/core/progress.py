"""How far long work is, for who watches it on a terminal; to a file or another program, nothing."""

import sys
from collections.abc import Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")

# So few are done before anybody could read how many there are.
FEWEST = 100


def track(items: Sequence[T], what: str, fewest: int = FEWEST) -> Iterable[T]:
    """Return the same items, and show on a terminal how many of them are done, unless they are
    fewer than `fewest`; `what` is Dutch.
    """
    if len(items) < fewest or not sys.stderr.isatty():
        return items
    # Only who sees it waits for it to be imported.
    from rich.console import Console
    from rich.progress import track as show

    return show(items, what, console=Console(stderr=True), transient=True)
