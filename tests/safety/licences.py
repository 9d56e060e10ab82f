"""The list of licences in docs/licences.md, from the metadata of what is installed.

`python -m tests.safety.licences` writes it anew, after a lock file has changed. What this machine
does not install, such as packages for Windows alone, keeps the licence that the list had.
"""

import re
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, metadata

from tests.project import ROOT

LIST = ROOT / "docs" / "licences.md"
# What some packages leave out of their metadata; each read in the file that comes with them.
_READ_IN_FILE = {
    "axe-playwright-python": "MIT",
    "pypandoc-binary": "MIT; the program pandoc inside it GPL-2.0-or-later",
}
_UNKNOWN = "unknown"
_PACKAGE = re.compile(r"^(?P<name>[a-z0-9][\w.-]*)==", re.M)
_ROW = re.compile(r"^\| (?P<name>[\w.-]+) \| (?P<licence>[^|]+) \| (?P<use>[^|]+) \|$", re.M)
_USES = {
    "requirements.txt": "build",
    "requirements-publish.txt": "publishing",
    "requirements-test.txt": "tests",
}


def read_locked() -> Mapping[str, str]:
    """Return every package in a lock file, with the first use that needs it."""
    found: dict[str, str] = {}
    for file, use in _USES.items():
        for match in _PACKAGE.finditer((ROOT / file).read_text(encoding="utf-8")):
            found.setdefault(match["name"], use)
    return dict(sorted(found.items()))


def read_listed() -> Mapping[str, tuple[str, str]]:
    """Return licence and use of every package in the list."""
    text = LIST.read_text(encoding="utf-8") if LIST.exists() else ""
    rows = (match.groupdict() for match in _ROW.finditer(text))
    return {row["name"]: (row["licence"], row["use"]) for row in rows if row["name"] != "package"}


def find_licence(name: str) -> str:
    """Return what the installed package says of its licence; empty when it is not installed."""
    try:
        told = metadata(name)
    except PackageNotFoundError:
        return ""
    classes = [
        line.rpartition(" :: ")[2]
        for line in told.get_all("Classifier") or ()
        if line.startswith("License ::") and not line.endswith("OSI Approved")
    ]
    short = (told.get("License") or "").partition("\n")[0].strip()
    words = told.get("License-Expression") or ", ".join(sorted(classes)) or short
    return _READ_IN_FILE.get(name, words.replace("|", "/") or _UNKNOWN)


def render_list() -> str:
    """Return the list."""
    before = read_listed()
    rows = []
    for name, use in read_locked().items():
        licence = find_licence(name) or before.get(name, (_UNKNOWN, ""))[0]
        rows.append(f"| {name} | {licence} | {use} |")
    return "\n".join((_HEAD, *rows, ""))


_HEAD = """\
# Licences

Every package in a lock file, its licence as its own metadata tell it, and the first of building,
publishing and testing that needs it. Written by `python -m tests.safety.licences`; a test holds it
to the lock files.

The hub's own code is under the EUPL 1.2, whose appendix names the GPL and the AGPL among the
licences it goes together with. No package comes along with the site that visitors get; what does
come from elsewhere there are the parts of words for the search (`plugins/search/parts.LICENSE`).

| package | licence | needed for |
|---|---|---|"""

if __name__ == "__main__":
    LIST.write_text(render_list(), encoding="utf-8")
