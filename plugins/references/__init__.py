"""References in Pelican: citations in pages, and the sources with who cites them for the page of
sources.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from pelican import Pelican, signals

from plugins.references.bibliography import read_bibliography
from plugins.references.markdown import CitationExtension
from plugins.references.render import Reference, find_citing, render_references


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


def _add_citations(pelican: Pelican) -> None:
    settings = pelican.settings
    references = render_references(read_bibliography(Path(settings["PATH"])))
    settings["REFERENCES"] = references
    settings.setdefault("MARKDOWN_EXTENSIONS", {})["citations"] = partial(
        CitationExtension, references
    )


def _list_sources(generator: Any) -> None:
    references: Mapping[str, Reference] = generator.settings["REFERENCES"]
    texts: Mapping[str, str] = generator.settings["PAGE_TEXTS"]
    pages = {page.written.path: page for page in generator.pages}
    citing = find_citing({path: page.written.full_text(texts) for path, page in pages.items()})
    generator.context["sources"] = tuple(
        Listed(
            reference.key, reference.html, reference.note, reference.seen,
            tuple((pages[path].title, pages[path].url) for path in citing.get(key, ())),
        )
        for key, reference in references.items()
    )  # fmt: skip


def register() -> None:
    """Connect to Pelican; only get_generators is sent on each rebuild before reading."""
    signals.get_generators.connect(_add_citations)
    signals.page_generator_finalized.connect(_list_sources)
