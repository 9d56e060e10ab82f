"""The glossary as Markdown: the text of the page of terms, A to Z, that is rendered like any other
page.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from plugins.core.dutch import sort_key
from plugins.core.use import Use, render_uses
from plugins.glossary.term import Term

_MOST_USES = 6  # pages named below a term; more would bury the next one


def render_terms(
    terms: Iterable[Term], uses: Mapping[str, Sequence[Use]] = MappingProxyType({})
) -> str:
    """Return the terms as a Markdown definition list under a heading per letter.

    `uses` holds, by the anchor of a term, where it is used.
    """
    by_name = sorted((term for term in terms if term.id), key=_filing_key)
    return "\n".join(
        f"\n## {letter} {{#letter-{letter.lower()}}}\n\n"
        + "".join(_render_term(term, uses.get(term.id, ())) for term in group)
        for letter, group in groupby(by_name, key=lambda term: term.id[0].upper())
    )


def _filing_key(term: Term) -> tuple[str, tuple[str, str]]:
    """Sort by the letter of the heading first: a term may open with a quote or a bracket."""
    return term.id[0], sort_key(term.term)


def _render_term(term: Term, uses: Sequence[Use]) -> str:
    caveat = f" *{term.caveat}*" if term.caveat else ""
    text = f"{term.name} {{#{term.id}}}\n:   {term.meaning}{caveat}\n"
    return f"{text}{_render_uses(uses)}\n"


def _render_uses(uses: Sequence[Use]) -> str:
    """Return a second definition that links to the pages on which a term is used."""
    pages: dict[str, Use] = {}
    for use in uses:
        pages.setdefault(use.title, use)
    if not pages:
        return ""
    more = len(pages) - _MOST_USES
    rest = f" en nog {more} {'pagina' if more == 1 else 'pagina’s'}" if more > 0 else ""
    named = render_uses(tuple(pages.values())[:_MOST_USES])
    return f":   Gebruikt op: {named}{rest}.\n    {{: .gebruikt }}\n"


def find_synonyms(terms: Iterable[Term]) -> tuple[tuple[str, str], ...]:
    """Return pairs of what a visitor may type and the term it stands for, sorted."""
    pairs = {
        (word, term.term)
        for term in terms
        for word in (term.abbreviation, *term.search_words)
        if word and term.term
    }
    return tuple(sorted(pairs))
