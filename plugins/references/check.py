"""What can be wrong with citations and sources."""

from collections.abc import Iterator

from plugins.core.problem import Problem
from plugins.core.source import Source
from plugins.core.suggest import render_hint
from plugins.core.yaml import Fields
from plugins.references.bibliography import Bibliography
from plugins.references.citation import Malformed, find_citations, find_loose_keys

_SEEN = ("ja", "nee")


def check_citations(text: Source, start: int, bibliography: Bibliography) -> Iterator[Problem]:
    """Yield Problems for the citations in `text` from offset `start` on."""
    if bibliography.problems and not bibliography.works:
        return  # without the file every key would be unknown, and hide what is really wrong
    keys = bibliography.keys
    for loose in find_loose_keys(text.text[start:]):
        if loose.key in keys:
            yield text.problem(
                start + loose.offset, "REF004",
                f"deze verwijzing staat niet tussen haken: «@{loose.key}»",
                f"Schrijf «[@{loose.key}]», of «\\@» als u geen bron bedoelt.",
            )  # fmt: skip
    for found in find_citations(text.text[start:]):
        offset = start + found.offset
        if isinstance(found, Malformed):
            yield text.problem(
                offset, "REF004", f"deze verwijzing is niet te lezen: «{found.text}»",
                "Schrijf «[@sleutel]», «[@sleutel, p. 12]» of «[@een; @twee]».",
            )  # fmt: skip
        elif found.key not in keys:
            yield text.problem(
                offset, "REF001", f"de bron «{found.key}» staat niet in bronnen.bib",
                render_hint(found.key, keys, "Verbeter de sleutel of voeg de bron toe."),
            )  # fmt: skip


def check_fields_without_citation(fields: Fields, file: str) -> Iterator[Problem]:
    """Yield Problems for citations in fields that are shown as plain text."""
    for name in ("titel", "samenvatting", "menu"):
        value = fields.get(name)
        if value is not None and any(find_citations(fields.text(name))):
            yield Problem(
                file, value.line, value.column, "REF007",
                f"in «{name}» kan geen verwijzing staan", "Zet de verwijzing in de tekst.",
            )  # fmt: skip


def check_bibliography(bibliography: Bibliography, path: str) -> Iterator[Problem]:
    """Yield what is wrong with the entries of the .bib file that messages call `path`."""
    for located in bibliography.works:
        if not located.text("title"):
            yield Problem(
                path, located.line, 1, "REF005", f"bij de bron «{located.key}» ontbreekt de titel",
                "Voeg toe: «title = {…},».",
            )  # fmt: skip
        if located.text("gezien") not in _SEEN:
            yield Problem(
                path, located.line, 1, "REF006",
                f"bij de bron «{located.key}» staat niet of een redacteur haar heeft gezien",
                "Voeg toe: «gezien = {ja},» of «gezien = {nee},».",
            )  # fmt: skip
