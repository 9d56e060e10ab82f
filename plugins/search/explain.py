"""Why a page stands where it does: every term that counted, field by field, for `--explain`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plugins.search.fields import LAYERS, PAGES, SECTIONS, Field
from plugins.search.index import IndexReader
from plugins.search.question import Group, Question
from plugins.search.rank import Hit


@dataclass(frozen=True, slots=True)
class Reason:
    """One term in one field: `worth` is weight × boost × the score that the rest gives."""

    word: str
    term: str
    weight: float
    field: str
    boost: float
    idf: float
    frequency: int
    length: int
    average: float
    worth: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """What counted for the best section of a page; of each word's terms only the best one does.

    The worth of the reasons times `section_factor` is the score of the section; `page_factor`
    then weighs the page.
    """

    section: str
    covered: float
    section_factor: float
    page_factor: float
    reasons: tuple[Reason, ...]

    def render(self) -> list[str]:
        """A line for each reason, and first what part of the question the page has."""
        first = (
            f"beste deel #{self.section}, {self.covered:.0%} van de vraag; "
            f"deel × {self.section_factor:.2f}, pagina × {self.page_factor:.2f}"
        )
        return [first, *(_render_reason(reason) for reason in self.reasons)]


def explain(
    reader: IndexReader, question: Question, hits: Sequence[Hit]
) -> tuple[Explanation, ...]:
    """An explanation for each hit."""
    pages = {page.url: number for number, page in enumerate(reader.pages)}
    return tuple(_explain(reader, question, hit, pages[hit.url]) for hit in hits)


def _explain(reader: IndexReader, question: Question, hit: Hit, page: int) -> Explanation:
    best = hit.sections[0]
    document = next(
        number
        for number, section in enumerate(reader.sections)
        if section.page == page and section.anchor == best.anchor
    )
    places = {PAGES: page, SECTIONS: document}
    reasons = (
        reason for group in question.groups for reason in _explain_group(reader, group, places)
    )
    return Explanation(best.anchor, hit.covered, best.factor, hit.factor, tuple(reasons))


def _explain_group(reader: IndexReader, group: Group, places: dict[str, int]) -> Iterator[Reason]:
    for term, weight in group.alternatives.items():
        for layer, searched in LAYERS.items():
            for field in searched:
                yield from _explain_field(
                    reader, group, (term, weight), (layer, field), places[layer]
                )


def _explain_field(
    reader: IndexReader,
    group: Group,
    alternative: tuple[str, float],
    place: tuple[str, Field],
    document: int,
) -> Iterator[Reason]:
    (term, weight), (layer, field) = alternative, place
    scores = reader.score(layer, field, term)
    if document not in scores:
        return
    posting = next(
        p for p in reader.read_postings(layer, field.name, term) if p.document == document
    )
    yield Reason(
        word=group.word,
        term=term,
        weight=group.weight * weight,
        field=f"{layer}.{field.name}",
        boost=field.boost,
        idf=reader.read_idf(layer, field.name, term),
        frequency=posting.frequency,
        length=posting.length,
        average=reader.read_average(layer, field.name),
        worth=group.weight * weight * field.boost * scores[document],
    )


def _render_reason(reason: Reason) -> str:
    return (
        f"{reason.worth:8.3f} = {reason.weight:.2f} × {reason.boost:.2f} × "
        f"[{reason.field} {reason.term}, idf {reason.idf:.2f}, {reason.frequency}×, "
        f"lengte {reason.length} bij gemiddeld {reason.average:.1f}]  ({reason.word})"
    )
