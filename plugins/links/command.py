"""The chore `invoke links`: asks what is due, remembers it, tells what is wrong."""

import sys
from datetime import date
from pathlib import Path

from plugins.links.linkchecker import Manners, MissingError, ask
from plugins.links.memory import find_due, read_memories, remember, write_memories
from plugins.links.report import Places, render_report

MEMORY = "links.json"


def run_links(
    places: Places,
    folder: Path,
    today: date,
    *,
    every: bool = False,
    manners: Manners | None = None,
) -> int:
    """Ask the addresses in `places` that are due, or all with `every`; return the exit code.

    It is 1 when an address has failed on several days in a row, 2 when nothing could be asked,
    else 0. What is remembered stands in `folder`.
    """
    memories = dict(read_memories(folder / MEMORY))
    due = tuple(sorted(places)) if every else find_due(places, memories, today)
    try:
        answers = ask(due, folder, manners or Manners()) if due else {}
    except MissingError:
        print("LinkChecker ontbreekt. Zet hem klaar met: make test", file=sys.stderr)
        return 2
    for url in due:
        if url in answers:
            memories[url] = remember(memories.get(url), answers[url], today)
    kept = {url: memory for url, memory in memories.items() if url in places}
    write_memories(folder / MEMORY, kept)
    print(render_report(places, kept))
    return int(any(memory.is_lost for memory in kept.values()))
