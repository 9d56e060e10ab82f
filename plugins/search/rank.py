"""The ranking: from a question and the index to pages with their sections, best first.

The index gives what one term in one field is worth (Whoosh's BM25F); this adds up. The browser does
the same sum (js/search/score.js).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from plugins.search.index import (
    LAYERS,
    PAGES,
    SECTIONS,
    IndexReader,
    round_score,
)
from plugins.search.query import Group, Question

# What the words of a query count that stand elsewhere on the page than in its best section.
ELSEWHERE = 0.6
# The part of a question that a page must answer, lest rubbish stands under the words.
LEAST_COVERED = 0.4
# A word that the site has, but not this page, counts for this part in that.
LACKING = 0.5
# A known word matters for that in proportion to how telling it is, but never less than this.
LEAST_IMPORTANCE = 0.4
MOST_SECTIONS = 3
# A definition of a line is short, so its words seem to weigh much; it answers few questions.
DEFINITION = 0.5
WHOLE_PAGE = -1
IMPORTANT_FIELD = "text"
# A section is shown below its page if it is worth this part of the best one.
GOOD_SECTION = 0.5


@dataclass(frozen=True, slots=True)
class SectionHit:
    """A section that answers a question; `anchor` is empty for the top of the page."""

    anchor: str
    heading: str
    score: float


@dataclass(frozen=True, slots=True)
class Hit:
    """A page that answers a question, with its best sections; `covered` is what part it has."""

    url: str
    title: str
    score: float
    covered: float
    sections: tuple[SectionHit, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """All pages that answer a question, best first; `also` names terms that were searched too."""

    hits: tuple[Hit, ...]
    also: tuple[str, ...]


@dataclass(slots=True)
class _Matches:
    """What one word of a question found: its worth per page, and per page and section.

    A page's own worth (title, summary) counts in each of its sections.
    """

    group: Group
    importance: float
    pages: dict[int, float] = field(default_factory=dict)
    sections: dict[int, dict[int, float]] = field(default_factory=dict)
    weights: dict[int, float] = field(default_factory=dict)

    def find_worth(self, page: int, section: int) -> float:
        """The worth of the best alternative in a section."""
        inside = self.sections.get(page, {}).get(section, 0.0)
        return self.group.weight * max(self.pages.get(page, 0.0), inside)


def rank_pages(reader: IndexReader, question: Question, names: Mapping[str, str]) -> Answer:
    """The pages that answer a question, best first, equal scores by address."""
    matches = [_find_matches(reader, group) for group in question.groups]
    pages = {page for match in matches for page in match.weights}
    pages -= {page for term in question.excluded for page in _find_pages(reader, term)}
    places = [_find_phrase(reader, phrase) for phrase in question.phrases]
    found = (_rank_page(reader, matches, places, page) for page in sorted(pages))
    hits = sorted((hit for hit in found if hit), key=lambda hit: (-hit.score, hit.url))
    return Answer(tuple(hits), _find_also(reader, question, names) if hits else ())


def _find_matches(reader: IndexReader, group: Group) -> _Matches:
    matches = _Matches(group, find_importance(reader, group))
    for term, weight in group.alternatives.items():
        inside = _sum_fields(reader, SECTIONS, term)
        own = _sum_fields(reader, PAGES, term)
        for page, score in own.items():
            matches.pages[page] = max(matches.pages.get(page, 0.0), weight * score)
            matches.weights[page] = max(matches.weights.get(page, 0.0), weight)
        for number, score in inside.items():
            section = reader.sections[number]
            scores = matches.sections.setdefault(section.page, {})
            share = DEFINITION if reader.pages[section.page].lists_terms and section.number else 1.0
            worth = weight * (own.get(section.page, 0.0) + share * score)
            scores[section.number] = max(scores.get(section.number, 0.0), worth)
            matches.weights[section.page] = max(matches.weights.get(section.page, 0.0), weight)
    return matches


def find_importance(reader: IndexReader, group: Group) -> float:
    """How much of a question a word is: all the more where fewer sections have it."""
    if not group.stem:
        return group.weight
    most = reader.read_idf(SECTIONS, IMPORTANT_FIELD, "")
    share = reader.read_idf(SECTIONS, IMPORTANT_FIELD, group.stem) / most
    return group.weight * max(LEAST_IMPORTANCE, share)


def _sum_fields(reader: IndexReader, layer: str, term: str) -> dict[int, float]:
    scores: dict[int, float] = {}
    for searched in LAYERS[layer]:
        for document, score in reader.score(layer, searched, term).items():
            scores[document] = scores.get(document, 0.0) + searched.boost * score
    return scores


def _find_covered(matches: Sequence[_Matches], page: int) -> float:
    """The part of a question that a page has; 0 if that is too little to be an answer."""
    total = covered = 0.0
    for match in matches:
        weight = match.weights.get(page, 0.0)
        covered += match.importance * min(1.0, weight)
        total += match.importance * (LACKING if match.weights and not weight else 1.0)
    part = round_score(covered / total)
    helps = any(match.weights.get(page, 0.0) > 1.0 for match in matches)
    # A page of help is shown whatever else was typed.
    return part if part >= LEAST_COVERED or helps else 0.0


def _rank_page(
    reader: IndexReader,
    matches: Sequence[_Matches],
    places: Sequence[set[tuple[int, int]]],
    page: int,
) -> Hit | None:
    covered = _find_covered(matches, page)
    numbers = {0, *(number for match in matches for number in match.sections.get(page, ()))}
    for phrase in places:
        numbers = {n for n in numbers if (page, n) in phrase or (page, WHOLE_PAGE) in phrase}
    if not numbers or not covered:
        return None
    scores = {n: sum(match.find_worth(page, n) for match in matches) for n in sorted(numbers)}
    best = max(scores.values())
    whole = sum(max(match.find_worth(page, n) for n in numbers) for match in matches)
    entry = reader.pages[page]
    return Hit(
        url=entry.url,
        title=entry.title,
        score=round_score(covered * (best + ELSEWHERE * (whole - best))),
        covered=covered,
        sections=_find_best_sections(reader, page, scores),
    )


def _find_best_sections(
    reader: IndexReader, page: int, scores: Mapping[int, float]
) -> tuple[SectionHit, ...]:
    rounded = {number: round_score(score) for number, score in scores.items()}
    least = GOOD_SECTION * max(rounded.values())
    order = sorted(rounded, key=lambda number: (-rounded[number], number))
    return tuple(
        SectionHit(section.anchor, section.heading, rounded[number])
        for number in order[:MOST_SECTIONS]
        if rounded[number] >= least
        for section in (reader.find_section(page, number),)
    )


def _find_pages(reader: IndexReader, term: str) -> set[int]:
    """The pages that have a term anywhere."""
    own = {d for f in LAYERS[PAGES] for d in reader.score(PAGES, f, term)}
    inside = {d for f in LAYERS[SECTIONS] for d in reader.score(SECTIONS, f, term)}
    return own | {reader.sections[number].page for number in inside}


def _find_phrase(reader: IndexReader, phrase: Sequence[tuple[int, str]]) -> set[tuple[int, int]]:
    """The page and section of each place that has a phrase within one field."""
    found = {
        (document, WHOLE_PAGE)
        for name in ("title", "summary")
        for document in _find_phrase_in(reader, PAGES, name, phrase)
    }
    for name in ("heading", "text"):
        for document in _find_phrase_in(reader, SECTIONS, name, phrase):
            section = reader.sections[document]
            found.add((section.page, section.number))
    return found


def _find_phrase_in(
    reader: IndexReader, layer: str, name: str, phrase: Sequence[tuple[int, str]]
) -> Iterator[int]:
    starts: dict[int, set[int]] | None = None
    for place, term in phrase:
        here = {
            posting.document: {start - place for start in posting.places}
            for posting in reader.read_postings(layer, name, term)
        }
        both = here if starts is None else {d: starts[d] & here[d] for d in here.keys() & starts}
        starts = {document: found for document, found in both.items() if found}
    yield from starts or ()


def _find_also(
    reader: IndexReader, question: Question, names: Mapping[str, str]
) -> tuple[str, ...]:
    keys = {term for group in question.groups for term in group.alternatives if term in names}
    return tuple(sorted({names[key] for key in keys if _find_pages(reader, key)}))
