"""The word table beside the index, on disk: what the build leaves and the command line reads."""

import hashlib
import json
from pathlib import Path

from plugins.search.table import WordTable, find_entry

WORD_TABLE = "words.json"
# Raise it when the table, or the fields of the index, change in shape.
FORMAT = 4


class NoIndexError(Exception):
    """There is nothing to search, or nothing that can be read; the message is for the editor."""


def read_word_table(folder: Path) -> WordTable:
    """The table that the build left beside the index."""
    try:
        value = json.loads((folder / WORD_TABLE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise NoIndexError("nog geen zoekindex: draai eerst `make site`") from None
    except (OSError, ValueError):
        raise NoIndexError("de zoekindex is beschadigd: draai `make site`") from None
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise NoIndexError("de zoekindex is van een andere versie: draai `make site`")
    if value["files"] != _find_digests(folder):
        raise NoIndexError("de zoekindex is beschadigd: draai `make site`")
    entries = {key: find_entry(key, row) for key, row in value["entries"].items()}
    return WordTable(entries, value["names"], frozenset(value["common"]))


def write_word_table(table: WordTable, folder: Path) -> None:
    """Keep the table beside the index, as the last file of a whole build."""
    value = {
        "format": FORMAT,
        "files": _find_digests(folder),
        "names": dict(table.names),
        "common": sorted(table.common),
        "entries": dict(table.rows),
    }
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    (folder / WORD_TABLE).write_text(text, encoding="utf-8")


def _find_digests(folder: Path) -> dict[str, str]:
    """The digest of each file of the index: Whoosh may make anything of a spoilt one."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.iterdir())
        if path.name != WORD_TABLE and not path.name.endswith("LOCK")
    }
