"""The rows of the export: what it tells of each term, cut into shares that are made and kept apart.

Which share a term is in follows from the term alone. So a change of one page changes the shares of
its own terms, and all others are as they were.
"""

from binascii import crc32
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from plugins.search.collection import Collection, FieldPostings, TermPostings
from plugins.search.fields import HEADING, LAYERS, PAGES, SECTIONS, TITLE
from plugins.search.files import render
from plugins.search.index import round_length
from plugins.search.packed import pack, unpack

SHARES = 512
# Fields that a phrase may stand in; the glossary's words are in no order.
PHRASE_FIELDS = ((PAGES, "title"), (PAGES, "summary"), (SECTIONS, "text"), (SECTIONS, "heading"))
FIELDS = tuple((layer, field.name) for layer in LAYERS for field in LAYERS[layer])


class Row(NamedTuple):
    """A term: the numbers of its fields, so many of them, and its places in phrases, as JSON."""

    term: str
    size: int
    numbers: str
    places: str


def split_collection(collection: Collection) -> tuple[bytes, ...]:
    """The shares of a collection, packed: by term the columns of each field, and the places.

    The first column has the numbers of pages, from the first of the collection.
    """
    shares: list[dict[str, tuple[list[Any], list[Any]]]] = [{} for _ in range(SHARES)]
    for field, (place, phrase, postings) in enumerate(_find_fields(collection)):
        columns = _Columns(collection, place, postings)
        for term, found in postings.terms.items():
            share = shares[crc32(term.encode()) % SHARES]
            if term not in share:
                share[term] = ([()] * len(FIELDS), [()] * len(PHRASE_FIELDS))
            numbers, places = share[term]
            numbers[field] = columns.find(found)
            if phrase is not None:
                places[phrase] = found.places
    return tuple(map(pack, shares))


def _find_fields(
    collection: Collection,
) -> Iterable[tuple[tuple[str, str], int | None, FieldPostings]]:
    """Each field, which of those for phrases it is, if any, and its postings."""
    for place in FIELDS:
        phrase = PHRASE_FIELDS.index(place) if place in PHRASE_FIELDS else None
        yield place, phrase, collection.fields[place]


class _Columns:
    """The columns of a field: pages, sections, frequencies, lengths; they compress better so.

    Of titles and headings also the number of words that say something.
    """

    def __init__(
        self, collection: Collection, place: tuple[str, str], postings: FieldPostings
    ) -> None:
        self.is_page = place[0] == PAGES
        entries = collection.pages if self.is_page else collection.sections
        self.pages = [section.page for section in collection.sections]
        self.numbers = [section.number for section in collection.sections]
        self.lengths = [round_length(length) for length in postings.lengths]
        has_words = place in ((PAGES, TITLE.name), (SECTIONS, HEADING.name))
        self.words = [entry.words for entry in entries] if has_words else []

    def find(self, postings: TermPostings) -> list[list[int]]:
        """The columns of a term."""
        documents = postings.documents
        if self.is_page:
            columns = [documents]
        else:
            columns = [[*map(self.pages.__getitem__, documents)]]
            columns.append([*map(self.numbers.__getitem__, documents)])
        columns.append([*map(len, postings.places)])
        columns.append([*map(self.lengths.__getitem__, documents)])
        if self.words:
            columns.append([*map(self.words.__getitem__, documents)])
        return columns


def join_share(pieces: Iterable[tuple[int, bytes]]) -> tuple[Row, ...]:
    """The rows of a share: its pieces in order, each with the number of its first page."""
    joined: dict[str, tuple[list[Any], list[Any]]] = {}
    for first, piece in pieces:
        for term, (numbers, places) in unpack(piece).items():
            for columns in filter(None, numbers):
                columns[0] = [first + page for page in columns[0]]
            if term not in joined:
                joined[term] = (numbers, places)
            else:
                _extend(joined[term], numbers, places)
    return tuple(_render_row(term, *joined[term]) for term in sorted(joined))


def _extend(
    known: tuple[list[Any], list[Any]], numbers: Sequence[Any], places: Sequence[Any]
) -> None:
    own_numbers, own_places = known
    for field, columns in enumerate(numbers):
        if columns and own_numbers[field]:
            for own, more in zip(own_numbers[field], columns, strict=True):
                own.extend(more)
        elif columns:
            own_numbers[field] = columns
    for field, more in enumerate(places):
        if more:
            own_places[field] = [*own_places[field], *more]


def _render_row(term: str, numbers: list[Any], places: list[Any]) -> Row:
    for columns in filter(None, numbers):
        # From page to page they are small.
        columns[0] = [*map(int.__sub__, columns[0], (0, *columns[0]))]
    size = sum(len(column) for columns in numbers for column in columns)
    return Row(term, size, render(_drop_empty(numbers)), render(_drop_empty(places)))


def _drop_empty(values: list[Any]) -> list[Any]:
    """A list without the empty ones at its end."""
    while values and not values[-1]:
        values.pop()
    return values
