"""The author-year label of each work: how it is cited, after "De APA-richtlijnen uitgelegd"."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pybtex.database import Entry, Person

from plugins.core.dutch import sort_key
from plugins.references.bibliography import Bibliography, Located
from plugins.references.entry import plain_text
from plugins.references.name import filed_name, find_name, is_organisation, surname

NO_DATE = "z.d."
OTHERS = "et al."
_MANY = 3  # from three authors on, the first is named with "et al."


@dataclass(frozen=True, slots=True)
class Label:
    """How a work is cited: "Van der Veen & Bogaerts" and "2018a"; in a sentence the authors are
    "Van der Veen en Bogaerts".
    """

    author: str
    year: str
    narrative: str

    def __str__(self) -> str:
        return f"{self.author}, {self.year}"


@dataclass(frozen=True, slots=True)
class _Cited:
    """What a label is made of; `others` are authors that the entry itself does not name."""

    names: tuple[str, ...]
    others: bool
    year: str

    @property
    def is_cut(self) -> bool:
        """Whether the label names only the first authors."""
        return self.others or len(self.names) >= _MANY

    def is_like(self, other: "_Cited", shown: int) -> bool:
        """Tell whether a label of the first `shown` names would also stand for another team."""
        same = other.is_cut and self.names[:shown] == other.names[:shown]
        return same and (self.names, self.others) != (other.names, other.others)


def find_authors(work: Entry) -> tuple[tuple[Person, ...], bool]:
    """Return the named authors, or else the editors, and whether the entry says that there were
    others.
    """
    people = tuple(work.persons.get("author") or work.persons.get("editor") or ())
    named = tuple(person for person in people if str(person) != "others")
    return named, len(named) < len(people)


def find_designation(work: Entry) -> str:
    """Return the name by which a parliamentary document goes, instead of an author; else nothing:
    "Kamerstukken II 2017/18, 28345, nr. 185".
    """
    kind, series, number = (
        plain_text(work.fields.get(name, "")) for name in ("type", "howpublished", "number")
    )
    if not number or not (series or kind).casefold().startswith("kamerstuk"):
        return ""
    return f"{series}, {number}" if series else f"Kamerstukken {number}"


def filing_key(located: Located) -> tuple[object, ...]:
    """Return the key that sorts a source list: author, then undated works, year, day and title."""
    people, _ = find_authors(located.work)
    title = located.text("title")
    names = find_designation(located.work) or "; ".join(map(filed_name, people)) or title
    month, day = (int(value) if value.isdecimal() else 0 for value in _date(located))
    return sort_key(_bare(names)), located.text("year"), month, day, sort_key(_bare(title))


def _date(located: Located) -> tuple[str, str]:
    return located.text("month"), located.text("day")


def _bare(text: str) -> str:
    """Return text from its first letter or digit on: a title may open with a bracket."""
    return re.sub(r"^[\W_]+", "", text)


def build_labels(bibliography: Bibliography) -> Mapping[str, Label]:
    """Return the label of each work by key; works of one author and year get a letter."""
    works = sorted(bibliography.works, key=filing_key)
    namesakes = _find_namesakes(works)
    cited = {located.key: _find_cited(located, namesakes) for located in works}
    alike: dict[Label, list[str]] = defaultdict(list)
    teams: dict[object, list[_Cited]] = defaultdict(list)
    for one in cited.values():
        teams[one.names[:1], one.year].append(one)
    for key, one in cited.items():
        alike[_build_label(one, teams[one.names[:1], one.year])].append(key)
    return {
        key: Label(label.author, _lettered(label.year, position, len(keys)), label.narrative)
        for label, keys in alike.items()
        for position, key in enumerate(keys)
    }


def _find_namesakes(works: Iterable[Located]) -> frozenset[str]:
    """Return the surnames under which different people are named first: they get initials."""
    initials: dict[str, set[str]] = defaultdict(set)
    for located in works:
        for person in find_authors(located.work)[0][:1]:
            if not is_organisation(person):
                initials[surname(person)].add(find_name(person).initials)
    return frozenset(name for name, found in initials.items() if len(found - {""}) > 1)


def _find_cited(located: Located, namesakes: frozenset[str]) -> _Cited:
    year = located.text("year") or NO_DATE
    designation = find_designation(located.work)
    people, others = find_authors(located.work)
    if designation or not people:
        return _Cited((designation or _short_title(located),), False, year)
    names = [surname(person) for person in people]
    first = find_name(people[0])
    if names[0] in namesakes and first.initials and not is_organisation(people[0]):
        names[0] = f"{first.initials} {first.running}"
    return _Cited(tuple(names), others, year)


def _short_title(located: Located) -> str:
    """Return the title without what follows its first full stop; a work without one has its key."""
    return located.text("title").partition(". ")[0] or located.key


def _build_label(cited: _Cited, teams: Iterable[_Cited]) -> Label:
    """Return the label; as many names as it takes to tell the works of a year apart."""
    names = cited.names
    shown = _count_shown(cited, teams) if cited.is_cut else len(names)
    if shown < len(names) or cited.others:
        comma = "," if shown > 1 else ""
        author = f"{', '.join(names[:shown])}{comma} {OTHERS}"
        return Label(author, cited.year, author)
    before, last = ", ".join(names[:-1]), names[-1]
    return Label(
        " & ".join(filter(None, (before, last))), cited.year,
        " en ".join(filter(None, (before, last))),
    )  # fmt: skip


def _count_shown(cited: _Cited, teams: Iterable[_Cited]) -> int:
    """Return how many names come before "et al.", which is never one author alone."""
    count = len(cited.names)
    shown = 1
    while shown < count and any(cited.is_like(other, shown) for other in teams):
        shown += 1
    return count if shown == count - 1 and not cited.others else shown


def _lettered(year: str, position: int, count: int) -> str:
    if count == 1:
        return year
    return f"{year}{'-' if year == NO_DATE else ''}{_letter(position)}"


def _letter(position: int) -> str:
    """Return a, b … z, aa, ab …"""
    before, last = divmod(position, 26)
    return (_letter(before - 1) if before else "") + chr(ord("a") + last)
