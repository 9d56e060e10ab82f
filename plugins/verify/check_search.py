"""Whether the search files are whole and of one version, and lead to places that exist.

docs/search.md has their format.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from plugins.core.problem import Problem
from plugins.verify.check_links import Places
from plugins.verify.data import Data

FOLDER = "zoeken/index"
COLLECTION = f"{FOLDER}/collection.json"
_SCRIPT = "search/search.js"
_SCRIPT_FORMAT = re.compile(r"\bconst FORMAT = (\d+);")
_NUMBERED = {"words": ("words",), "tails": ("tails",)}
_OF_TERMS = ("terms", "places")


def check_search(
    root: Path, places: Places, data: Mapping[str, Data], shown: str
) -> Iterator[Problem]:
    """Yield what is wrong with the search of the site in the folder `root`, of which `data` has
    every file of JSON.
    """
    inside = {name for name in places.names if name.startswith(f"{FOLDER}/")}
    if COLLECTION not in inside:
        yield _problem(f"{shown}/{COLLECTION}", "VER013", "het zoeken heeft geen begin")
        return
    try:
        collection = json.loads((root / COLLECTION).read_bytes())
        folder = f"{FOLDER}/{collection['build']}"
        pages = list(_read_pages(root, folder, collection))
        expected = {COLLECTION, *(f"{folder}/{one}" for one in _find_names(collection, pages))}
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError):
        yield _problem(f"{shown}/{COLLECTION}", "VER013", "de zoekbestanden zijn niet te lezen")
        return
    for name in sorted(expected - inside):
        yield _problem(f"{shown}/{name}", "VER013", "dit zoekbestand ontbreekt")
    for name in sorted(inside - expected):
        yield _problem(f"{shown}/{name}", "VER014", "dit zoekbestand is van een andere bouw")
    files = {name: data[name] for name in sorted(expected & inside)}
    yield from _check_formats(files, collection.get("format"), shown)
    yield from _check_script(root, places, collection.get("format"), shown)
    yield from _check_pages(pages, places, f"{shown}/{COLLECTION}")


def _problem(file: str, code: str, message: str) -> Problem:
    return Problem(file, 1, 1, code, message, "Bouw de site opnieuw.")


def _count_files(items: int, a_file: int) -> int:
    return -(-items // a_file)


def _read_pages(root: Path, folder: str, collection: Any) -> Iterator[list[Any]]:
    """Yield address, title and sections of every page that the search shows."""
    for number in range(_count_files(len(collection["pages"]), collection["pagesAFile"])):
        path = root / folder / f"pages-{number}.json"
        if path.is_file():
            yield from json.loads(path.read_bytes())["pages"]


def _find_names(collection: Any, pages: list[list[Any]]) -> Iterator[str]:
    """Yield the names of the files that a collection counts on."""
    for part, kinds in _NUMBERED.items():
        for number in range(len(collection[part])):
            yield from (f"{kind}-{number}.json" for kind in kinds)
    for number in range(collection["termFiles"]):
        yield from (f"{kind}-{number}.json" for kind in _OF_TERMS)
    if collection["filesAStart"] > 1:
        yield from (f"starts-{number}.json" for number in range(len(collection["terms"])))
    for number in range(_count_files(len(collection["pages"]), collection["pagesAFile"])):
        yield f"pages-{number}.json"
    for number, (_, _, sections) in enumerate(pages):
        parts = _count_files(len(sections) + 1, collection["sectionsAFile"])
        yield from (f"texts/{number}-{part}.json" for part in range(parts))


def _check_formats(files: Mapping[str, Data], wanted: object, shown: str) -> Iterator[Problem]:
    for name, file in files.items():
        if not file.whole:
            yield _problem(f"{shown}/{name}", "VER013", "dit zoekbestand is afgebroken")
        elif file.format != wanted:
            message = f"dit zoekbestand is van versie {file.format}, het begin van {wanted}"
            yield _problem(f"{shown}/{name}", "VER014", message)


def _check_script(root: Path, places: Places, wanted: object, shown: str) -> Iterator[Problem]:
    for name in sorted(one for one in places.names if one.endswith(_SCRIPT)):
        text = (root / name).read_text(encoding="utf-8", errors="replace")
        found = _SCRIPT_FORMAT.search(text)
        if not found or found[1] != str(wanted):
            version = found[1] if found else "onbekend"
            message = (
                f"dit script leest versie {version} van het zoeken, de bestanden zijn {wanted}"
            )
            yield _problem(f"{shown}/{name}", "VER014", message)


def _check_pages(pages: list[list[Any]], places: Places, file: str) -> Iterator[Problem]:
    for address, _, sections in pages:
        for anchor in ("", *(section[0] for section in sections)):
            link = f"{str(address).lstrip('/') or './'}{f'#{anchor}' if anchor else ''}"
            if not places.leads(link):
                yield _problem(file, "VER013", f"het zoeken wijst naar «{link}», en dat is er niet")
