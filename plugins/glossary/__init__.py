"""The glossary in Pelican: the text of its page, and its everyday words for the search."""

from pathlib import Path

from pelican import Pelican, signals

from plugins.glossary.markdown import find_synonyms, render_terms
from plugins.glossary.term import read_glossary


def _add_terms(pelican: Pelican) -> None:
    terms = read_glossary(Path(pelican.settings["PATH"])).terms
    pelican.settings.setdefault("PAGE_TEXTS", {})["begrippen"] = render_terms(terms)
    pelican.settings["SEARCH_SYNONYMS"] = find_synonyms(terms)


def register() -> None:
    """Connect to Pelican; only get_generators is sent on each rebuild before reading."""
    signals.get_generators.connect(_add_terms)
