"""The sources of the hub, from BibTeX: bibtexparser for their places, pybtex for their meaning."""

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from bibtexparser.entrypoint import parse_string as split_bibtex
from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ImplicitComment,
    ParsingFailedBlock,
    String,
)
from pybtex.database import Entry as Work
from pybtex.database import Person

from plugins.core.files import read_source
from plugins.core.problem import Problem
from plugins.core.schema import DATE
from plugins.core.source import Source
from plugins.references.entry import (
    VERBATIM,
    Fault,
    find_fault,
    find_fields,
    find_work,
    plain_text,
    read_macros,
)

FILE = "bronnen.bib"
# Its warnings say in English what becomes a Problem here.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)

_HEAD = re.compile(r"@\s*(\w+)\s*[{(]\s*([^\s,{}()]*)")
_OPENING = re.compile(r"[^{(]*[{(]\s*")
_LOST_HEAD = re.compile(r"^[ \t]*@[ \t]*\w+", re.M)


@dataclass(frozen=True, slots=True)
class Located:
    """A work with its key, and where it stands: `offset` is that of its entry in `source`.

    `fields` holds the names in small letters and the values as typed, with their braces.
    """

    key: str
    work: Work
    source: Source = field(repr=False, compare=False)
    offset: int
    raw: str
    fields: tuple[tuple[str, str], ...]

    @property
    def line(self) -> int:
        """The line, from 1, where the entry starts."""
        return self.source.position(self.offset)[0]

    def text(self, name: str) -> str:
        """Return a field as plain text, without BibTeX braces; empty when it is missing."""
        value: str = self.work.fields.get(name, "")
        return value if not value or name in VERBATIM else plain_text(value)

    def has(self, name: str) -> bool:
        """Tell whether a field is there and not empty."""
        return bool(self.work.persons.get(name)) or bool(self.text(name))

    @property
    def seen(self) -> date | None:
        """The day on which an editor read the original; None when nobody did."""
        text = self.text("gezien")
        return date.fromisoformat(text) if DATE.accepts(text) else None

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields that the entry says are not known."""
        return tuple(re.findall(r"[^\s,]+", self.text("ontbreekt").casefold()))

    def find_place(self, name: str) -> tuple[int, int]:
        """Return the offsets in the file of a field's name and of the text of its value.

        For a field that is not there, and for an empty name, both are those of the key.
        """
        if name:
            for found, start, value in find_fields(self.raw, self.fields):
                if found == name:
                    return self.offset + start, self.offset + value
        key = self.offset + _OPENING.match(self.raw).end()  # type: ignore[union-attr]
        return key, key

    def problem(
        self, name: str, code: str, message: str, hint: str, *, stops: bool = True
    ) -> Problem:
        """Return a Problem at the value of the field `name`, or at the key without such a field."""
        return self.source.problem(self.find_place(name)[1], code, message, hint, stops=stops)


@dataclass(frozen=True)  # without slots: the keys, which every page asks for, are kept
class Bibliography:
    """All works that could be read, in the order of the file, and what was wrong with the syntax.

    `unread` holds the keys of entries that stand in the file but could not be read.
    """

    works: tuple[Located, ...]
    problems: tuple[Problem, ...] = ()
    unread: frozenset[str] = frozenset()

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of all entries in the file, readable or not."""
        return self.unread | {located.key for located in self.works}


def read_bibliography(root: Path) -> Bibliography:
    """Read ``bronnen.bib`` of the content folder `root`."""
    source = read_source(root, root / FILE)
    return Bibliography((), (source,)) if isinstance(source, Problem) else find_works(source)


def find_works(source: Source) -> Bibliography:
    """Return the works in BibTeX text, and a Problem for each entry that could not be read."""
    blocks = tuple(_find_offsets(split_bibtex(source.text, parse_stack=[]).blocks, source))
    macros = read_macros(tuple(block.raw or "" for block, _ in blocks if isinstance(block, String)))
    reader = _Reader(source, macros, {})
    found = [item for block, offset in blocks for item in reader.read(block, offset)]
    works = tuple(item for item in found if isinstance(item, Located))
    problems = tuple(item for item in found if isinstance(item, Problem))
    entries = (block for block, _ in blocks if isinstance(block, Entry | ParsingFailedBlock))
    keys = {match[2] for block in entries if (match := _HEAD.match(block.raw or ""))}
    unread = frozenset(keys - {""} - {located.key for located in works})
    return Bibliography(works, problems, unread)


def _find_offsets(blocks: list[Block], source: Source) -> Iterator[tuple[Block, int]]:
    """Yield each block with its offset in the file: they stand there in this order, as they are.

    Only one that could not be read can overlap the next.
    """
    position = 0
    for block in blocks:
        raw = block.raw or ""
        offset = source.text.index(raw, position)
        position = offset + (1 if isinstance(block, ParsingFailedBlock) else len(raw))
        yield block, offset


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the blocks of one file; `people` are the names met so far."""

    source: Source
    macros: Mapping[str, str]
    people: dict[str, Person]

    def read(self, block: Block, offset: int) -> Iterator[Located | Problem]:
        if isinstance(block, DuplicateBlockKeyBlock):
            yield _repeated(block, offset, self.source)
        elif isinstance(block, DuplicateFieldKeyBlock):
            yield from self.read(block.ignore_error_block or Block(), offset)
        elif isinstance(block, ParsingFailedBlock):
            yield self.read_failed(block.raw or "", offset)
        elif isinstance(block, Entry):
            yield self.read_entry(block, offset)
        elif isinstance(block, String):
            yield from self.read_macro(block.raw or "", offset)
        elif isinstance(block, ImplicitComment):
            yield from _find_lost(block.raw or "", offset, self.source)

    def read_entry(self, block: Entry, offset: int) -> Located | Problem:
        fields = tuple((field.key.casefold(), field.value) for field in block.fields)
        raw = block.raw or ""
        if len({name for name, _ in fields}) < len(fields):
            return _repeated_field(raw, fields, offset, self.source)
        work = find_work(block, self.macros, self.people)
        if isinstance(work, Fault):
            return self.source.problem(offset + work.offset, "REF002", work.message, work.hint)
        return Located(block.key, work, self.source, offset, raw, fields)

    def read_failed(self, raw: str, offset: int) -> Problem:
        """Tell where pybtex stumbles; when it reads on to the end, something does not close.

        It gets what stands up to the next line that starts an entry, and only once.
        """
        text = self.source.text
        fault = None
        if offset == 0 or text[offset - 1] == "\n":
            end = text.find("\n@", offset)
            fault = find_fault(text[offset : end if end > 0 else None], self.macros)
        if fault is None or not fault.offset:
            return _unclosed(raw, offset, self.source)
        return self.source.problem(offset + fault.offset, "REF002", fault.message, fault.hint)

    def read_macro(self, raw: str, offset: int) -> Iterator[Problem]:
        fault = find_fault(raw, self.macros)
        if fault:
            yield self.source.problem(offset + fault.offset, "REF002", fault.message, fault.hint)


def _unclosed(raw: str, offset: int, source: Source) -> Problem:
    match = _HEAD.match(raw)
    name = f" van «{match[2]}»" if match else ""
    return source.problem(
        offset, "REF002", f"een accolade of aanhalingsteken{name} sluit niet",
        "Tel de accolades: elke «{» heeft een «}» nodig.",
    )  # fmt: skip


def _find_lost(raw: str, offset: int, source: Source) -> Iterator[Problem]:
    """Yield what starts as an entry does, but is none: without a brace all of it would be lost."""
    for match in _LOST_HEAD.finditer(raw):
        yield source.problem(
            offset + match.end() - len(match.group().lstrip()), "REF002",
            f"na «{match.group().strip()}» hoort een accolade",
            "Schrijf «@report{sleutel,», of zet «%» voor een opmerking.",
        )  # fmt: skip


def _repeated_field(
    raw: str, fields: tuple[tuple[str, str], ...], offset: int, source: Source
) -> Problem:
    again: dict[str, int] = {}
    places = tuple(find_fields(raw, fields))
    for number, (name, start, _) in enumerate(places):
        if any(name == before for before, _, _ in places[:number]):
            again.setdefault(name, start)
    return source.problem(
        offset + min(again.values()), "REF002",
        f"in deze bronvermelding staat een veld twee keer: {', '.join(sorted(again))}",
        "Verwijder één van de twee.",
    )  # fmt: skip


def _repeated(block: DuplicateBlockKeyBlock, offset: int, source: Source) -> Problem:
    first = (block.previous_block.start_line or 0) + 1
    return source.problem(
        offset, "REF003", f"de sleutel «{block.key}» bestaat al (regel {first})",
        "Geef deze bron een eigen sleutel, of verwijder de dubbele.",
    )  # fmt: skip
