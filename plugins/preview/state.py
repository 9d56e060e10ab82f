"""What the builder tells the server: which version stands there, and what is wrong with it."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from plugins.core.problem import Problem
from plugins.pages.address import page_address


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem as the panel shows it; `address` is that of the page whose text it is in, None when
    it is in another file.
    """

    address: str | None
    place: str
    code: str
    message: str
    hint: str
    stops: bool


@dataclass(frozen=True, slots=True)
class State:
    """`version` counts the builds; `failure` tells why the last one did not come off."""

    version: int = 0
    findings: tuple[Finding, ...] = ()
    failure: str = ""


def find_findings(problems: Iterable[Problem], folder: str) -> tuple[Finding, ...]:
    """Return the problems for the panel; `folder` is how messages call the content folder."""
    return tuple(
        Finding(
            _find_address(problem.file, folder),
            f"{problem.file}, regel {problem.line}, kolom {problem.column}",
            problem.code,
            problem.message,
            problem.hint,
            problem.stops,
        )
        for problem in problems
    )


def _find_address(file: str, folder: str) -> str | None:
    path = file.removeprefix(f"{folder}/")
    return page_address(path) if path.endswith(".md") else None


def write_state(path: Path, state: State) -> None:
    """Write the state so that a reader sees the old one or the new one, whole."""
    new = path.with_suffix(".new")
    new.write_text(json.dumps(asdict(state), ensure_ascii=False), encoding="utf-8")
    new.replace(path)


def read_state(path: Path) -> State:
    """Return the last state, or one that says that nothing was built yet."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return State()
    return State(
        data["version"], tuple(Finding(**found) for found in data["findings"]), data["failure"]
    )


def find_mark(path: Path) -> tuple[int, int] | None:
    """Return what tells one written state from another; to ask for it costs far less than to read
    the state.
    """
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_mtime_ns, found.st_ino


def render_panel(state: State, address: str, explained: str = "", page: str = "") -> bytes:
    """Return as JSON what the panel of the page at `address` shows; `explained` is the address of
    the page that explains each code, empty without one, and `page` the digest of the page.
    """
    here = [asdict(found) for found in state.findings if found.address == address]
    elsewhere = [asdict(found) for found in state.findings if found.address != address]
    data = {
        "version": state.version,
        "page": page,
        "failure": state.failure,
        "explained": explained,
        "here": here,
        "elsewhere": elsewhere,
    }
    return json.dumps(data, ensure_ascii=False).encode()
