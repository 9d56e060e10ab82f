"""The files of the content folder that problems are about: their texts, and who asks for which."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from plugins.checks.fix import Change
from plugins.core.files import find_files, find_name
from plugins.core.problem import Problem

_BOM = "\ufeff"


class QuestionError(Exception):
    """What was asked cannot be answered; the message says so in Dutch."""


def find_asked(root: Path, names: Iterable[str]) -> frozenset[str]:
    """Return the files that `names` mean, as messages call them, given the content folder `root`.

    A name counts from where one stands, or from the project; that of a folder means all in it.
    Raises QuestionError for a name that is neither.
    """
    return frozenset(file for name in names for file in _find_files(root, name))


def _find_files(root: Path, name: str) -> Iterable[str]:
    paths = [path for path in (Path(name), root.parent / name) if name and path.exists()]
    places = [path.parent.resolve() / path.name if path.name else path.resolve() for path in paths]
    inside = [place for place in places if place.is_relative_to(root.resolve())]
    if not inside:
        missing = f"staat niet in {root.name}/" if paths else "bestaat niet"
        raise QuestionError(f"«{name}» {missing}.")
    path = root / inside[0].relative_to(root.resolve())
    found = find_files(root, str(path.relative_to(root)), "") if path.is_dir() else (path,)
    return (find_name(root, file) for file in found)


def read_texts(root: Path, files: Iterable[str]) -> Mapping[str, str]:
    """Return the text of each of `files` that is a plain file of UTF-8; line ends as they are, a
    byte order mark left out.
    """
    texts = {}
    for file in files:
        path = root.parent / file
        if path.is_file() and not path.is_symlink():
            try:
                texts[file] = path.read_bytes().decode("utf-8-sig")
            except (OSError, UnicodeDecodeError):
                continue  # a problem says so
    return texts


def write_clean_files(root: Path, problems: Iterable[Problem]) -> tuple[str, ...]:
    """Write anew the files that are no text and that a program may mend; return a line for each."""
    return tuple(
        _write_clean(root.parent / problem.file, problem.file, problem.clean)
        for problem in problems
        if problem.clean
    )


def _write_clean(path: Path, file: str, clean: Callable[[bytes], bytes]) -> str:
    before = path.read_bytes()
    after = clean(before)
    path.write_bytes(after)
    return f"{file}: van {len(before)} naar {len(after)} bytes"


def write_changes(root: Path, changes: Iterable[Change]) -> None:
    """Write each changed text to its file; a byte order mark stays."""
    for change in changes:
        path = root.parent / change.file
        mark = _BOM if path.read_bytes().startswith(_BOM.encode()) else ""
        path.write_bytes((mark + change.after).encode())
