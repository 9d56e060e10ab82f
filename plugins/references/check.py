"""What can be wrong with citations: in running text, and where none can be."""

import re
from collections.abc import Iterator

from plugins.core.code import blank_code
from plugins.core.problem import Problem
from plugins.core.source import Source
from plugins.core.suggest import render_hint
from plugins.core.yaml import Fields
from plugins.references.bibliography import Bibliography
from plugins.references.citation import Citation, Malformed, find_citations

# One word behind the colon: Markdown takes that for the address of a link, and shows nothing of it.
_DEFINITION = re.compile(
    r"^ {0,3}\[[^\[\]\n]*@[^\[\]\n]*\](?=: *(?:\n *)?\S+ *(?:\n *)?(?:[\"'(].*)?$)", re.M
)

# A key in brackets as in [@key], but for its sign; brackets behind it would make it a link.
_BARE = re.compile(r"(?<![\]\\!])\[-?(?P<key>\w[\w:.#$%&+?<>~/-]*)(?:,[^\[\]\n@]*)?\](?![(\[:])")


def check_citations(text: Source, start: int, bibliography: Bibliography) -> Iterator[Problem]:
    """Yield Problems for the citations in `text` from offset `start` on."""
    if bibliography.problems and not bibliography.works:
        return  # without the file every key would be unknown, and hide what is really wrong
    for lost in _DEFINITION.finditer(blank_code(text.text[start:])):
        yield text.problem(
            start + lost.start(), "REF004",
            f"door de dubbele punt verdwijnt dit: «{lost.group()}:»",
            "Zet de verwijzing achter de tekst, of haal de dubbele punt weg.",
        )  # fmt: skip
    keys = bibliography.keys
    for found in find_citations(text.text[start:]):
        if isinstance(found, Malformed):
            yield text.problem(
                start + found.offset, "REF004", f"deze verwijzing is niet te lezen: «{found.text}»",
                "Schrijf «[@sleutel]», «[@sleutel, p. 12]» of «[@een; @twee]».",
            )  # fmt: skip
        elif found.key not in keys:
            yield text.problem(
                start + found.offset, "REF001",
                f"de bron «{found.key}» staat niet in bronnen.bib",
                render_hint(found.key, keys, _find_way_out(found)),
            )  # fmt: skip


def _find_way_out(citation: Citation) -> str:
    """Return what to do with an unknown key; outside brackets it may be no citation at all."""
    mend = "Verbeter de sleutel of voeg de bron toe."
    return mend if citation.form == "cluster" else f"{mend} Schrijf «\\@» als u geen bron bedoelt."


def check_bare_keys(text: Source, start: int, bibliography: Bibliography) -> Iterator[Problem]:
    """Yield Problems for keys of sources in brackets without a sign @, in `text` from offset
    `start` on: a page, as brackets are lists in a data file.
    """
    keys = bibliography.keys
    for bare in _BARE.finditer(blank_code(text.text[start:])):
        if bare["key"] in keys:
            yield text.problem(
                start + bare.start("key"), "REF004",
                f"voor de sleutel «{bare['key']}» ontbreekt een apenstaartje",
                f"Schrijf «[@{bare['key']}]». Schrijf «\\[» als u geen bron bedoelt.",
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
