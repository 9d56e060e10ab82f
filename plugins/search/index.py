"""The index of the site: the only file that imports Whoosh.

Two indexes stand in one folder: of pages (title, summary) and of their sections (heading, text);
both also of the words that the glossary adds. The words are analysed before Whoosh sees them.
The folder holds pickles: never publish it, never open one that this project did not build.
"""

import pickle
import shutil
import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import whoosh.index
from whoosh import analysis, fields, scoring
from whoosh.codec import whoosh3
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


def write_index(collection: Collection, folder: Path) -> None:
    """Make a new index of a collection in `folder`, each layer as one segment.

    What an earlier build left in `folder` is removed; a folder with anything else is refused.
    """
    _make_empty(folder)
    pages = [_find_values(page) for page in collection.pages]
    sections = [_find_values(section) for section in collection.sections]
    for layer, shown in ((PAGES, pages), (SECTIONS, sections)):
        searched = {field.name: collection.fields[layer, field.name] for field in LAYERS[layer]}
        _write_layer(folder, layer, shown, searched)


class IndexReader:
    """An open index; close it, or use it in a `with` of contextlib.closing."""

    def __init__(self, folder: Path) -> None:
        self._searchers = {name: _open(folder, name) for name in LAYERS}
        self.pages = tuple(PageEntry(*shown) for shown in self._read_shown(PAGES))
        self.sections = tuple(SectionEntry(*shown) for shown in self._read_shown(SECTIONS))

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
        return sorted(set().union(*self._terms.values()))

    def read_postings(self, layer: str, field: str, term: str) -> Iterator[Posting]:
        """The documents of a layer with a term in a field, in order."""
        reader = self._searchers[layer].reader()
        if term not in self._terms[layer, field]:
            return
        matcher = reader.postings(field, term)
        while matcher.is_active():
            number = matcher.id()
            places = tuple(matcher.value_as("positions"))
            length = reader.doc_field_length(number, field)
            yield Posting(number, int(matcher.weight()), length, places)
            matcher.next()

    def score(self, layer: str, field: Field, term: str) -> Mapping[int, float]:
        """What a term in a field is worth, per document, without the weight of the field."""
        key = (layer, field, term)
        if key not in self._scores:
            self._scores[key] = self._score(layer, field, term)
        return self._scores[key]

    def _score(self, layer: str, field: Field, term: str) -> dict[int, float]:
        searcher = self._searchers[layer]
        if (field.name, term) not in searcher.reader():
            return {}
        weighting = scoring.BM25F(B=field.b, K1=K1)
        scorer = weighting.scorer(searcher, field.name, term)
        matcher = searcher.reader().postings(field.name, term)
        scores = {}
        while matcher.is_active():
            scores[matcher.id()] = float(scorer.score(matcher))
            matcher.next()
        return scores

    def read_idf(self, layer: str, field: str, term: str) -> float:
        """How telling a term is: more where fewer documents have it."""
        return float(self._searchers[layer].idf(field, term))

    def read_average(self, layer: str, field: str) -> float:
        """The average length of a field, in terms."""
        return float(self._searchers[layer].avg_field_length(field))

    @cached_property
    def _terms(self) -> dict[tuple[str, str], frozenset[str]]:
        """The terms of each field: Whoosh itself takes long to say that it lacks one."""
        return {
            (layer, field.name): frozenset(
                text.decode() for text in searcher.reader().lexicon(field.name)
            )
            for layer, searcher in self._searchers.items()
            for field in LAYERS[layer]
        }

    def _read_shown(self, layer: str) -> list[Any]:
        reader = self._searchers[layer].reader()
        return [reader.stored_fields(number)["shown"] for number in range(reader.doc_count_all())]


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
        return whoosh3.W3Segment(whoosh3.W3Codec(), indexname)


def _write_layer(
    folder: Path,
    layer: str,
    shown: Sequence[tuple[Any, ...]],
    searched: Mapping[str, FieldPostings],
) -> None:
    schema = _build_schema(searched)
    writer = whoosh.index.create_in(folder, schema, indexname=layer).writer(codec=_Codec())
    for document, values in enumerate(shown):
        writer.perdocwriter.start_doc(document)
        writer.perdocwriter.add_field("shown", schema["shown"], values, 0)
        for name in sorted(searched):
            length = searched[name].lengths[document]
            writer.perdocwriter.add_field(name, schema[name], None, length)
        writer.perdocwriter.finish_doc()
    writer.docnum = len(shown)
    writer._added = bool(shown)  # it counts only what add_document() was given
    for name in sorted(searched):
        _write_field(writer.fieldwriter, schema[name], name, searched[name])
    writer.commit()


def _build_schema(searched: Mapping[str, FieldPostings]) -> Any:
    # No text goes through an analyser: the terms are there already.
    texts = {name: fields.TEXT(analyzer=analysis.IDTokenizer()) for name in searched}
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
