"""The register of the site, as at the back of a book: from a word to the places for it.

It is made from what the search goes by, so that whoever has no JavaScript is led to the same
places.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from plugins.core.dutch import sort_key
from plugins.search.analysis import PART
from plugins.search.catalogue import Catalogue
from plugins.search.collection import PageEntry, SectionEntry
from plugins.search.concept import CONCEPT, Synonyms
from plugins.search.dutch import NUMBERS, find_keys, fold
from plugins.search.fields import LAYERS, PAGES, SECTIONS
from plugins.search.table import WORD, WordTable

MOST_PLACES = 2
# A place that is worth less than this part of the best one is not what somebody looks for.
GOOD_PLACE = 0.6
# A heading on more pages than this ("Cijfers") belongs to their pattern and names no subject.
PATTERN = 2
# What one heading says only stands under the title of its page, or under a term.
LEAST_HEADINGS = 2
# Longer ones are sentences: nobody looks those up under their first letter.
MOST_WORDS_TYPED = 1
MOST_WORDS_OF_TITLE = 7
_SHORTEST = 4
_SIGNS = "‘’“”'\"().,:;?!…"
_ABBREVIATION = re.compile(r" \([^()]*\)$")
_ENDS_SENTENCE = (".", ":", "?", "!", "–")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a word is written about; `address` starts at the site's root.

    A definition has no title.
    """

    address: str
    title: str
    heading: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A word with its places, and the words of the register to look under as well, or instead."""

    name: str
    places: tuple[Place, ...] = ()
    see: tuple[str, ...] = ()


def build_register(catalogue: Catalogue, table: WordTable, synonyms: Synonyms) -> tuple[Entry, ...]:
    """Terms of the glossary, words of headings, titles; and what visitors say instead, in
    alphabetical order; the same for the same site.
    """
    finder = _Finder(catalogue, table)
    found = [*finder.find_terms(), *finder.find_keywords(), *finder.find_titles()]
    entries = _merge(entry for entry in found if entry.places)
    for word, names in _find_other_words(synonyms, entries).items():
        known = entries.get(fold(word), Entry(word))
        entries[fold(word)] = Entry(known.name, known.places, names)
    return tuple(sorted(entries.values(), key=lambda entry: sort_key(entry.name)))


def _merge(found: Iterable[Entry]) -> dict[str, Entry]:
    """One entry for a word; the first that came has its name and its first places."""
    entries: dict[str, Entry] = {}
    for entry in found:
        known = entries.get(fold(entry.name), Entry(entry.name))
        places = tuple(dict.fromkeys((*known.places, *entry.places)))
        entries[fold(entry.name)] = Entry(known.name, places, known.see)
    return entries


def _find_other_words(
    synonyms: Synonyms, entries: Mapping[str, Entry]
) -> dict[str, tuple[str, ...]]:
    """What visitors say in a word or two, and the names of the entries that it stands for."""
    found: dict[str, list[str]] = {}
    for word, term in sorted(synonyms):
        target = entries.get(fold(term))
        if target and fold(word) != fold(term) and len(word.split()) <= MOST_WORDS_TYPED:
            found.setdefault(word, []).append(target.name)
    return {word: tuple(dict.fromkeys(names)) for word, names in found.items()}


@dataclass(frozen=True)
class _Finder:
    """Finds entries in a catalogue."""

    catalogue: Catalogue
    table: WordTable

    def find_terms(self) -> Iterator[Entry]:
        """The terms of the glossary: their definition first."""
        for key, name in sorted(self.table.names.items()):
            definition = self._definitions.get(fold(name))
            places = self._find_places(key)
            yield Entry(name, (definition, *places[:1]) if definition else places)

    def find_keywords(self) -> Iterator[Entry]:
        """The subjects of headings and titles that are no term of the glossary."""
        for stem, spellings in sorted(self._find_spellings().items()):
            if len(spellings) >= LEAST_HEADINGS and CONCEPT + stem not in self.table.names:
                name = min(spellings, key=lambda word: (len(word), word))
                yield Entry(name, self._find_places(stem))

    def find_titles(self) -> Iterator[Entry]:
        """Every page under its own title; action lines are found so."""
        for page in self.catalogue.pages:
            if len(page.title.split()) <= MOST_WORDS_OF_TITLE:
                yield Entry(page.title, (Place(page.url, page.title, ""),))

    @cached_property
    def _definitions(self) -> Mapping[str, Place]:
        """The definition of each term by its name, without the abbreviation behind it."""
        return {
            _ABBREVIATION.sub("", fold(section.heading)): Place(self._find_address(section), "", "")
            for section in self.catalogue.sections
            if section.number and self._page(section).lists_terms
        }

    def _page(self, section: SectionEntry) -> PageEntry:
        return self.catalogue.pages[section.page]

    def _place(self, section: SectionEntry) -> Place:
        page = self._page(section)
        # "Cijfers" and "Verder lezen" say nothing: there the page as a whole is the place.
        if not section.anchor or section.heading in self._patterns:
            return Place(page.url, page.title, "")
        return Place(self._find_address(section), page.title, section.heading)

    def _find_address(self, section: SectionEntry) -> str:
        return f"{self._page(section).url}#{section.anchor}"

    @cached_property
    def _patterns(self) -> frozenset[str]:
        times = Counter(section.heading for section in self.catalogue.sections)
        return frozenset(heading for heading, count in times.items() if count > PATTERN)

    def _find_spellings(self) -> dict[str, list[str]]:
        """The words that headings and titles say, by their stem."""
        spellings: dict[str, list[str]] = {}
        headings = (
            section.heading
            for section in self.catalogue.sections
            if not self._page(section).lists_terms and section.heading not in self._patterns
        )
        for text in (*headings, *(page.title for page in self.catalogue.pages)):
            for word in _find_spelled_words(text):
                if stem := self._find_subject(word):
                    spellings.setdefault(stem, []).append(word)
        return spellings

    def _find_subject(self, word: str) -> str:
        """The stem of a word that may be a subject; empty for any other.

        A word that is made of others, or that others are made of, mostly names a thing.
        """
        keys = find_keys(word)
        if len(keys) != 1 or len(word) < _SHORTEST or not word.replace("-", "").isalpha():
            return ""
        entry = self.table.entries.get(keys[0])
        if entry is None or entry.kind != WORD or not entry.rank:
            return ""
        is_name = word[0].isupper() and entry.stem not in self._words_of_terms
        names_thing = entry.parts or entry.stem + PART in self.catalogue.rows or is_name
        # The stem of "zoekt" ends in no t: it is a verb.
        is_verb = word.endswith("t") and not entry.stem.endswith("t")
        return entry.stem if names_thing and not is_verb and word not in NUMBERS else ""

    @cached_property
    def _words_of_terms(self) -> frozenset[str]:
        """The stems of terms: "Care" stands under Handle with Care."""
        keys = (key.removeprefix(CONCEPT).split("_") for key in self.table.names)
        return frozenset(stem for stems in keys for stem in stems)

    def _find_places(self, term: str) -> tuple[Place, ...]:
        """The best section of each of the best pages, as the search has it."""
        sections: dict[int, tuple[float, int]] = {}
        for number, worth in self._find_worths(SECTIONS, term).items():
            page = self.catalogue.sections[number].page
            if not self.catalogue.pages[page].lists_terms:
                sections[page] = max(sections.get(page, (0.0, 0)), (worth, -number))
        worths = self._find_worths(PAGES, term)
        totals = {
            page: worths.get(page, 0.0) + sections.get(page, (0.0, 0))[0]
            for page in worths.keys() | sections.keys()
        }
        ranked = sorted(totals, key=lambda page: (-totals[page], page))[:MOST_PLACES]
        good = [page for page in ranked if totals[page] >= GOOD_PLACE * totals[ranked[0]]]
        return tuple(self._find_best_place(page, sections) for page in good)

    def _find_best_place(self, page: int, sections: Mapping[int, tuple[float, int]]) -> Place:
        if page not in sections:
            return self._place(self.catalogue.find_section(page, 0))
        return self._place(self.catalogue.sections[-sections[page][1]])

    def _find_worths(self, layer: str, term: str) -> dict[int, float]:
        """What a term is worth in each document of a layer: the sum that the search does."""
        worths: dict[int, float] = {}
        for field in LAYERS[layer]:
            for number, score in self.catalogue.score(layer, field, term).items():
                worths[number] = worths.get(number, 0.0) + field.boost * score
        return worths


def _find_spelled_words(text: str) -> Iterator[str]:
    """The words of a heading as a sentence has them: only a name keeps its capital."""
    begins = True
    for piece in text.split():
        word = piece.strip(_SIGNS)
        yield word[:1].lower() + word[1:] if begins and word[1:].islower() else word
        begins = piece.endswith(_ENDS_SENTENCE)
