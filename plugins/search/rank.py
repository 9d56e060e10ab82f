"""The ranking: from a question and the index to pages with their sections, best first.

The index gives what one term in one field is worth (Whoosh's BM25F); this adds up. The browser does
the same sum (js/search/score.js).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from plugins.search.fields import HEADING, LAYERS, PAGES, SECTIONS, TITLE, round_score
from plugins.search.index import IndexReader
from plugins.search.question import Group, Question

# What the words of a query count that stand elsewhere on the page than in its best section.
ELSEWHERE = 0.6
# The part of a question that a page must answer, lest rubbish stands under the words.
LEAST_COVERED = 0.44
# In that, a word that this part of the pages has counts half: a word that stands once on the site
# is no sign that the question is about the site.
RARE = 0.015
# How the part that a page has of a question tells pages apart: the score times part ** COVER.
COVER = 0.7
# A word that the site has, but not this page, counts for this part in that.
LACKING = 0.6
# A known word matters for that in proportion to how telling it is, but never less than this.
LEAST_IMPORTANCE = 0.4
# What a section gains that has the whole question, and loses that has next to nothing of it.
TOGETHER = 0.3
# What a heading, or a title, adds that says what is asked, and no more.
WHOLE_HEADING = 0.42
WHOLE_TITLE = 0.6
MOST_SECTIONS = 3
# A definition of a line is short, so its words seem to weigh much; it answers few questions, but
# the one for its own term.
DEFINITION = 0.35
# A letter is there to be sent; who asks something is better off with a page that explains.
KINDS: Mapping[str, float] = {"brief": 0.7}
WHOLE_PAGE = -1
IMPORTANT_FIELD = "text"
# A section is shown below its page if it is worth this part of the best one.
GOOD_SECTION = 0.5


@dataclass(frozen=True, slots=True)
class SectionHit:
    """A section that answers a question; `anchor` is empty for the top of the page.

    `factor` is what its heading, and having the words together, make of what they are worth.
    """

    anchor: str
    heading: str
    score: float
    factor: float = 1.0


@dataclass(frozen=True, slots=True)
class Hit:
    """A page that answers a question, with its best sections; `covered` is what part it has.

    `helps` tells that somebody in danger may want it; `factor` is what its kind and title make.
    """

    url: str
    title: str
    score: float
    covered: float
    sections: tuple[SectionHit, ...]
    helps: bool = False
    factor: float = 1.0


@dataclass(frozen=True, slots=True)
class Answer:
    """All pages that answer a question, best first; `also` names terms that were searched too."""

    hits: tuple[Hit, ...]
    also: tuple[str, ...]


_Key = TypeVar("_Key")
_Place = tuple[int, int]  # a page and the number of a section of it


@dataclass(slots=True)
class _Matches:
    """What one word of a question found: its worth per page, and per section of a page.

    A page's own worth (title, summary) counts in each of its sections. `weights` are those of the
    best alternative on a page, `own` in its own fields, and so on.
    """

    group: Group
    importance: float
    pages: dict[int, float] = field(default_factory=dict)
    sections: dict[_Place, float] = field(default_factory=dict)
    numbers: dict[int, set[int]] = field(default_factory=dict)
    weights: dict[int, float] = field(default_factory=dict)
    own: dict[int, float] = field(default_factory=dict)
    inside: dict[_Place, float] = field(default_factory=dict)
    titles: dict[int, float] = field(default_factory=dict)
    headings: dict[_Place, float] = field(default_factory=dict)

    def find_worth(self, place: _Place) -> float:
        """The worth of the best alternative in a section."""
        worth = max(self.pages.get(place[0], 0.0), self.sections.get(place, 0.0))
        return self.group.weight * worth

    def find_part(self, place: _Place) -> float:
        """How far the word stands in a section or in what counts in all sections of its page."""
        weight = max(self.own.get(place[0], 0.0), self.inside.get(place, 0.0))
        return self.importance * min(1.0, weight)


def rank_pages(reader: IndexReader, question: Question, names: Mapping[str, str]) -> Answer:
    """The pages that answer a question, best first, equal scores by address."""
    matches = [_find_matches(reader, group) for group in question.groups]
    said = [match for match in matches if not match.group.is_asked]
    pages = {page for match in said for page in match.weights}
    pages -= {page for term in question.excluded for page in _find_pages(reader, term)}
    phrases = [_find_phrase(reader, phrase) for phrase in question.phrases]
    found = (_rank_page(reader, matches, said, phrases, page) for page in sorted(pages))
    # Whoever may be in danger finds help first, whatever else was typed.
    order = sorted(
        (hit for hit in found if hit), key=lambda hit: (not hit.helps, -hit.score, hit.url)
    )
    return Answer(tuple(order), _find_also(reader, question, names) if order else ())


def _find_matches(reader: IndexReader, group: Group) -> _Matches:
    matches = _Matches(group, find_importance(reader, group))
    for term, weight in group.alternatives.items():
        own = _sum_fields(reader, PAGES, term)
        for page, score in own.items():
            _raise(matches.pages, page, weight * score)
            _raise(matches.own, page, weight)
            _raise(matches.weights, page, weight)
        for number, score in _sum_fields(reader, SECTIONS, term).items():
            section = reader.sections[number]
            place = (section.page, section.number)
            _raise(matches.sections, place, weight * (own.get(section.page, 0.0) + score))
            _raise(matches.inside, place, weight)
            _raise(matches.weights, section.page, weight)
            matches.numbers.setdefault(section.page, set()).add(section.number)
        for page in reader.score(PAGES, TITLE, term):
            _raise(matches.titles, page, min(1.0, weight))
        for number in reader.score(SECTIONS, HEADING, term):
            section = reader.sections[number]
            _raise(matches.headings, (section.page, section.number), min(1.0, weight))
    return matches


def _raise(values: dict[_Key, float], key: _Key, value: float) -> None:
    values[key] = max(value, values.get(key, 0.0))


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


def _answers(reader: IndexReader, said: Sequence[_Matches], page: int) -> bool:
    """Whether a page has enough of a question for an answer."""
    rare = RARE * len(reader.pages)
    total = covered = 0.0
    for match in said:
        count = len(match.weights)
        trust = match.group.weight * (count / (count + rare) if count else 1.0)
        covered += trust * min(1.0, match.weights.get(page, 0.0))
        total += trust
    return round_score(covered / total) >= LEAST_COVERED


def _find_covered(said: Sequence[_Matches], page: int) -> float:
    """The part of a question that a page has, more for words that tell more."""
    total = covered = 0.0
    for match in said:
        weight = match.weights.get(page, 0.0)
        covered += match.importance * min(1.0, weight)
        total += match.importance * (LACKING if match.weights and not weight else 1.0)
    return round_score(covered / total)


def _rank_page(
    reader: IndexReader,
    matches: Sequence[_Matches],
    said: Sequence[_Matches],
    phrases: Sequence[set[_Place]],
    page: int,
) -> Hit | None:
    helps = any(match.weights.get(page, 0.0) > 1.0 for match in said)
    numbers = {0, *(number for match in matches for number in match.numbers.get(page, ()))}
    for phrase in phrases:
        numbers = {n for n in numbers if (page, n) in phrase or (page, WHOLE_PAGE) in phrase}
    if not numbers or not (helps or _answers(reader, said, page)):
        return None
    worths = {n: sum(match.find_worth((page, n)) for match in matches) for n in sorted(numbers)}
    factors = {n: _find_section_factor(reader, said, (page, n)) for n in worths}
    scores = {n: worths[n] * factors[n] for n in worths}
    best = max(scores.values())
    whole = sum(max(match.find_worth((page, n)) for n in numbers) for match in matches)
    covered, factor = _find_covered(said, page), _find_page_factor(reader, said, page)
    total = best + ELSEWHERE * max(0.0, whole - best)
    entry = reader.pages[page]
    return Hit(
        url=entry.url,
        title=entry.title,
        score=round_score(factor * covered**COVER * total),
        covered=covered,
        sections=_find_best_sections(reader, page, scores, factors),
        helps=helps,
        factor=factor,
    )


def _find_page_factor(reader: IndexReader, said: Sequence[_Matches], page: int) -> float:
    entry = reader.pages[page]
    asked = _find_asked(said, [match.titles.get(page, 0.0) for match in said], entry.words)
    return KINDS.get(entry.kind, 1.0) * (1 + WHOLE_TITLE * asked)


def _find_section_factor(reader: IndexReader, said: Sequence[_Matches], place: _Place) -> float:
    section = reader.find_section(*place)
    asked = _find_asked(said, [match.headings.get(place, 0.0) for match in said], section.words)
    total = sum(match.importance for match in said)
    together = 1 - TOGETHER + TOGETHER * (sum(match.find_part(place) for match in said) / total)
    is_definition = reader.pages[place[0]].lists_terms and place[1] > 0
    share = DEFINITION + (1 - DEFINITION) * asked if is_definition else 1.0
    return share * (1 + WHOLE_HEADING * asked) * together


def _find_asked(said: Sequence[_Matches], weights: Sequence[float], words: int) -> float:
    """How far a question and a heading of so many words are the same: 1 if they are."""
    if not words:
        return 0.0
    total = sum(match.importance for match in said)
    asked = sum(match.importance * weight for match, weight in zip(said, weights, strict=True))
    return min(1.0, sum(weights) / words) * (asked / total)


def _find_best_sections(
    reader: IndexReader, page: int, scores: Mapping[int, float], factors: Mapping[int, float]
) -> tuple[SectionHit, ...]:
    rounded = {number: round_score(score) for number, score in scores.items()}
    least = GOOD_SECTION * max(rounded.values())
    order = sorted(rounded, key=lambda number: (-rounded[number], number))
    return tuple(
        SectionHit(section.anchor, section.heading, rounded[number], factors[number])
        for number in order[:MOST_SECTIONS]
        if rounded[number] >= least
        for section in (reader.find_section(page, number),)
    )


def _find_pages(reader: IndexReader, term: str) -> set[int]:
    """The pages that have a term anywhere."""
    own = {d for f in LAYERS[PAGES] for d in reader.score(PAGES, f, term)}
    inside = {d for f in LAYERS[SECTIONS] for d in reader.score(SECTIONS, f, term)}
    return own | {reader.sections[number].page for number in inside}


def _find_phrase(reader: IndexReader, phrase: Sequence[tuple[int, str]]) -> set[_Place]:
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
