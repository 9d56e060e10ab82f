"""What each feature finds of the hub in Pelican's settings."""

from collections.abc import Mapping
from typing import Any

from plugins.glossary.markdown import find_synonyms
from plugins.hub.rendering import RenderedHub


def build_settings(rendered: RenderedHub) -> Mapping[str, Any]:
    """Return settings by name."""
    hub = rendered.hub
    return {
        "PAGES": {page.path: page for page in hub.reading.pages},
        "RENDERINGS": rendered.renderings,
        "REFERENCES": rendered.references,
        "CITING": rendered.citing,
        "SEARCH_SYNONYMS": find_synonyms(hub.glossary.terms),
    }
