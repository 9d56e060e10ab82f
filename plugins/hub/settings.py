"""What each feature finds of the hub in Pelican's settings."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from plugins.costs.export import build_calculator
from plugins.figures.export import render_csv
from plugins.glossary.markdown import find_synonyms
from plugins.hub.coalition import build_coalition, render_coalition_files
from plugins.hub.costs import find_known
from plugins.hub.rendering import RenderedHub
from plugins.hub.sharing import render_shared_files
from plugins.hub.usage import build_uses
from plugins.pages.review import find_reviews, render_reviews
from plugins.references.export import render_bib, render_csl_json, render_ris
from plugins.references.source_page import build_source_pages

_REVIEWS = "herziening/paginas.json"


def build_settings(rendered: RenderedHub, today: date) -> Mapping[str, Any]:
    """Return settings by name; `today` decides which reviews are overdue."""
    hub = rendered.hub
    pages = {page.path: page for page in hub.reading.pages}
    reviews = find_reviews(hub.reading.pages, today)
    region = hub.region.region
    shown = {path: (page.title, page.address) for path, page in pages.items()}
    return {
        "BASE_PATH": rendered.base,
        "PAGES": pages,
        "RENDERINGS": rendered.renderings,
        "RELATED": rendered.related,
        "REVIEWS": reviews,
        "OVERDUE": frozenset(review.path for review in reviews if review.overdue),
        "SOURCE_PAGES": build_source_pages(
            rendered.references, hub.bibliography, rendered.places, shown
        ),
        "HUB_FILES": {
            **render_files(rendered),
            _REVIEWS: render_reviews(reviews, region.adres, region.eigenaar).encode(),
        },
        "CALCULATOR": build_calculator(hub.costs.model, find_known(hub.register)),
        "COALITION": build_coalition(hub),
        "SEARCH_SYNONYMS": find_synonyms(hub.glossary.terms),
    }


def render_files(rendered: RenderedHub) -> Mapping[str, bytes]:
    """Return the files that go beside the pages, by their path from the root of the site."""
    hub = rendered.hub
    uses = build_uses(rendered.usage.figures, hub.reading.pages)
    return {
        "bronnen/bronnen.bib": render_bib(hub.bibliography).encode(),
        "bronnen/bronnen.ris": render_ris(hub.bibliography).encode(),
        "bronnen/bronnen.json": render_csl_json(hub.bibliography).encode(),
        "cijfers/cijfers.csv": render_csv(hub.register, uses),
        **render_coalition_files(hub),
        **render_shared_files(hub, rendered.references),
    }
