"""Names of authors as Dutch readers write them, and the author-year label of each work."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from pybtex.database import Entry, Person
from pybtex.richtext import Text

from plugins.core.dutch import sort_key
from plugins.references.bibliography import Bibliography, Located

NO_DATE = "z.d."
_MANY = 3  # from three authors on, only the first is named: APA 7


@dataclass(frozen=True, slots=True)
class Label:
    """How a work is cited: "Van der Veen & Bogaerts" and "2018a"."""

    author: str
    year: str

    def __str__(self) -> str:
        return f"{self.author}, {self.year}"


def find_authors(work: Entry) -> tuple[tuple[Person, ...], bool]:
    """Return the named authors, and whether the entry says that there were others."""
    people = tuple(work.persons.get("author", []))
    named = tuple(person for person in people if str(person) != "others")
    return named, len(named) < len(people)


def is_organisation(person: Person) -> bool:
    """Tell whether the name is one braced whole, as ``{{Ministerie van VWS}}``."""
    names = person.first_names + person.middle_names + person.prelast_names
    return not names and all(name.startswith("{") for name in person.last_names)


def plain_name(parts: list[str]) -> str:
    """Return name parts as plain text: LaTeX accents read, BibTeX braces gone."""
    return str(Text.from_latex(" ".join(parts)))


def surname(person: Person) -> str:
    """Return the name for running text, particle first: "Van der Veen"."""
    name = plain_name(person.prelast_names + person.last_names)
    return name[:1].upper() + name[1:]


def filed_name(person: Person) -> str:
    """Return the name for a list, filed under the last name: "Veen, H. C. J. van der"."""
    last = plain_name(person.last_names)
    if is_organisation(person):
        return last
    rest = plain_name(person.first_names + person.middle_names + person.prelast_names)
    return f"{last}, {rest}" if rest else last


def author_label(located: Located) -> str:
    """Return the authors as cited; a work without authors goes by its title."""
    people, others = find_authors(located.work)
    if not people:
        return located.text("title") or located.key
    names = [surname(person) for person in people]
    return f"{names[0]} e.a." if others or len(names) >= _MANY else " & ".join(names)


def filing_key(located: Located) -> tuple[object, ...]:
    """Return the key that sorts a source list the Dutch way: author, year, title."""
    people, _ = find_authors(located.work)
    names = "; ".join(filed_name(person) for person in people) or located.text("title")
    return sort_key(names), located.text("year") or "9999", sort_key(located.text("title"))


def build_labels(bibliography: Bibliography) -> Mapping[str, Label]:
    """Return the label of each work by key; works of one author and year get a letter."""
    alike: dict[Label, list[str]] = defaultdict(list)
    for located in sorted(bibliography.works, key=filing_key):
        label = Label(author_label(located), located.text("year") or NO_DATE)
        alike[label].append(located.key)
    return {
        key: Label(label.author, _lettered(label.year, position, len(keys)))
        for label, keys in alike.items()
        for position, key in enumerate(keys)
    }


def _lettered(year: str, position: int, count: int) -> str:
    if count == 1:
        return year
    letter = chr(ord("a") + position)
    return f"{year}-{letter}" if year == NO_DATE else f"{year}{letter}"
