"""From a built site to its index and its export, in one call. Knows no Pelican."""

from pathlib import Path

from plugins.search.answer import write_word_table
from plugins.search.document import read_documents
from plugins.search.export import render_export, write_export
from plugins.search.index import build_index, read_statistics
from plugins.search.query import Synonyms, build_word_table

EXPORT_FOLDER = Path("zoeken", "index")


def build_search(site: Path, index: Path, synonyms: Synonyms = ()) -> None:
    """Index the pages below `site` into `index`, export it below `site`."""
    table = build_word_table(build_index(read_documents(site), index), synonyms)
    write_export(render_export(read_statistics(index), table), site / EXPORT_FOLDER)
    # Last, because an index without its word table counts as no index.
    write_word_table(table, index)
