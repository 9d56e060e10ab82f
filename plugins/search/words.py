"""Builds the word table of a collection: its own words, other forms of them, and the glossary's."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from plugins.core.memory import Memory, find_key
from plugins.search.analysis import Analyser
from plugins.search.dutch import (
    FILLER_WORDS,
    STOP_WORDS,
    find_keys,
    find_words,
    fold,
    folds_by_word,
    join,
    normalise,
)
from plugins.search.home import find_home_phrases
from plugins.search.lexicon import Lexicon, end_as_spoken, find_lemma, find_stem
from plugins.search.table import ABSENT, FILLER, STOP, WORD, Entry, WordTable
from plugins.search.typo import find_deletions

# Endings that make another word of a stem: inschrijf, inschrijving.
_ENDINGS = ("ing", "heid", "baar", "lijk", "loos", "en", "er", "e", "s")
# What the glossary lists stands for all its forms, unless more of all words are such a form:
# "help" is typed for help, but "helpen" stands everywhere.
MOST_SAID = 0.0002
# Lengths at which a word with one other letter is often a word too: recept, recent.
_CONFUSED = range(4, 9)


def build_word_table(analyser: Analyser, memory: Memory) -> WordTable:
    """The table of all words that an analyser counted, and of what its glossary's words bring."""
    builder = _Builder(analyser, memory)
    builder.add_own_words()
    builder.add_forms()
    builder.add_synonyms()
    builder.add_absent_words()
    entries = builder.entries
    names = {key: concept.name for key, concept in analyser.concepts.by_key.items()}
    return WordTable({key: entries[key] for key in sorted(entries)}, names, analyser.common)


class _Builder:
    def __init__(self, analyser: Analyser, memory: Memory) -> None:
        self.analyser = analyser
        self.memory = memory
        self.said = analyser.counts.copy()  # without the words of the glossary, which come now
        self.entries = {word: Entry(STOP, 0, "") for word in STOP_WORDS}

    def add_own_words(self) -> None:
        """Every word of the texts and of the glossary, the parts of compounds too."""
        for concept in self.analyser.concepts.by_key.values():
            for typed in (concept.name, *concept.typed):
                self.analyser.counts.update(find_words(normalise(typed)))
        for word in sorted(self.analyser.counts):
            self._add_word(word, self.analyser.counts[word])
        parts = dict.fromkeys(
            (spelling, stem)
            for word in sorted(self.analyser.counts)
            for part, stem in self.analyser.analyse(word).parts.items()
            # Who writes a compound apart leaves the link: veiligheids plan.
            for spelling in ((part, f"{part}s") if f"{part}s" in word else (part,))
        )
        for spelling, stem in parts:
            for key in find_keys(spelling):
                self.entries.setdefault(key, Entry(WORD, 1, stem))

    def add_forms(self) -> None:
        """Other forms of those words: people type "kind" where the pages say "kinderen" only."""
        stems = dict(self._find_lemmas())
        lexicon = self.analyser.lexicon
        # A few lemmas are no words of the dictionary: their stems follow from the site's own words.
        key = find_key(repr(sorted(stems.items())), *sorted(lexicon.own))
        forms = self.memory.recall("zoeken-vormen", key, lambda: _find_forms(lexicon, stems))
        for form, stem in forms:
            if form not in self.entries:
                self.entries[form] = Entry(FILLER if form in FILLER_WORDS else WORD, 0, stem)

    def _find_lemmas(self) -> Iterator[tuple[str, str]]:
        """The lemma and the stem of each word of the texts, and of the parts of compounds."""
        lexicon = self.analyser.lexicon
        for word in sorted(self.analyser.counts):
            analysis = self.analyser.analyse(word)
            for part, stem in ((word, analysis.stem), *analysis.parts.items()):
                if stem:
                    yield find_lemma(lexicon, part), stem

    def add_synonyms(self) -> None:
        """What visitors type for a concept leads to it."""
        for key, concept in self.analyser.concepts.by_key.items():
            terms = self.analyser.concepts.find_terms(key)
            for typed in (*concept.typed, concept.name):
                for phrase in self._find_phrases(typed):
                    self._add_concept(phrase, terms)
            for form in self._find_other_forms(concept.typed):
                self._add_concept(form, terms)
            if key in self.analyser.concepts.helps:
                for phrase in find_home_phrases():
                    self._add_concept(" ".join(find_keys(phrase)), terms)

    def add_absent_words(self) -> None:
        """Words that the site lacks but that look like its own: they are no typing errors."""
        near = {
            shorter
            for word, entry in self.entries.items()
            if entry.kind == WORD and entry.rank and len(word) in _CONFUSED
            for shorter in find_deletions(word)
        }
        absent = Entry(ABSENT, 0, "")
        for form in self.analyser.lexicon.lemmas:
            looks_unknown = len(form) in _CONFUSED and form.isascii() and form not in self.entries
            if looks_unknown and not near.isdisjoint(find_deletions(form)):
                self.entries[form] = absent

    def _add_word(self, word: str, count: int) -> None:
        analysis = self.analyser.analyse(word)
        if not analysis.stem:
            return
        parts = tuple(dict.fromkeys(analysis.parts.values()))
        for key in (analysis.key,) if folds_by_word(word) else find_keys(word):
            known = self.entries.get(key)
            rank = min(9, count.bit_length() + (known.rank if known else 0))
            kind = FILLER if key in FILLER_WORDS else WORD
            self.entries[key] = Entry(kind, rank, analysis.stem, parts)

    def _find_phrases(self, typed: str) -> Iterator[str]:
        """A typed text as it is; as stems, with stop words and, if enough is left, without.

        Two words stand in either order: hij slaat mij, dat hij mij slaat.
        """
        words = find_words(normalise(typed))
        yield " ".join(key for word in words for key in find_keys(word))
        stems = [stem for word in words if (stem := self.analyser.analyse(word).stem)]
        if len(stems) > 1:
            yield " ".join(stems)
        mixed = [self.analyser.analyse(word).stem or join(fold(word)) for word in words]
        if len(mixed) > 1:
            yield " ".join(mixed)
        if len(mixed) == 2:
            yield " ".join(reversed(mixed))

    def _find_other_forms(self, typed: Iterable[str]) -> Iterator[str]:
        """Who types "wurgde" means what the glossary has as "wurgt"."""
        for text in typed:
            lemma = self.analyser.lexicon.lemmas.get(normalise(text), "")
            forms = self._forms.get(lemma, ())
            if sum(self.said[form] for form in forms) <= self._most_said:
                for form in forms:
                    yield from find_keys(form)

    @cached_property
    def _most_said(self) -> float:
        return MOST_SAID * self.said.total()

    @cached_property
    def _forms(self) -> Mapping[str, Sequence[str]]:
        """The words of the dictionary that share a lemma with one that the glossary lists."""
        lemmas = self.analyser.lexicon.lemmas
        concepts = self.analyser.concepts.by_key.values()
        typed = {normalise(text) for concept in concepts for text in concept.typed}
        forms: dict[str, list[str]] = {lemmas[word]: [] for word in typed if word in lemmas}
        for form, lemma in lemmas.items():
            if lemma in forms:
                forms[lemma].append(form)
        return forms

    def _add_concept(self, phrase: str, terms: tuple[str, ...]) -> None:
        known = self.entries.get(phrase, Entry(WORD, 0, ""))
        if phrase and known.kind != STOP:
            concepts = tuple(sorted({*known.concepts, *terms}))
            self.entries[phrase] = known._replace(concepts=concepts)


def _find_forms(lexicon: Lexicon, known: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The forms of lemmas with these stems, and of those that derive from one, each as typed."""
    stems, values = dict(known), set(known.values())
    for lemma in set(lexicon.lemmas.values()) - stems.keys():
        # A stem takes time, and most words of a dictionary derive from none of the site.
        if _derives(lemma, values) and (stem := find_stem(lexicon, lemma)) in values:
            stems[lemma] = stem
    forms = ((form, stems[lemma]) for form, lemma in lexicon.lemmas.items() if lemma in stems)
    found = ((_find_typed(form), stem) for form, stem in (*sorted(stems.items()), *forms))
    return tuple((form, stem) for form, stem in found if form)


def _find_typed(form: str) -> str:
    plain = form.isascii() and form.isalpha()  # so is nearly all of a dictionary
    return form if plain else fold(form).replace("'", "").replace("-", "")


def _derives(lemma: str, stems: set[str]) -> bool:
    """Whether a word may come from one of these stems: it begins with it, as Dutch spells it."""
    return lemma.endswith(_ENDINGS) and any(
        end_as_spoken(lemma.removesuffix(ending)) in stems
        for ending in _ENDINGS
        if lemma.endswith(ending)
    )
