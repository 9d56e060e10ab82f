"""The index of the site: the only file that imports Whoosh.

Two indexes stand in one folder: of pages (title, summary) and of their sections (heading, text);
both also of the words that the glossary adds. The words are analysed before Whoosh sees them.
Neighbouring pages are a segment, in Whoosh's sense: what they hold is written once and kept.
The folder holds pickles: never publish it, never open one that this project did not build.
"""

import pickle
import shutil
import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log
from pathlib import Path
from typing import Any
from zlib import compress, decompress

import whoosh.index
from whoosh import analysis, fields, scoring
from whoosh.codec import whoosh3
from whoosh.filedb.filestore import FileStorage, RamStorage
from whoosh.reading import TermNotFound
from whoosh.util.numeric import byte_to_length, length_to_byte

from plugins.search.collection import (
    Collection,
    FieldPostings,
    PageEntry,
    SectionEntry,
    TermPostings,
)
from plugins.search.fields import K1, LAYERS, PAGES, SECTIONS, Field


@dataclass(frozen=True, slots=True)
class Posting:
    """One document with a term: how often, Whoosh's rounded length of the field, and where."""

    document: int
    frequency: int
    length: int
    places: tuple[int, ...]


def round_length(length: int) -> int:
    """The length of a field as Whoosh keeps it, in a byte."""
    return int(byte_to_length(length_to_byte(length)))


@dataclass(frozen=True, slots=True)
class IndexFile:
    """A segment of a layer as Whoosh reads it: its name, how many documents it has, the lengths of
    its fields over all of them, and its bytes, packed, because they are kept.
    """

    name: str
    documents: int
    lengths: Mapping[str, int]
    packed: bytes


def build_index_file(collection: Collection, layer: str, name: str) -> IndexFile:
    """The segment `name` (small letters and digits) of a layer: what a collection holds of it."""
    entries = collection.pages if layer == PAGES else collection.sections
    searched = {field.name: collection.fields[layer, field.name] for field in LAYERS[layer]}
    return _build_file(layer, [_find_values(entry) for entry in entries], searched, name)


def write_index(layers: Mapping[str, Sequence[IndexFile]], folder: Path) -> None:
    """Make a new index in `folder`: each layer of its segments, in this order.

    What an earlier build left in `folder` is removed; a folder with anything else is refused.
    """
    _make_empty(folder)
    storage = FileStorage(folder)
    for layer, files in layers.items():
        segments = []
        for file in files:
            segment = whoosh3.W3Segment(whoosh3.W3Codec(), layer, file.documents, file.name)
            segment.compound, segment._fieldlengths = True, dict(file.lengths)
            (folder / segment.make_filename(segment.COMPOUND_EXT)).write_bytes(
                decompress(file.packed)
            )
            segments.append(segment)
        whoosh.index.TOC(_build_schema(layer), segments, 1).write(storage, layer)


class IndexReader:
    """An open index; close it, or use it in a `with` of contextlib.closing."""

    def __init__(self, folder: Path) -> None:
        self._searchers = {name: _open(folder, name) for name in LAYERS}
        self.pages = tuple(PageEntry(*shown) for shown in self._read_shown(PAGES))
        self.sections = tuple(self._read_sections())
        self._scores: dict[tuple[str, Field, str], dict[int, float]] = {}
        self._firsts = {
            section.page: place
            for place, section in enumerate(self.sections)
            if section.number == 0
        }

    def find_section(self, page: int, number: int) -> SectionEntry:
        """A section of a page by its number within that page."""
        return self.sections[self._firsts[page] + number]

    def close(self) -> None:
        """Close the files."""
        for searcher in self._searchers.values():
            searcher.close()

    def read_terms(self) -> list[str]:
        """Every term of the index, sorted."""
        return sorted(
            {
                text.decode()
                for layer, searcher in self._searchers.items()
                for field in LAYERS[layer]
                for text in searcher.reader().lexicon(field.name)
            }
        )

    def read_postings(self, layer: str, field: str, term: str) -> Iterator[Posting]:
        """The documents of a layer with a term in a field, in order."""
        for leaf, first in self._searchers[layer].reader().leaf_readers():
            for matcher in _find_matches(leaf, field, term):
                number, places = matcher.id(), tuple(matcher.value_as("positions"))
                length = leaf.doc_field_length(number, field)
                yield Posting(first + number, int(matcher.weight()), length, places)

    def score(self, layer: str, field: Field, term: str) -> Mapping[int, float]:
        """What a term in a field is worth, per document, without the weight of the field."""
        key = (layer, field, term)
        if key not in self._scores:
            self._scores[key] = self._score(layer, field, term)
        return self._scores[key]

    def _score(self, layer: str, field: Field, term: str) -> dict[int, float]:
        searcher = self._searchers[layer]
        found = [
            (
                first + matcher.id(),
                matcher.weight(),
                leaf.doc_field_length(matcher.id(), field.name),
            )
            for leaf, first in searcher.reader().leaf_readers()
            for matcher in _find_matches(leaf, field.name, term)
        ]
        if not found:
            return {}
        idf = searcher.idf(field.name, term)
        average = searcher.avg_field_length(field.name) or 1
        # Its scorer does this sum, and looks each term up six times before.
        return {
            document: weigh(field, idf, weight, length, average)
            for document, weight, length in found
        }

    def read_idf(self, layer: str, field: str, term: str) -> float:
        """How telling a term is: more where fewer documents have it."""
        return float(self._searchers[layer].idf(field, term))

    def read_average(self, layer: str, field: str) -> float:
        """The average length of a field, in terms."""
        return float(self._searchers[layer].avg_field_length(field))

    def _read_sections(self) -> Iterator[SectionEntry]:
        """The sections; a segment numbers its own pages, of each of which the first one is 0."""
        page = -1
        for shown in self._read_shown(SECTIONS):
            section = SectionEntry(*shown)
            page += section.number == 0
            yield replace(section, page=page)

    def _read_shown(self, layer: str) -> list[Any]:
        reader = self._searchers[layer].reader()
        return [reader.stored_fields(number)["shown"] for number in range(reader.doc_count_all())]


def find_idf(documents: int, found: int) -> float:
    """How telling a term is that so many of all documents have, as Whoosh has it."""
    return log(documents / (found + 1)) + 1


def weigh(field: Field, idf: float, frequency: float, length: int, average: float) -> float:
    """What a term in a document is worth: Whoosh's sum."""
    return float(scoring.bm25(idf, frequency, length, average, field.b, K1))


def _find_matches(leaf: Any, field: str, term: str) -> Iterator[Any]:
    """A matcher of a segment, at each of the documents that have a term, if any has."""
    try:
        matcher = leaf.postings(field, term)
    except TermNotFound:
        return
    while matcher.is_active():
        yield matcher
        matcher.next()


class _TermsWriter(whoosh3.W3PostingsWriter):  # type: ignore[misc]
    """Writes what Whoosh's own does, all postings of a term at once and none of them checked."""

    _terminfo: Any

    def add_posting(
        self,
        id_: Sequence[int],
        weight: Sequence[int],
        vbytes: Sequence[bytes],
        length: Sequence[int] | None = None,
    ) -> None:
        """Write the documents of a term, how often each has it, where, and how long each is."""
        lengths = length or ()
        count = len(id_)
        blocks = [whoosh3.WHOOSH3_HEADER_MAGIC]
        for start in range(0, count, self._blocklimit):
            end = min(start + self._blocklimit, count)
            block = _encode_block(
                id_[start:end], weight[start:end], vbytes[start:end], lengths[start:end]
            )
            size = len(block) if end < count else -len(block)  # so the last one is marked
            blocks += (_INT.pack(size), block)
        self._postfile.write(b"".join(blocks))
        info = self._terminfo
        info._weight, info._df = sum(weight), count
        info._minlength, info._maxlength, info._maxweight = min(lengths), max(lengths), max(weight)
        info._minid, info._maxid = id_[0], id_[-1]

    def finish_postings(self) -> Any:
        """What the index of terms says of this one."""
        info, self._terminfo = self._terminfo, None
        info.set_extent(self._startoffset, self._postfile.tell() - self._startoffset)
        return info


_INT = struct.Struct("!i")
_FAST = 1


def _encode_block(
    documents: Sequence[int],
    frequencies: Sequence[int],
    places: Sequence[bytes],
    lengths: Sequence[int],
) -> bytes:
    """Some postings, and before them what Whoosh asks of them as a whole."""
    most = max(frequencies)
    lowest = min(frequencies)
    weights: Any = tuple(map(float, frequencies)) if lowest < most else float(most)
    steps = tuple(map(int.__sub__, documents, (0, *documents)))
    shortest, longest = length_to_byte(min(lengths)), length_to_byte(max(lengths))
    info = (len(documents), documents[-1], float(most), 0, shortest, longest)
    data = (steps, None if weights == 1.0 else weights, tuple(places))
    return pickle.dumps(info, 2) + pickle.dumps(data, 2)


class _Codec(whoosh3.W3Codec):  # type: ignore[misc]
    """Whoosh's own files, written a term at a time and not compressed: they stay here."""

    def postings_writer(self, dbfile: Any, byteids: bool = False) -> Any:
        """The writer of one field."""
        return _TermsWriter(dbfile, self._blocklimit, byteids, compression=0)

    def new_segment(self, storage: Any, indexname: str) -> Any:
        """A segment that any Whoosh can read."""
        return whoosh3.W3Segment(whoosh3.W3Codec(), indexname, segid=storage.segment)


class _Room(RamStorage):  # type: ignore[misc]
    """Where one segment is written: Whoosh would name it by chance."""

    def __init__(self, segment: str) -> None:
        super().__init__()
        self.segment = segment

    def temp_storage(self, name: str | None = None) -> Any:
        """Where it puts what it needs for a while."""
        return RamStorage()


def _build_file(
    layer: str, shown: Sequence[tuple[Any, ...]], searched: Mapping[str, FieldPostings], name: str
) -> IndexFile:
    schema, room = _build_schema(layer), _Room(name)
    writer = room.create_index(schema, indexname=layer).writer(codec=_Codec())
    for document, values in enumerate(shown):
        writer.perdocwriter.start_doc(document)
        writer.perdocwriter.add_field("shown", schema["shown"], values, 0)
        for field in sorted(searched):
            length = searched[field].lengths[document]
            writer.perdocwriter.add_field(field, schema[field], None, length)
        writer.perdocwriter.finish_doc()
    writer.docnum = len(shown)
    writer._added = bool(shown)  # it counts only what add_document() was given
    for field in sorted(searched):
        _write_field(writer.fieldwriter, schema[field], field, searched[field])
    writer.commit()
    segment = writer.newsegment
    data = room.files[segment.make_filename(segment.COMPOUND_EXT)]
    return IndexFile(name, len(shown), dict(segment._fieldlengths), compress(data, _FAST))


def _build_schema(layer: str) -> Any:
    # No text goes through an analyser: the terms are there already.
    texts = {field.name: fields.TEXT(analyzer=analysis.IDTokenizer()) for field in LAYERS[layer]}
    return fields.Schema(shown=fields.STORED, **texts)


def _write_field(writer: Any, field: Any, name: str, postings: FieldPostings) -> None:
    rounded = [round_length(length) for length in postings.lengths]
    encoded: dict[tuple[int, ...], bytes] = {}
    writer.start_field(name, field)
    for text, term in sorted((term.encode(), term) for term in postings.terms):
        writer.start_term(text)
        writer.add(*_find_columns(postings.terms[term], field.format, encoded, rounded))
        writer.finish_term()
    writer.finish_field()


def _find_columns(
    postings: TermPostings,
    format: Any,
    encoded: dict[tuple[int, ...], bytes],
    rounded: Sequence[int],
) -> tuple[Sequence[Any], ...]:
    """Documents, frequencies, places as Whoosh writes them, and lengths, of one term."""
    for places in postings.places:
        if places not in encoded:
            encoded[places] = format.encode(places)
    return (
        postings.documents,
        [*map(len, postings.places)],
        [*map(encoded.__getitem__, postings.places)],
        [*map(rounded.__getitem__, postings.documents)],
    )


def _find_values(entry: PageEntry | SectionEntry) -> tuple[Any, ...]:
    return tuple(getattr(entry, name) for name in entry.__slots__)


def _open(folder: Path, layer: str) -> Any:
    return whoosh.index.open_dir(folder, indexname=layer, readonly=True).searcher()


def _make_empty(folder: Path) -> None:
    if folder.exists() and any(folder.iterdir()):
        if not any(folder.glob(f"_{PAGES}_*.toc")):
            raise FileExistsError(f"{folder} holds something else than a search index")
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
