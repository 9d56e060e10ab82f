"""What the export says of a site, to be asked by the build itself: the sum that a browser does."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import accumulate
from typing import Any

from plugins.search.collection import PageEntry, SectionEntry
from plugins.search.fields import PAGES, Field
from plugins.search.index import find_idf, weigh
from plugins.search.rows import FIELDS, Row
from plugins.search.segment import Segment, find_averages


@dataclass(frozen=True)
class Catalogue:
    """The pages and sections of a site, numbered through, and the rows of its terms.

    `averages` has the average length of each field.
    """

    pages: tuple[PageEntry, ...]
    sections: tuple[SectionEntry, ...]
    rows: Mapping[str, Row]
    averages: Mapping[tuple[str, str], float]
    read: dict[str, list[Any]] = field(default_factory=dict, compare=False, repr=False)

    def find_section(self, page: int, number: int) -> SectionEntry:
        """A section of a page by its number within that page."""
        return self.sections[self._firsts[page] + number]

    def score(self, layer: str, field: Field, term: str) -> Mapping[int, float]:
        """What a term in a field is worth, per document, without the weight of the field."""
        columns = self._find_columns((layer, field.name), term)
        if not columns:
            return {}
        documents, (counts, lengths) = self._find_documents(layer, columns)
        all_documents = len(self.pages if layer == PAGES else self.sections)
        idf = find_idf(all_documents, len(documents))
        average = self.averages[layer, field.name] or 1
        found = zip(documents, counts, lengths, strict=True)
        return {
            document: weigh(field, idf, count, length, average) for document, count, length in found
        }

    def _find_columns(self, place: tuple[str, str], term: str) -> Sequence[Any]:
        """What the row of a term has of a field."""
        if term not in self.read:
            row = self.rows.get(term)
            self.read[term] = json.loads(row.numbers) if row else []
        numbers, number = self.read[term], FIELDS.index(place)
        return numbers[number] if number < len(numbers) else ()

    def _find_documents(
        self, layer: str, columns: Sequence[Any]
    ) -> tuple[list[int], Sequence[list[int]]]:
        """The numbers of the documents, and the columns of frequencies and lengths."""
        pages = [*accumulate(columns[0])]
        if layer == PAGES:
            return pages, columns[1:3]
        firsts = self._firsts
        inside = zip(pages, columns[1], strict=True)
        return [firsts[page] + number for page, number in inside], columns[2:4]

    @cached_property
    def _firsts(self) -> list[int]:
        """The number of the first section of each page."""
        return [place for place, section in enumerate(self.sections) if section.number == 0]


def build_catalogue(segments: Sequence[Segment], rows: Sequence[Row]) -> Catalogue:
    """The catalogue of a site of these segments."""
    sections: list[SectionEntry] = []
    first = 0
    for segment in segments:
        sections += (replace(one, page=first + one.page) for one in segment.sections)
        first += len(segment.pages)
    return Catalogue(
        tuple(page for segment in segments for page in segment.pages),
        tuple(sections),
        {row.term: row for row in rows},
        find_averages(segments),
    )
