"""From a built site to its index and its export, in one call. Knows no Pelican."""

import gc
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from plugins.core.memory import Memory, find_key
from plugins.search.analysis import Analyser, find_stop_pairs
from plugins.search.collection import Collection, build_collection
from plugins.search.concept import Synonyms, build_concepts, find_all_stems, find_concepts
from plugins.search.document import Document, find_document, read_articles
from plugins.search.dutch import fold, join
from plugins.search.export import write_export
from plugins.search.fields import HELP_KIND
from plugins.search.index import write_index
from plugins.search.lexicon import Found, Lexicon, add_own_words, build_lexicon
from plugins.search.parts import read_lemmas
from plugins.search.store import write_word_table
from plugins.search.table import WordTable
from plugins.search.text import Page, Text, find_page
from plugins.search.words import build_word_table

# Two stop words side by side that so many of the sections have tell none apart.
COMMON_PART, COMMON_COUNT = 0.05, 50

EXPORT_FOLDER = Path("zoeken", "index")


def build_search(
    site: Path, index: Path, synonyms: Synonyms = (), memory: Memory | None = None
) -> None:
    """Index the pages below `site` into `index`, export it below `site`.

    What follows from one page, or from the words of the site, is taken from `memory` and left
    there for the next time.
    """
    with _without_collector():
        _build_search(site, index, synonyms, memory or Memory())


def _build_search(site: Path, index: Path, synonyms: Synonyms, memory: Memory) -> None:
    documents, collection, table = _read_site(site, synonyms, memory)
    memory.save()
    write_index(collection, index)
    write_export(documents, collection, table, site / EXPORT_FOLDER)
    # Last, because an index without its word table counts as no index.
    write_word_table(table, index)


def _read_site(
    site: Path, synonyms: Synonyms, memory: Memory
) -> tuple[tuple[Document, ...], Collection, WordTable]:
    """All that is written of a site; what it took to find goes, which is much at many pages."""
    pages = read_pages(site, memory)
    analyser = build_analyser(pages, synonyms, memory)
    collection = build_collection(pages, analyser)
    documents = tuple(page.document for page in pages)
    return documents, collection, build_word_table(analyser)


def read_pages(site: Path, memory: Memory) -> tuple[Page, ...]:
    """The pages of a site that are to be found, by address."""
    found = (
        memory.recall("zoeken-paginas", find_key(url, article), partial(_make_page, article, url))
        for url, article in read_articles(site)
    )
    return tuple(page for page in found if page is not None)


def _make_page(article: str, url: str) -> Page | None:
    document = find_document(article, url)
    return None if document is None else find_page(document)


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


def build_analyser(
    pages: Sequence[Page], synonyms: Synonyms, memory: Memory | None = None
) -> Analyser:
    """The analyser of a collection: its own words tell what parts of compounds are."""
    own: set[str] = set()
    for page in pages:
        for text in page.texts:
            own.update(text.words)
    lexicon = _build_lexicon(own, memory or Memory())
    helps = [
        find_all_stems(lexicon, page.document.title)
        for page in pages
        if page.document.kind == HELP_KIND
    ]
    concepts = build_concepts(find_concepts(lexicon, synonyms), helps)
    return Analyser(lexicon, concepts, find_common_pairs(pages))


def _build_lexicon(words: Iterable[str], memory: Memory) -> Lexicon:
    """The dictionary of a collection, with what was found in it for these words before."""
    # The version of the dictionary is part of what a memory goes by.
    lemmas = memory.recall("zoeken-lemmas", find_key(), read_lemmas)
    lexicon = add_own_words(build_lexicon(lemmas), words)
    own = find_key(*sorted(lexicon.own))
    return replace(lexicon, found=memory.recall("zoeken-woorden", own, Found))


def find_common_pairs(pages: Sequence[Page]) -> frozenset[str]:
    """The pairs of stop words that stand in too many sections to find one by."""
    texts = [text for page in pages for _, _, text in page.sections]
    keys = _Keys()
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update({pair for _, pair in find_stop_pairs(keys.find(text))})
    most = max(COMMON_PART * len(texts), COMMON_COUNT)
    return frozenset(pair for pair, count in counts.items() if count > most)


class _Keys(dict[str, str]):
    """Words as the word table spells them, each folded once."""

    def __missing__(self, word: str) -> str:
        self[word] = key = join(fold(word))
        return key

    def find(self, text: Text) -> Sequence[str]:
        """The words of a text."""
        return [self[word] for word in text.words] if text.folded is None else text.folded
