"""A module of the theme as it is written: its imports, its exports, and its lines of code.

Only the few ways in which the theme writes an import or an export are understood. Anything else is
refused, so that what is joined means what was written.
"""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass

_PATH = re.compile(r"[a-z][a-z0-9-]*(?:/[a-z][a-z0-9-]*)*\.js")
_NAMES = r"(?P<names>\{ [\w$ ,]+ \}|\* as [\w$]+)"
_IMPORT = re.compile(rf"import {_NAMES} from '(?P<address>[^']+)';")
_FORWARD = re.compile(r"export (?P<names>\{ [\w$ ,]+ \}) from '(?P<address>[^']+)';")
_EXPORT = re.compile(
    r"export (?=(?:const|class|function\*?|async function\*?) (?P<names>[\w$]+|\[[\w$, ]+\]))"
)
_DYNAMIC = re.compile(r"\bimport\('(?P<address>\./[^']+)'\)")
_NOT_MOVABLE = re.compile(r"\bimport\(|\bimport\.meta\b")
_TYPE = re.compile(r"/\*\* @[^*]*\*/ ?")  # inside a line of code, for who reads the types


class ModuleError(ValueError):
    """A module is written in a way that cannot be joined; the message names its file and line."""


@dataclass(frozen=True, slots=True)
class Link:
    """An import, or with `forward` an export of what another module exports; `names` as written."""

    names: str
    path: str
    forward: bool = False


@dataclass(frozen=True, slots=True)
class Module:
    """A module at `path`; `lines` are its code without imports and doc comments."""

    path: str
    links: tuple[Link, ...]
    exports: tuple[str, ...]
    lines: tuple[str, ...]
    starts: tuple[str, ...]  # the modules it imports when it needs them

    @property
    def is_movable(self) -> bool:
        """Whether its code means the same in a file at another place."""
        return not any(map(_NOT_MOVABLE.search, self.lines))


def find_module(path: str, text: str) -> Module:
    """Read the module at `path`; raise ModuleError for what cannot be joined."""
    if not _PATH.fullmatch(path):
        raise ModuleError(f"{path}: a name of lower case letters, digits and hyphens is needed")
    links: list[Link] = []
    exports: list[str] = []
    lines: list[str] = []
    for number, line in _find_code(path, text):
        if match := _IMPORT.fullmatch(line) or _FORWARD.fullmatch(line):
            link = Link(match["names"], _resolve(path, match["address"]), line[0] == "e")
            links.append(link)
            exports.extend(find_names(link.names, at=1) if link.forward else ())
            continue
        if match := _EXPORT.match(line):
            exports.extend(re.findall(r"[\w$]+", match["names"]))
        elif re.match(r"(?:import|export)\b(?!\()", line):
            raise ModuleError(f"{path}:{number}: this import or export cannot be joined: {line}")
        lines.append(line)
    starts = tuple(
        _resolve(path, match["address"]) for line in lines for match in _DYNAMIC.finditer(line)
    )
    return Module(path, tuple(links), tuple(exports), tuple(lines), starts)


def _find_code(path: str, text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of code with their numbers, without doc comments and lines of comment."""
    inside = False
    for number, written in enumerate(text.splitlines(), start=1):
        line = written.rstrip() if inside else _TYPE.sub("", written).rstrip()
        start = line.lstrip()
        if inside or start.startswith("/**"):
            inside = "*/" not in line
            if not inside and not line.endswith("*/"):
                raise ModuleError(f"{path}:{number}: code stands behind a comment: {line}")
        elif start and not start.startswith("//"):
            # A text over several lines might hold what looks like a comment or an import.
            if line.count("`") % 2 or line.endswith("\\"):
                raise ModuleError(f"{path}:{number}: a text goes on to the next line: {line}")
            yield number, line
    if inside:
        raise ModuleError(f"{path}: a comment has no end")


def _resolve(path: str, address: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), address))


def find_names(names: str, *, at: int) -> tuple[str, ...]:
    """Return the names of ``{ a, b as c }``: those inside for `at` 0, those outside for 1."""
    pairs = (part.split(" as ") for part in names.strip("{ }").split(", "))
    return tuple(pair[min(at, len(pair) - 1)] for pair in pairs)
