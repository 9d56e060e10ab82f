"""What can be wrong with the clauses of the councillor's text, and with marks of them in pages."""

import re
from collections.abc import Iterable, Iterator

from plugins.coalition.clause import LISTS
from plugins.coalition.coalition import Coalition
from plugins.coalition.compose import find_clashes
from plugins.coalition.fields import FIELDS
from plugins.coalition.lexicon import Lexicon
from plugins.coalition.mark import TEMPLATES, can_vary, find_marks, find_names
from plugins.core.problem import Problem
from plugins.core.schema import check_fields
from plugins.core.source import Source
from plugins.core.suggest import render_hint
from plugins.core.yaml import Fields, Items, Scalar, Value

_PLACEHOLDER = re.compile(r"\{[^{}\n]*\}")
_PLACEHOLDERS = ("{steun}", "{signaal}")
_WAYS = "Schrijf «{steun}», «{signaal}» of «[naam gemeente]»."
_NOT_TO_COPY = re.compile(r"\[@|\]\(|\*\*")
_CITATION = re.compile(r"\[@[^\[\]]+\]")


def check_coalition(coalition: Coalition) -> Iterator[Problem]:
    """Yield what is wrong with the file: its fields, names, texts to copy, and the start."""
    if coalition.value is None:
        return
    path = coalition.source.path
    yield from check_fields(coalition.value, FIELDS, path)
    for entries in (coalition.clauses, coalition.deadlines, coalition.forms):
        yield from _check_once((entry.fields for entry in entries), path)
    yield from _check_names(coalition)
    yield from _check_texts(coalition, path)
    yield from _check_sources(coalition, path)
    yield from _check_start(coalition, path)


def _check_once(entries: Iterable[Fields], path: str) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for fields in entries:
        name = fields.text("id")
        if name and name in seen:
            yield Problem(
                path, fields.line, fields.column, "COA001",
                f"het kenmerk «{name}» staat er twee keer (eerder op regel {seen[name]})",
                "Geef elk een eigen «id».",
            )  # fmt: skip
        seen.setdefault(name, fields.line)


def _check_names(coalition: Coalition) -> Iterator[Problem]:
    """Yield a Problem for each name in the start, the clashes and the forms that nothing has."""
    clauses = tuple(clause.id for clause in coalition.clauses)
    deadlines = tuple(deadline.id for deadline in coalition.deadlines)
    forms = tuple(form.id for form in coalition.forms)
    path = coalition.source.path
    value = coalition.value
    start = value.get("begin") if isinstance(value, Fields) else None
    yield from _check_list(start, "vorm", forms, path)
    yield from _check_list(start, "termijn", deadlines, path)
    yield from _check_list(start, "delen", clauses, path)
    for clash in _find_entries(value, "botsingen"):
        yield from _check_list(clash, "met", clauses, path)
        yield from _check_list(clash, "zonder", clauses, path)
        yield from _check_list(clash, "termijnen", deadlines, path)
    for form in coalition.forms:
        for step in _find_entries(form.fields, "opbouw"):
            for name in ("alineas", "punten", "nummers"):
                yield from _check_list(step, name, LISTS, path)


def _find_entries(value: Value | None, name: str) -> tuple[Value, ...]:
    found = value.get(name) if isinstance(value, Fields) else None
    return found.items if isinstance(found, Items) else ()


def _check_list(
    entry: Value | None, name: str, known: tuple[str, ...], path: str
) -> Iterator[Problem]:
    value = entry.get(name) if isinstance(entry, Fields) else None
    items = value.items if isinstance(value, Items) else (value,)
    for item in items:
        if isinstance(item, Scalar) and item.text and item.text not in known:
            hint = render_hint(item.text, known, f"Kies uit: {', '.join(known)}.")
            yield Problem(
                path, item.line, item.column, "COA002",
                f"«{item.text}» bij «{name}» bestaat niet", hint,
            )  # fmt: skip


def _check_texts(coalition: Coalition, path: str) -> Iterator[Problem]:
    """Yield Problems for what cannot stand in a text that readers copy."""
    for clause in coalition.clauses:
        for text in _find_scalars(clause.fields.get("teksten")):
            yield from _check_text(text, _PLACEHOLDERS, path)
    for deadline in coalition.deadlines:
        for name in ("steun", "signaal"):
            for text in _find_scalars(deadline.fields.get(name)):
                yield from _check_text(text, (), path)


def _check_text(text: Scalar, known: tuple[str, ...], path: str) -> Iterator[Problem]:
    for match in _PLACEHOLDER.finditer(text.text):
        if match.group() not in known:
            yield Problem(
                path, text.line, text.column, "COA003",
                f"«{match.group()}» staat nergens voor",
                render_hint(match.group(), known, _WAYS),
            )  # fmt: skip
    if _NOT_TO_COPY.search(text.text):
        yield Problem(
            path, text.line, text.column, "COA004",
            "in een tekst om over te nemen staat een verwijzing, link of opmaak",
            "Zet de verwijzing bij «bron» of «voorbehoud», en laat opmaak weg.",
        )  # fmt: skip


def _find_scalars(value: Value | None) -> Iterator[Scalar]:
    match value:
        case Scalar():
            yield value
        case Items():
            for item in value.items:
                yield from _find_scalars(item)
        case Fields():
            for _, inner in value.fields:
                yield from _find_scalars(inner)


def _check_sources(coalition: Coalition, path: str) -> Iterator[Problem]:
    clauses = (clause.fields for clause in coalition.clauses)
    deadlines = (deadline.fields for deadline in coalition.deadlines)
    for fields in (*clauses, *deadlines):
        for source in _find_scalars(fields.get("bron")):
            if source.text and not _CITATION.search(source.text):
                yield Problem(
                    path, source.line, source.column, "COA005",
                    f"bij «{fields.text('naam')}» staat geen bron", "Schrijf «[@sleutel, plaats]».",
                )  # fmt: skip


def _check_start(coalition: Coalition, path: str) -> Iterator[Problem]:
    """Yield a Problem when what a reader starts with cannot go together."""
    start = coalition.value.get("begin") if isinstance(coalition.value, Fields) else None
    for clash in find_clashes(coalition, coalition.start):
        if clash.blocks and start:
            yield Problem(
                path, start.line, start.column, "COA006",
                f"waarmee een lezer begint, kan niet samen: {clash.explanation}",
                "Kies bij «begin» een andere termijn of andere delen.",
            )  # fmt: skip


def check_marks(
    source: Source, start: int, template: str, coalition: Coalition
) -> Iterator[Problem]:
    """Yield Problems for the marks in the text of `source` from `start` on, a page of `template`.

    Without the file no mark is known; what is wrong with the file is told there.
    """
    if coalition.problems:
        return
    names = find_names(coalition)
    for mark in find_marks(source.text[start:]):
        if mark.name not in names:
            message = f"«{mark.name}» staat niet in coalitietekst.yaml"
            hint = render_hint(mark.name, names, f"Kies uit: {', '.join(names)}.")
        elif not can_vary(mark, coalition):
            message = f"«{mark.name}» heeft geen variant «{mark.variant}»"
            hint = "Schrijf «[=kenmerk, kort]», met kort, gewoon of uitgebreid, bij een onderdeel."
        elif not mark.alone:
            message = f"«[={mark.name}]» kan niet in een regel met andere tekst staan"
            hint = "Zet het merk op een eigen regel."
        elif mark.name in TEMPLATES and template != TEMPLATES[mark.name]:
            message = f"«[={mark.name}]» kan alleen op een pagina met een eigen sjabloon"
            hint = f"Voeg bovenaan «sjabloon: {TEMPLATES[mark.name]}» toe, of haal het merk weg."
        else:
            continue
        yield source.problem(start + mark.offset, "COA007", message, hint)


def check_subjects(lexicon: Lexicon, coalition: Coalition) -> Iterator[Problem]:
    """Yield a Problem for each subject of the test that has no clause to offer."""
    clauses = tuple(clause.id for clause in coalition.clauses)
    for subject in lexicon.subjects:
        if coalition.value is not None and subject.id and subject.id not in clauses:
            yield Problem(
                lexicon.source.path, subject.fields.line, subject.fields.column, "COA010",
                f"het onderwerp «{subject.id}» heeft geen onderdeel in coalitietekst.yaml",
                render_hint(subject.id, clauses, f"Kies uit: {', '.join(clauses)}."),
            )  # fmt: skip
