"""From a built site to its index and its export, in one call. Knows no Pelican."""

from collections import Counter
from contextlib import closing
from pathlib import Path

from plugins.search.analysis import Analyser, find_stop_pairs
from plugins.search.concept import Synonyms, build_concepts, find_all_stems, find_concepts
from plugins.search.document import Document, read_documents
from plugins.search.dutch import find_words, normalise
from plugins.search.export import write_export
from plugins.search.index import HELP_KIND, IndexReader, build_index
from plugins.search.lexicon import add_own_words, read_lexicon
from plugins.search.store import write_word_table
from plugins.search.words import build_word_table

# Two stop words side by side that so many of the sections have tell none apart.
COMMON_PART, COMMON_COUNT = 0.05, 50

EXPORT_FOLDER = Path("zoeken", "index")


def build_search(site: Path, index: Path, synonyms: Synonyms = ()) -> None:
    """Index the pages below `site` into `index`, export it below `site`."""
    documents = read_documents(site)
    analyser = build_analyser(documents, synonyms)
    build_index(documents, analyser, index)
    table = build_word_table(analyser)
    with closing(IndexReader(index)) as reader:
        write_export(documents, reader, table, site / EXPORT_FOLDER)
    # Last, because an index without its word table counts as no index.
    write_word_table(table, index)


def build_analyser(documents: tuple[Document, ...], synonyms: Synonyms) -> Analyser:
    """The analyser of a collection: its own words tell what parts of compounds are."""
    texts = (text for document in documents for text in _find_texts(document))
    own = {word for text in texts for word in find_words(normalise(text))}
    lexicon = add_own_words(read_lexicon(), own)
    helps = [
        find_all_stems(lexicon, document.title)
        for document in documents
        if document.kind == HELP_KIND
    ]
    concepts = build_concepts(find_concepts(lexicon, synonyms), helps)
    return Analyser(lexicon, concepts, find_common_pairs(documents))


def find_common_pairs(documents: tuple[Document, ...]) -> frozenset[str]:
    """The pairs of stop words that stand in too many sections to find one by."""
    texts = [section.text for document in documents for section in document.sections]
    counts = Counter(pair for text in texts for pair in {pair for _, pair in find_stop_pairs(text)})
    most = max(COMMON_PART * len(texts), COMMON_COUNT)
    return frozenset(pair for pair, count in counts.items() if count > most)


def _find_texts(document: Document) -> tuple[str, ...]:
    inside = (text for part in document.sections for text in (part.heading, part.text))
    return (document.title, document.summary, *inside)
