"""The glossary as Markdown: the text of the page of terms, A to Z, that is rendered like any other
page.
"""

from collections.abc import Iterable
from itertools import groupby

from plugins.core.dutch import sort_key
from plugins.glossary.term import Term


def render_terms(terms: Iterable[Term]) -> str:
    """Return the terms as a Markdown definition list under a heading per letter."""
    by_name = sorted((term for term in terms if term.id), key=_filing_key)
    return "\n".join(
        f"\n## {letter} {{#letter-{letter.lower()}}}\n\n{''.join(map(_render_term, group))}"
        for letter, group in groupby(by_name, key=lambda term: term.id[0].upper())
    )


def _filing_key(term: Term) -> tuple[str, tuple[str, str]]:
    """Sort by the letter of the heading first: a term may open with a quote or a bracket."""
    return term.id[0], sort_key(term.term)


def _render_term(term: Term) -> str:
    name = f"{term.term} ({term.abbreviation})" if term.abbreviation else term.term
    return f"{name} {{#{term.id}}}\n:   {term.meaning}\n\n"


def find_synonyms(terms: Iterable[Term]) -> tuple[tuple[str, str], ...]:
    """Return pairs of what a visitor may type and the term it stands for, sorted."""
    pairs = {
        (word, term.term)
        for term in terms
        for word in (term.abbreviation, *term.search_words)
        if word and term.term
    }
    return tuple(sorted(pairs))
