"""What a program may mend: the fixes of problems, worked into the texts of their files."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import unified_diff

from plugins.core.problem import Fix, Problem

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_NO_END = "\\ Geen regeleinde aan het eind van het bestand\n"


@dataclass(frozen=True, slots=True)
class Change:
    """A file's text as it stands on disk, and as it should be."""

    file: str
    before: str
    after: str


def find_changes(problems: tuple[Problem, ...], texts: Mapping[str, str]) -> tuple[Change, ...]:
    """Return what the fixes of `problems` change in `texts`, by the names that problems give them.

    Line ends stay as they are. A fix is left out where the text has something else at its place,
    and where another fix stands already.
    """
    return tuple(
        Change(file, text, after)
        for file, text in sorted(texts.items())
        if (after := _mend(text, [one for one in problems if one.file == file])) != text
    )


def _mend(text: str, problems: list[Problem]) -> str:
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    ends = "\r\n" if "\r\n" in text else "\n"
    pieces: list[str] = []
    kept = 0
    for offset, fix in sorted(_find_fixes(problems, starts), key=lambda found: found[0]):
        if offset >= kept and text.startswith(fix.old, offset):
            pieces += text[kept:offset], fix.new.replace("\n", ends)
            kept = offset + len(fix.old)
    return "".join((*pieces, text[kept:]))


def _find_fixes(problems: list[Problem], starts: list[int]) -> Iterator[tuple[int, Fix]]:
    """Yield each fix with the offset of its problem in a text whose lines have these `starts`."""
    for problem in problems:
        if problem.fix and problem.line <= len(starts):
            yield starts[problem.line - 1] + problem.column - 1, problem.fix


def render_diff(changes: tuple[Change, ...]) -> str:
    """Return the changes as a diff that git and people read."""
    return "".join(line for change in changes for line in _render_change(change))


def _render_change(change: Change) -> Iterator[str]:
    before, after = _LINE.findall(change.before), _LINE.findall(change.after)
    for line in unified_diff(before, after, f"a/{change.file}", f"b/{change.file}"):
        yield line if line.endswith("\n") else f"{line}\n{_NO_END}"
