"""The words of a text, as every analysis of it needs them. Knows no dictionary and no site."""

from dataclasses import dataclass

from plugins.search.document import Document
from plugins.search.dutch import find_clauses, find_keys, folds_by_word, normalise


@dataclass(frozen=True, slots=True)
class Text:
    """The normalised words of a text, with spaces between, and how many each clause has.

    `folded` has its words as find_keys has them, where those are not the folded words one by one.
    """

    joined: str
    clauses: tuple[int, ...]
    folded: tuple[str, ...] | None = None

    @property
    def words(self) -> list[str]:
        """The words in order."""
        return self.joined.split(" ") if self.joined else []


@dataclass(frozen=True, slots=True)
class Page:
    """A document and its texts; of each section the heading, the one above it, and the text."""

    document: Document
    title: Text
    summary: Text
    sections: tuple[tuple[Text, Text, Text], ...]

    @property
    def texts(self) -> tuple[Text, ...]:
        """The title, the summary, the headings and the texts."""
        inside = (text for heading, _, text in self.sections for text in (heading, text))
        return (self.title, self.summary, *inside)


def find_text(text: str) -> Text:
    """The words of a text as somebody wrote it."""
    clauses = find_clauses(normalise(text))
    return Text(
        " ".join(word for clause in clauses for word in clause),
        tuple(map(len, clauses)),
        None if folds_by_word(text) else find_keys(text),
    )


def find_page(document: Document) -> Page:
    """The texts of a document."""
    headings = {
        heading: find_text(heading)
        for section in document.sections
        for heading in (section.heading, section.above)
    }
    return Page(
        document,
        find_text(document.title),
        find_text(document.summary),
        tuple(
            (headings[section.heading], headings[section.above], find_text(section.text))
            for section in document.sections
        ),
    )
