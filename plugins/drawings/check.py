"""What can be wrong with a call-out that draws: what it draws from, and words that do not fit."""

import re
from collections.abc import Iterator

from plugins.core.problem import Problem
from plugins.core.source import Source
from plugins.drawings.drawing import KINDS
from plugins.drawings.outline import Outline, Part, find_empty_charts, find_outlines

LONGEST_LABEL = 24
LONGEST_TEXT = {"stroom": 90, "stappen": 90, "rollen": 90, "tijdlijn": 160}
MOST_ROLES = 8

_FORMS = {
    "ol": ("een genummerde lijst", "1. **Politie** Meldt het bezoek."),
    "ul": ("een lijst met streepjes", "- **Gemeente** Maakt de afspraken."),
    "table": ("een tabel", "| Wanneer | Wat |"),
}
_CITATIONS = re.compile(r" ?\[[^\[\]@]*@[^\[\]]*\]")
_LINK = re.compile(r"\[(?P<words>[^\[\]]*)\]\([^()]*\)")
_SIGNS = re.compile(r"[*_`\\]|\{[^{}]*\}")


def check_drawings(source: Source, start: int) -> Iterator[Problem]:
    """Yield Problems for the call-outs that draw in `source` from offset `start` on."""
    for outline in find_outlines(source.text[start:]):
        if outline.form != KINDS[outline.kind]:
            yield _wrong_form(source, start, outline)
            continue
        yield from _check_whole(source, start, outline)
        for part in outline.parts:
            yield from _check_part(source, start + part.offset, outline.kind, part)
    for offset in find_empty_charts(source.text[start:]):
        yield source.problem(
            start + offset, "TEK009", "«staven» tekent een tabel, en die staat hier niet",
            "Zet in het kader een tabel, of het kenmerk van een tabel: «[#kenmerk]».",
        )  # fmt: skip


def _wrong_form(source: Source, start: int, outline: Outline) -> Problem:
    form, example = _FORMS[KINDS[outline.kind]]
    return source.problem(
        start + outline.offset, "TEK001", f"«{outline.kind}» tekent {form}, en die staat hier niet",
        f"Schrijf in het kader, na een lege regel als er tekst boven staat: «{example}».",
    )  # fmt: skip


def _check_whole(source: Source, start: int, outline: Outline) -> Iterator[Problem]:
    place, count = start + outline.offset, len(outline.parts)
    if count < 2:
        yield source.problem(
            place, "TEK002", f"deze tekening heeft te weinig onderdelen ({count})",
            "Geef er minstens twee, of maak er gewone tekst van.",
        )  # fmt: skip
    if outline.kind == "rollen" and count > MOST_ROLES:
        yield source.problem(
            place, "TEK003", f"om het midden passen {MOST_ROLES} rollen; dit zijn er {count}",
            "Voeg rollen samen, of maak twee tekeningen.",
        )  # fmt: skip
    if outline.kind == "rollen" and not outline.title:
        yield source.problem(
            place, "TEK004", "deze tekening heeft geen titel, en die staat in het midden",
            'Schrijf «!!! rollen "Titel"».',
        )  # fmt: skip
    if outline.kind == "tijdlijn" and outline.columns != 2:
        yield source.problem(
            place, "TEK005", f"een tijdlijn heeft twee kolommen; deze heeft er {outline.columns}",
            "Zet in de eerste kolom het moment en in de tweede wat er gebeurde.",
        )  # fmt: skip


def _check_part(source: Source, place: int, kind: str, part: Part) -> Iterator[Problem]:
    if not part.label.strip():
        row = kind == "tijdlijn"
        yield source.problem(
            place, "TEK006", f"{'deze rij' if row else 'dit onderdeel'} heeft geen naam",
            "Vul de eerste cel." if row else "Begin met een vet woord: «**Politie** Meldt …».",
        )  # fmt: skip
    label, text = _count(part.label), _count(part.text)
    if label > LONGEST_LABEL:
        yield source.problem(
            place, "TEK007", f"deze naam is lang voor een tekening: {label} tekens",
            f"Maak hem korter: hooguit {LONGEST_LABEL} tekens.", stops=False,
        )  # fmt: skip
    if text > LONGEST_TEXT[kind]:
        yield source.problem(
            place, "TEK008", f"deze tekst is lang voor een tekening: {text} tekens",
            f"Houd hem onder de {LONGEST_TEXT[kind]} tekens, en leg de rest uit onder de tekening.",
            stops=False,
        )  # fmt: skip


def _count(markdown: str) -> int:
    """Return how many signs a reader sees; citations do not count."""
    text = _CITATIONS.sub("", " ".join(markdown.split()))
    return len(_SIGNS.sub("", _LINK.sub(r"\g<words>", text)).strip())
