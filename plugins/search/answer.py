"""Asking the index on the command line: `invoke search "kosten gemeente"`."""

import json
from pathlib import Path

from plugins.search.index import Hit, rank_pages
from plugins.search.query import WordTable, find_terms

WORD_TABLE = "words.json"


class NoIndexError(Exception):
    """There is nothing to search yet; the message is for the editor."""


def search_index(folder: Path, query: str, limit: int = 10) -> tuple[Hit, ...]:
    """The best pages for a query, best first; the browser ranks them alike.

    Raises NoIndexError where no build has left an index in `folder`.
    """
    terms = find_terms(read_word_table(folder), query)
    return rank_pages(folder, terms)[:limit]


def read_word_table(folder: Path) -> WordTable:
    """The table that the build left beside the index."""
    try:
        text = (folder / WORD_TABLE).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise NoIndexError("nog geen index: draai eerst `make site`") from None
    return WordTable({word: tuple(terms) for word, terms in json.loads(text).items()})


def write_word_table(table: WordTable, folder: Path) -> None:
    """Keep the table beside the index."""
    text = json.dumps(dict(table.words), ensure_ascii=False, indent=0)
    (folder / WORD_TABLE).write_text(text, encoding="utf-8")


def render_text(hits: tuple[Hit, ...]) -> str:
    """Hits for reading, a line each."""
    if not hits:
        return "niets gevonden"
    return "\n".join(f"{hit.score:9.3f}  {hit.url}  {hit.title}" for hit in hits)


def render_json(hits: tuple[Hit, ...]) -> str:
    """Hits for programs: a list of url, title and score, best first."""
    found = [{"url": hit.url, "title": hit.title, "score": hit.score} for hit in hits]
    return json.dumps(found, ensure_ascii=False, indent=2)
