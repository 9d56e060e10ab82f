"""References in Pelican: the sources with who cites them, for the page of sources."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pelican import signals

from plugins.references.render import Reference


@dataclass(frozen=True, slots=True)
class Listed:
    """A source on the page of sources; `cited_by` holds title and address of each page that cites
    it.
    """

    key: str
    html: str
    note: str
    seen: bool
    cited_by: tuple[tuple[str, str], ...]


def _list_sources(generator: Any) -> None:
    settings = generator.settings
    references: Mapping[str, Reference] = settings["REFERENCES"]
    pages = {page.written.path: page for page in generator.pages}
    generator.context["sources"] = tuple(
        Listed(
            reference.key, reference.html, reference.note, reference.seen,
            tuple((pages[path].title, pages[path].url) for path in settings["CITING"].get(key, ())),
        )
        for key, reference in references.items()
    )  # fmt: skip


def register() -> None:
    """Connect to Pelican."""
    signals.page_generator_finalized.connect(_list_sources)
