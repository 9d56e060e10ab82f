"""Sentences for texts: words, marks of sources and figures, links to pages that are there."""

import posixpath
from pathlib import Path

from tests.publish.edits.files import choose, find_texts, read

WORDS = (
    "Een seintje over de meldcode.", "Dit staat in het plan [@plan-2018, p. 7].",
    "Volgens [@BRIEF; @plan-2018] kan het.", "Er zijn [#scholen, waarde] en [#gemeenten].",
    "In [%naam] werkt [%eigenaar] mee.", "Het signaal komt vóór de les.",
    "Kinderveiligheidsoverleg.", "Lees [meer](LINK).", "Kijk bij [het begin](LINK#begin).",
    "*Nadruk* en `code`.", "De gemeente kijkt mee.", "Wie belt de schoolpoort?",
    "## Nog een kop {#nog-een-kop}\n\nMet tekst.", "| a | b |\n|---|---|\n| 1 | 2 |",
)  # fmt: skip


def find_key(project: Path) -> str:
    """Return the key that a source has now."""
    return "brief-26" if "{brief-26," in read(project, "content/bronnen.bib") else "brief-2026"


def make_sentence(project: Path, path: str, number: int) -> str:
    """Return a sentence for the page at `path`, with marks and links that are right there."""
    text = choose(WORDS, number).replace("BRIEF", find_key(project))
    anchored = "LINK#" in text
    targets = [
        name
        for name in find_texts(project)
        if name not in (path, "pages/404.md")
        and (not anchored or "{#begin}" in read(project, f"content/{name}"))
    ]
    if not targets:
        return "Niets om naar te wijzen."
    return text.replace("LINK", posixpath.relpath(choose(targets, number), posixpath.dirname(path)))
