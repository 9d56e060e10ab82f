"""Segments: neighbouring pages, as the index and the export have them, made once and kept."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from plugins.core.memory import find_key
from plugins.search.analysis import Analyser
from plugins.search.collection import Collection, PageEntry, SectionEntry, build_collection
from plugins.search.fields import LAYERS, PAGES, SECTIONS
from plugins.search.index import IndexFile, build_index_file
from plugins.search.packed import pack, unpack
from plugins.search.rows import split_collection
from plugins.search.shown import ShownPage, show_page
from plugins.search.text import Page

# With fewer pages in a segment there is less to do for a change; with more, a term stands in fewer
# segments, and each of them costs.
LEAST_PAGES = 48
MOST_SEGMENTS = 32
_LONGEST_NAME = 16


@dataclass(frozen=True, slots=True)
class Segment:
    """What some neighbouring pages bring to the index and to the export.

    The sections have the numbers of pages from the first of these. `files` are Whoosh's, by layer;
    `lengths` the sum of those of each field's documents; `shares` what rows.py makes rows of;
    `counts`, packed, how often the texts have each word.
    """

    pages: tuple[PageEntry, ...]
    sections: tuple[SectionEntry, ...]
    files: Mapping[str, IndexFile]
    lengths: Mapping[tuple[str, str], int]
    shares: tuple[bytes, ...]
    shown: tuple[ShownPage, ...]
    counts: bytes


def find_runs(addresses: Sequence[str]) -> Iterator[slice]:
    """Where the segments of sorted addresses are.

    A page begins one if its address has the highest digest of all pages near it: so segments are
    about as long, and one page more or less moves no border but those near it.
    """
    size = LEAST_PAGES
    while size * MOST_SEGMENTS < len(addresses):
        size *= 2
    digests, reach = [*map(find_key, addresses)], size // 2
    begins = [
        place
        for place, digest in enumerate(digests)
        if not any(other > digest for other in digests[max(0, place - reach) : place + reach + 1])
    ]
    borders = sorted({0, *begins, len(addresses)})
    yield from (slice(*pair) for pair in pairwise(borders))


def build_segment(pages: Iterable[Page], analyser: Analyser, name: str) -> Segment:
    """The segment of some pages; words that `analyser` knows are not analysed anew."""
    own = replace(analyser, counts=Counter())
    pages = tuple(pages)
    collection = build_collection(pages, own)
    return Segment(
        pages=collection.pages,
        sections=collection.sections,
        files=_build_files(collection, name[:_LONGEST_NAME]),
        lengths={place: sum(found.lengths) for place, found in collection.fields.items()},
        shares=split_collection(collection),
        shown=tuple(show_page(page.document) for page in pages),
        counts=pack(dict(own.counts)),
    )


def join_counts(segments: Iterable[Segment]) -> Counter[str]:
    """How often the texts of all segments have each word."""
    counts: Counter[str] = Counter()
    for segment in segments:
        counts.update(unpack(segment.counts))
    return counts


def count_documents(segments: Sequence[Segment]) -> Mapping[str, int]:
    """How many documents each layer has in all."""
    return {
        PAGES: sum(len(segment.pages) for segment in segments),
        SECTIONS: sum(len(segment.sections) for segment in segments),
    }


def find_averages(segments: Sequence[Segment]) -> Mapping[tuple[str, str], float]:
    """The average length of each field of each layer, as Whoosh has it."""
    counts = count_documents(segments)
    return {
        (layer, field.name): sum(one.lengths[layer, field.name] for one in segments)
        / (counts[layer] or 1)
        for layer in LAYERS
        for field in LAYERS[layer]
    }


def _build_files(collection: Collection, name: str) -> Mapping[str, IndexFile]:
    return {layer: build_index_file(collection, layer, name) for layer in (PAGES, SECTIONS)}
