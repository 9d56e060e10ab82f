"""From a built site to its index, its export and its register, in one call. Knows no Pelican."""

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path

from plugins.core.memory import Memory, find_key
from plugins.core.workers import make_each
from plugins.search.analysis import Analyser, Analysis
from plugins.search.catalogue import build_catalogue
from plugins.search.concept import Synonyms, build_concepts, find_all_stems, find_concepts
from plugins.search.document import find_document, find_paths, find_url, read_article
from plugins.search.export import write_export
from plugins.search.fields import LAYERS
from plugins.search.index import write_index
from plugins.search.lexicon import Found, Lexicon, add_own_words, build_lexicon
from plugins.search.parts import read_dictionary
from plugins.search.register_page import PAGE, remove_register, write_register
from plugins.search.rows import SHARES, Row, join_share
from plugins.search.segment import Segment, build_segment, find_runs, join_counts
from plugins.search.store import write_word_table
from plugins.search.table import WordTable
from plugins.search.text import Page, find_page
from plugins.search.vocabulary import Vocabulary, find_common_pairs, find_vocabulary
from plugins.search.words import build_word_table

_REGISTER = find_url(PAGE)
EXPORT_FOLDER = Path("zoeken", "index")
# What only the analysis of words asks for: none of it is needed to write.
_OF_WORDS = ("zoeken-lemmas", "zoeken-woordenschat", "zoeken-gissingen", "zoeken-ontledingen",
             "zoeken-vormen")  # fmt: skip
_VOCABULARIES, _SEGMENTS, _ROWS = "zoeken-woordenschat", "zoeken-delen", "zoeken-rijen"
# A run is much work: two in a process are worth it.
_FEWEST_RUNS = 2


class SiteChangedError(Exception):
    """The pages of a site are others than a moment ago."""


@dataclass(frozen=True, slots=True)
class Search:
    """All that is written of a site, with its sorted rows; `key` tells what it was made of."""

    key: bytes
    segments: tuple[Segment, ...]
    rows: Sequence[Row]
    table: WordTable
    synonyms: Synonyms


def build_search(
    site: Path,
    index: Path,
    synonyms: Synonyms = (),
    memory: Memory | None = None,
    before: Search | None = None,
) -> None:
    """Index the pages below `site` into `index`; export it, and write its register, below `site`.

    What follows from some pages, or from the words of the site, is taken from `memory` and left
    there for the next time. The search found `before` is used if it is of the same pages.
    """
    with _without_collector():
        memory = memory or Memory()
        runs = read_runs(site)
        same = before is not None and before.key == _find_search_key(runs, synonyms)
        search = before if before and same else _find_search(runs, synonyms, memory)
        # Kept before it is shown: who sees it may change a page, and a preview ends this then.
        memory.close()
        _write_search(search, site, index)


def find_search(site: Path, synonyms: Synonyms, memory: Memory) -> Search:
    """Find the search of the pages below `site`, and write nothing. Raises OSError or
    SiteChangedError when the site changes.
    """
    with _without_collector():
        return _find_search(read_runs(site), synonyms, memory)


def _find_search(runs: Sequence["Run"], synonyms: Synonyms, memory: Memory) -> Search:
    segments, table = read_site(runs, synonyms, memory)
    memory.close(*_OF_WORDS)
    rows = join_rows(segments, memory)
    return Search(_find_search_key(runs, synonyms), segments, rows, table, synonyms)


def _find_search_key(runs: Iterable["Run"], synonyms: Synonyms) -> bytes:
    return find_key(repr(synonyms), *(run.key for run in runs))


def _write_search(search: Search, site: Path, index: Path) -> None:
    segments, rows, table = search.segments, search.rows, search.table
    write_export(segments, rows, table, site / EXPORT_FOLDER)
    write_register(site, build_catalogue(segments, rows), table, search.synonyms)
    write_index({layer: [one.files[layer] for one in segments] for layer in LAYERS}, index)
    # Last, because an index without its word table counts as no index.
    write_word_table(table, index)


@dataclass(eq=False)  # not frozen: it lets go of its pages
class Run:
    """Neighbouring pages of a site: their files by address. Read when they are asked for."""

    paths: dict[str, Path]

    @cached_property
    def key(self) -> bytes:
        """What all that is made of these pages follows from."""
        return _find_key(self._read_articles())

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """Those of the pages that are to be found, kept."""
        return self.read_pages()

    def read_pages(self) -> tuple[Page, ...]:
        """Those of the pages that are to be found."""
        articles = self._read_articles()
        if _find_key(articles) != self.key:
            raise SiteChangedError
        documents = (find_document(article, url) for url, article in articles.items() if article)
        return tuple(find_page(document) for document in documents if document is not None)

    def forget(self) -> None:
        """Let go of the pages: with thousands of them it is much."""
        self.__dict__.pop("pages", None)

    def _read_articles(self) -> dict[str, str]:
        articles = {url: read_article(path) for url, path in self.paths.items()}
        if _REGISTER in articles:  # a search does not read what it wrote itself
            articles[_REGISTER] = remove_register(articles[_REGISTER])
        return articles


def _find_key(articles: Mapping[str, str]) -> bytes:
    return find_key(*(part for pair in articles.items() for part in pair))


def read_runs(site: Path) -> tuple[Run, ...]:
    """The pages of a site, by address, in runs of neighbours."""
    paths = find_paths(site)
    addresses = list(paths)
    runs = (addresses[run] for run in find_runs(addresses))
    return tuple(Run({url: paths[url] for url in run}) for run in runs)


def read_site(
    runs: Sequence[Run], synonyms: Synonyms, memory: Memory
) -> tuple[tuple[Segment, ...], WordTable]:
    """The segments and the words of a site; what it took to find goes, which is much."""
    # The version of the dictionary is part of what a memory goes by.
    lexicon = build_lexicon(memory.recall("zoeken-lemmas", find_key(), read_dictionary))
    vocabularies = find_vocabularies(runs, memory)
    analyser = build_analyser(lexicon, vocabularies, synonyms, memory)
    segments = build_segments(runs, vocabularies, analyser, memory)
    counted = replace(analyser, counts=join_counts(segments))
    return segments, build_word_table(counted, memory)


def find_vocabularies(runs: Sequence[Run], memory: Memory) -> list[Vocabulary]:
    """The vocabulary of each run."""
    unknown = [run for run in runs if not memory.has(_VOCABULARIES, run.key)]
    read = make_each(Run.read_pages, unknown, "Pagina’s lezen", _FEWEST_RUNS)
    for run, pages in zip(unknown, read, strict=True):
        run.pages = pages
    return [memory.recall(_VOCABULARIES, run.key, partial(_find_vocabulary, run)) for run in runs]


def _find_vocabulary(run: Run) -> Vocabulary:
    return find_vocabulary(run.pages)


def build_analyser(
    lexicon: Lexicon, vocabularies: Sequence[Vocabulary], synonyms: Synonyms, memory: Memory
) -> Analyser:
    """The analyser of a collection: its own words tell what parts of compounds are."""
    words = frozenset[str]().union(*(vocabulary.words for vocabulary in vocabularies))
    lexicon = _recall_guesses(add_own_words(lexicon, words), memory)
    titles = [title for vocabulary in vocabularies for title in vocabulary.helps]
    helps = [find_all_stems(lexicon, title) for title in titles]
    concepts = build_concepts(find_concepts(lexicon, synonyms), helps)
    key = find_key(repr(concepts.by_key), *sorted(lexicon.own))
    analyses: dict[str, Analysis] = memory.recall("zoeken-ontledingen", key, dict)
    return Analyser(lexicon, concepts, find_common_pairs(vocabularies), analyses)


def _recall_guesses(lexicon: Lexicon, memory: Memory) -> Lexicon:
    """The lexicon that remembers the lemmas it guessed: they follow from the site's own words."""
    guessed = memory.recall("zoeken-gissingen", find_key(*sorted(lexicon.own)), dict[str, str])
    return replace(lexicon, found=Found(lemmas=guessed))


def build_segments(
    runs: Sequence[Run], vocabularies: Sequence[Vocabulary], analyser: Analyser, memory: Memory
) -> tuple[Segment, ...]:
    """The segments of a site; a run of which no page is to be found has none.

    A new word of the site may be a part of words elsewhere: so each segment goes by what its own
    words turn out to be.
    """
    frame, spelled = _find_frame(analyser), _Spelled(analyser)
    keyed: dict[bytes, Run] = {}
    for run, vocabulary in zip(runs, vocabularies, strict=True):
        keyed[find_key(frame, run.key, *map(spelled.__getitem__, vocabulary.words))] = run

    def recall(key: bytes) -> Segment | None:
        make = partial(_make_segment, keyed[key], analyser, key)
        return memory.recall(_SEGMENTS, key, make)

    keys = dict(zip(keyed, keyed, strict=True))
    memory.make_ahead((_SEGMENTS,), keys, recall, "Zoekindex maken", _FEWEST_RUNS)
    segments: list[Segment | None] = []
    for key, run in keyed.items():
        segments.append(recall(key))
        run.forget()  # another process may have made what was asked
    return tuple(segment for segment in segments if segment is not None)


def _make_segment(run: Run, analyser: Analyser, key: bytes) -> Segment | None:
    pages = run.pages
    run.forget()
    return build_segment(pages, analyser, key.hex()) if pages else None


class _Spelled(dict[str, str]):
    """The analysis of each word, written out."""

    def __init__(self, analyser: Analyser) -> None:
        super().__init__()
        self.analyser = analyser

    def __missing__(self, word: str) -> str:
        # As a tuple: to name each part would take three times as long.
        self[word] = spelled = tuple.__repr__(self.analyser.analyse(word))
        return spelled


def _find_frame(analyser: Analyser) -> bytes:
    """What every analysis follows from, besides the words that it is about."""
    concepts = analyser.concepts
    typed = sorted({text for one in concepts.by_key.values() for text in one.typed})
    stems = [find_all_stems(analyser.lexicon, text) for text in typed]
    shared = (concepts.by_key, sorted(concepts.helps), stems, sorted(analyser.common))
    return find_key(repr(shared))


def join_rows(segments: Sequence[Segment], memory: Memory) -> list[Row]:
    """The rows of all terms, sorted."""
    firsts = [0]
    for segment in segments:
        firsts.append(firsts[-1] + len(segment.pages))
    pieces: dict[bytes, list[tuple[int, bytes]]] = {}
    for share in range(SHARES):
        found = [(first, one.shares[share]) for first, one in zip(firsts, segments, strict=False)]
        pieces[find_key(*(part for first, one in found for part in (str(first), one)))] = found

    def recall(key: bytes) -> tuple[Row, ...]:
        return memory.recall(_ROWS, key, partial(join_share, pieces[key]))

    memory.make_ahead((_ROWS,), dict(zip(pieces, pieces, strict=True)), recall, "Woorden ordenen")
    return sorted(row for key in pieces for row in recall(key))


@contextmanager
def _without_collector() -> Iterator[None]:
    """Millions of values and no cycle among them: Python would look for one over and over."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
