"""Asking the index on the command line: `invoke search "kosten gemeente"`."""

import json
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from plugins.search.explain import Explanation, explain
from plugins.search.index import IndexReader
from plugins.search.query import build_question
from plugins.search.question import Question
from plugins.search.rank import Hit, rank_pages
from plugins.search.store import read_word_table
from plugins.search.table import WordTable

MOST_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Reply:
    """A query as it was understood, and the best pages for it, out of `count`."""

    question: Question
    hits: tuple[Hit, ...]
    count: int
    also: tuple[str, ...]
    explanations: tuple[Explanation, ...] = ()


def ask(
    folder: Path,
    query: str,
    *,
    limit: int = MOST_SHOWN,
    prefix: bool = False,
    explained: bool = False,
) -> Reply:
    """Ask the index in `folder`; the browser gives the same answer.

    Raises NoIndexError (store.py) where no build has left a whole index there.
    """
    table = read_word_table(folder)
    with closing(IndexReader(folder)) as reader:
        reply = answer(reader, table, query, limit=limit, prefix=prefix)
        reasons = explain(reader, reply.question, reply.hits) if explained else ()
    return replace(reply, explanations=reasons)


def answer(
    reader: IndexReader,
    table: WordTable,
    query: str,
    *,
    limit: int = MOST_SHOWN,
    prefix: bool = False,
) -> Reply:
    """Ask an open index."""
    question = build_question(table, query, prefix)
    found = rank_pages(reader, question, table.names)
    return Reply(question, found.hits[:limit], len(found.hits), found.also)


def render_text(reply: Reply) -> str:
    """A reply for reading: a line per page, and below it its best sections and the reasons."""
    lines = [*_render_remarks(reply)]
    for place, hit in enumerate(reply.hits):
        lines.append(f"{hit.score:9.3f}  {hit.url}  {hit.title}")
        lines += [f"           #{s.anchor}  {s.heading}" for s in hit.sections if s.anchor]
        if reply.explanations:
            lines += [f"           {line}" for line in reply.explanations[place].render()]
    return "\n".join(lines)


def render_json(reply: Reply) -> str:
    """The hits for programs: a list of url, title, score and sections, best first."""
    found = [
        {
            "url": hit.url,
            "title": hit.title,
            "score": hit.score,
            "sections": [
                {"anchor": part.anchor, "heading": part.heading, "score": part.score}
                for part in hit.sections
            ],
        }
        for hit in reply.hits
    ]
    return json.dumps(found, ensure_ascii=False, indent=2)


def _render_remarks(reply: Reply) -> list[str]:
    question = reply.question
    remarks = [
        (question.cut, "de vraag is lang: alleen het begin telt"),
        (question.corrected, f"bedoelde u: {question.corrected}"),
        (reply.also, f"zoekt ook naar: {', '.join(reply.also)}"),
        (not reply.hits, "niets gevonden"),
        (len(reply.hits) < reply.count, f"de eerste {len(reply.hits)} van {reply.count} pagina's"),
    ]
    return [text for said, text in remarks if said]
