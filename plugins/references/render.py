"""Citations and source entries as HTML, and which pages cite which source."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape

from pybtex.backends.html import Backend as HtmlBackend

from plugins.references.bibliography import Bibliography
from plugins.references.citation import Citation, find_citations
from plugins.references.label import Label, build_labels, filing_key
from plugins.references.style import DutchStyle


@dataclass(frozen=True, slots=True)
class Reference:
    """A source as pages show it: its label for citations and its full entry as HTML."""

    key: str
    label: Label
    html: str
    note: str
    seen: bool


def render_references(bibliography: Bibliography) -> Mapping[str, Reference]:
    """Return every source by key, in the order of a Dutch source list."""
    labels = build_labels(bibliography)
    style = DutchStyle({key: label.year for key, label in labels.items()})
    return {
        located.key: Reference(
            key=located.key,
            label=labels[located.key],
            html=style.render(located.work).render(HtmlBackend()),
            note=located.text("note"),
            seen=located.text("gezien") == "ja",
        )
        for located in sorted(bibliography.works, key=filing_key)
        if located.text("title")
    }


def render_source_list(references: Iterable[Reference]) -> str:
    """Return the list of sources that closes a page."""
    items = "".join(
        f'<li id="bron-{escape(reference.key)}">{reference.html}</li>' for reference in references
    )
    return (
        '<section class="bronnenlijst" id="bronnen" data-search-skip>'
        f"<h2>Bronnen op deze pagina</h2><ol>{items}</ol></section>"
    )


def find_citing(bodies: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    """Return, by source key, the paths of the pages that cite it, given each page's Markdown by
    path.
    """
    citing: dict[str, set[str]] = defaultdict(set)
    for path, body in bodies.items():
        for found in find_citations(body):
            if isinstance(found, Citation):
                citing[found.key].add(path)
    return {key: tuple(sorted(paths)) for key, paths in sorted(citing.items())}
