"""Puts the text of a new entry into a file of entries: every other line stays as it is, comments
and order too.
"""

from collections.abc import Iterable, Sequence

from plugins.core.dutch import sort_key


def append_entry(text: str, entry: str) -> str:
    """Return `text` with `entry` as its last, a blank line between."""
    kept = text.rstrip("\n")
    return f"{kept}\n\n{entry}" if kept else entry


def insert_by_name(text: str, entry: str, name: str, starts: Sequence[tuple[str, int]]) -> str:
    """Return `text` with `entry` before the first entry whose name comes later in the alphabet.

    `starts` holds the name and the line, from 1, of each entry that is there.
    """
    later = (line for other, line in starts if sort_key(other) > sort_key(name))
    line = next(later, None)
    if line is None:
        return append_entry(text, entry)
    lines = text.splitlines(keepends=True)
    index = _find_comments_above(lines, line - 1)
    return "".join((*lines[:index], entry, "\n", *lines[index:]))


def insert_in_list(text: str, entry: str, after: int, ends: Iterable[int]) -> str:
    """Return `text` with `entry` below the entry that starts at line `after`.

    `ends` holds the lines, all from 1, at which another entry or field starts.
    """
    lines = text.splitlines(keepends=True)
    end = min((line - 1 for line in ends if line > after), default=len(lines))
    while end > after and _is_between(lines[end - 1]):
        end -= 1
    before = [*lines[:end]]
    if before and not before[-1].endswith("\n"):
        before[-1] += "\n"
    return "".join((*before, "\n", entry, *lines[end:]))


def _find_comments_above(lines: Sequence[str], index: int) -> int:
    """Return where the comments start that stand right above a line: they belong to it."""
    while index > 0 and lines[index - 1].lstrip().startswith("#"):
        index -= 1
    return index


def _is_between(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")
