"""A built site, ready to be sent: its list of files, and where each of them stands on this disk."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from plugins.core.manifest import Manifest
from plugins.publish.compressed import find_twins
from plugins.publish.plan import Plan

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Shipment:
    """`twins` are packed files by their name in the site; empty for a host that packs itself."""

    site: Path
    manifest: Manifest
    plan: Plan
    twins: Mapping[str, Path] = field(default_factory=dict)

    def find(self, name: str) -> Path:
        """Return the file that goes to the path `name` of the site."""
        return self.twins.get(name, self.site / name)

    def spread(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return names, each followed by those of its packed files."""
        return tuple(one for name in names for one in (name, *self._find_twins(name)))

    def _find_twins(self, name: str) -> tuple[str, ...]:
        return find_twins(name) if self.twins else ()


class Progress:
    """Says how far a long list has come: at each tenth of it."""

    def __init__(self, say: Say, what: str, total: int) -> None:
        self.say, self.what, self.total, self.done = say, what, total, 0

    def step(self, count: int = 1) -> None:
        """Count files that are done."""
        before = self.done * 10 // self.total if self.total else 10
        self.done += count
        if self.total and self.done * 10 // self.total > before:
            self.say(f"{self.what}: {self.done} van {self.total}")
