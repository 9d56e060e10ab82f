"""The index as static files, for a browser that looks words up and does one sum.

collection.json is what belongs to all pages and names the other files; their names hold a digest
of their bytes, so that a browser never mixes two builds. js/search/load.js reads them.
"""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from plugins.search.dutch import LETTERS
from plugins.search.index import FIELDS, K1, SCORE_UNIT, Entry, Statistics
from plugins.search.query import MOST_PREFIXED, MOST_WORDS, SHORTEST_PREFIX, WordTable

# Raise it when the files change in shape; js/search/load.js must say the same number.
FORMAT = 1


def render_export(statistics: Statistics, table: WordTable) -> dict[str, bytes]:
    """The files by name."""
    terms = sorted(statistics.postings)
    parts = {
        "words": _render_words(table, {term: number for number, term in enumerate(terms)}),
        "postings": [_render_postings(statistics.postings[term]) for term in terms],
        "pages": [_render_entry(entry) for entry in statistics.entries],
    }
    files = {_find_name(part, data := _encode(value)): data for part, value in parts.items()}
    collection = _render_collection(statistics, table, dict(zip(parts, files, strict=True)))
    return {"collection.json": _encode(collection), **files}


def write_export(files: Mapping[str, bytes], folder: Path) -> None:
    """Write the files; those of an earlier build go."""
    folder.mkdir(parents=True, exist_ok=True)
    for stale in folder.glob("*.json"):
        stale.unlink()
    for name, data in files.items():
        (folder / name).write_bytes(data)


def _render_collection(
    statistics: Statistics, table: WordTable, files: dict[str, str]
) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "files": files,
        "letters": LETTERS,
        "query": {
            "mostWords": MOST_WORDS,
            "shortestPrefix": SHORTEST_PREFIX,
            "mostPrefixed": MOST_PREFIXED,
            "longestPhrase": table.longest_phrase,
        },
        "ranking": {
            "k1": K1,
            "scoreUnit": SCORE_UNIT,
            "pages": len(statistics.entries),
            "fields": [
                {"name": field.name, "boost": field.boost, "b": field.b, "average": average}
                for field, average in zip(FIELDS, statistics.averages, strict=True)
            ],
        },
    }


def _render_words(table: WordTable, numbers: Mapping[str, int]) -> dict[str, Any]:
    """Two lists side by side, sorted by word: an object would put "112" first."""
    return {
        "words": list(table.words),
        "terms": [[numbers[term] for term in terms] for terms in table.words.values()],
    }


def _render_postings(postings: tuple[tuple[tuple[int, int], ...], ...]) -> list[list[int]]:
    """Per field page, frequency, page, frequency …; empty fields at the end are left out."""
    fields = [[number for match in matches for number in match] for matches in postings]
    while fields and not fields[-1]:
        fields.pop()
    return fields


def _render_entry(entry: Entry) -> dict[str, Any]:
    return {
        "url": entry.url,
        "title": entry.title,
        "summary": entry.summary,
        "audiences": entry.audiences,
        "kind": entry.kind,
        "lengths": entry.lengths,
    }


def _find_name(part: str, data: bytes) -> str:
    return f"{part}.{hashlib.sha256(data).hexdigest()[:12]}.json"


def _encode(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
