"""What can be wrong with the glossary."""

from collections.abc import Iterator

from plugins.core.problem import Problem
from plugins.core.schema import check_fields
from plugins.glossary.term import FIELDS, Glossary


def check_glossary(glossary: Glossary) -> Iterator[Problem]:
    """Yield what is wrong with the fields of the terms, and terms that stand there twice."""
    for entry in glossary.entries:
        yield from check_fields(entry, FIELDS, glossary.source.path)
    seen: dict[str, int] = {}
    for term in glossary.terms:
        if term.id and term.id in seen:
            yield Problem(
                glossary.source.path, term.line, term.column, "BGR001",
                f"het begrip «{term.term}» staat er twee keer (eerder op regel {seen[term.id]})",
                "Voeg de twee samen.",
            )  # fmt: skip
        seen.setdefault(term.id, term.line)
