"""What is remembered of each address between runs, so that sites are asked seldom and one bad day
is no verdict.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from plugins.links.answer import Answer, Kind

REST = timedelta(days=7)  # how long an address that answered is left alone
PATIENCE = 3  # days on which an address must have failed, one after the other


@dataclass(frozen=True, slots=True)
class Memory:
    """The last answer of an address, the ISO day of it, and on how many days in a row it failed."""

    kind: Kind
    detail: str
    day: str
    failures: int = 0

    @property
    def is_lost(self) -> bool:
        """Tell whether it failed so often that someone must look."""
        return self.failures >= PATIENCE


Memories = Mapping[str, Memory]


def read_memories(path: Path) -> Memories:
    """Return what an earlier run wrote; a file that cannot be understood is as good as none."""
    try:
        return {url: Memory(**one) for url, one in json.loads(path.read_text("utf-8")).items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def write_memories(path: Path, memories: Memories) -> None:
    """Write what the next run needs to know."""
    path.parent.mkdir(parents=True, exist_ok=True)
    data = {url: asdict(memories[url]) for url in sorted(memories)}
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def find_due(addresses: Iterable[str], memories: Memories, today: date) -> tuple[str, ...]:
    """Return the addresses to ask today: new ones, those that failed, those long not asked."""
    return tuple(url for url in sorted(addresses) if _is_due(memories.get(url), today))


def _is_due(memory: Memory | None, today: date) -> bool:
    if memory is None:
        return True
    rest = timedelta(days=1) if memory.kind == "broken" else REST
    return today - date.fromisoformat(memory.day) >= rest


def remember(memory: Memory | None, answer: Answer, today: date) -> Memory:
    """Return what is known of an address after an answer; a second failure on one day counts
    once.
    """
    new = Memory(answer.kind, answer.detail, today.isoformat())
    if answer.kind != "broken":
        return new
    before = memory or Memory("works", "", "")
    return replace(new, failures=before.failures + (before.day != new.day or not before.failures))
