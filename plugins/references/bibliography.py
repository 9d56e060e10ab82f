"""The sources of the hub, from BibTeX: pybtex for their meaning, bibtexparser for their lines."""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pybtex.errors
from bibtexparser.entrypoint import parse_string as split_bibtex
from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ParsingFailedBlock,
    String,
)
from pybtex.database import Entry as Work
from pybtex.database.input.bibtex import Parser
from pybtex.exceptions import PybtexError
from pybtex.richtext import Text

from plugins.core.files import read_source
from plugins.core.problem import Problem
from plugins.core.source import Source

FILE = "bronnen.bib"
# Its warnings say in English what becomes a Problem here.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)

# BibTeX's own names of months stand for numbers, so that the style writes them in Dutch.
_MONTH_MACROS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: str(number) for number, name in enumerate(_MONTH_MACROS, start=1)}

_HEAD = re.compile(r"@\s*(\w+)\s*[{(]\s*([^\s,{}()]*)")


@dataclass(frozen=True, slots=True)
class Located:
    """A work with its key and the line, from 1, where its entry starts."""

    key: str
    work: Work
    line: int

    def text(self, name: str) -> str:
        """Return a field as plain text, without BibTeX braces; empty when it is missing."""
        return str(Text.from_latex(self.work.fields.get(name, ""))).strip()


@dataclass(frozen=True, slots=True)
class Bibliography:
    """All works that could be read, in the order of the file, and what was wrong with the syntax.

    `unread` holds the keys of entries that stand in the file but could not be read.
    """

    works: tuple[Located, ...]
    problems: tuple[Problem, ...] = ()
    unread: frozenset[str] = frozenset()

    @property
    def keys(self) -> frozenset[str]:
        """The keys of all entries in the file, readable or not."""
        return self.unread | {located.key for located in self.works}


def read_bibliography(root: Path) -> Bibliography:
    """Read ``bronnen.bib`` of the content folder `root`."""
    source = read_source(root, root / FILE)
    return Bibliography((), (source,)) if isinstance(source, Problem) else find_works(source)


def find_works(source: Source) -> Bibliography:
    """Return the works in BibTeX text, and a Problem for each entry that could not be read."""
    blocks = split_bibtex(source.text, parse_stack=[]).blocks
    macros = "".join(block.raw or "" for block in blocks if isinstance(block, String)).replace(
        "\n", " "
    )
    works: list[Located] = []
    problems: list[Problem] = []
    for block in blocks:
        for found in _read_block(block, macros, source):
            (problems if isinstance(found, Problem) else works).append(found)  # type: ignore[arg-type]
    entries = (block for block in blocks if isinstance(block, Entry | ParsingFailedBlock))
    keys = {match[2] for block in entries if (match := _HEAD.match(block.raw or ""))}
    return Bibliography(tuple(works), tuple(problems), frozenset(keys - {one.key for one in works}))


def _read_block(block: Block, macros: str, source: Source) -> Iterator[Located | Problem]:
    line = (block.start_line or 0) + 1
    if isinstance(block, DuplicateBlockKeyBlock):
        yield _repeated(block, line, source)
    elif isinstance(block, DuplicateFieldKeyBlock):
        yield _repeated_field(block, line, source)
    elif isinstance(block, ParsingFailedBlock):
        yield _unreadable(block.raw or "", line, source)
    elif isinstance(block, Entry):
        yield _read_entry(block, line, macros, source)


def _read_entry(block: Entry, line: int, macros: str, source: Source) -> Located | Problem:
    with pybtex.errors.capture() as errors:
        try:
            parsed = Parser(macros=_MONTHS).parse_string(f"{macros}\n{block.raw}")
        except PybtexError as error:
            errors.append(error)
    if errors:
        return _syntax(errors[0], line, source)
    return Located(block.key, next(iter(parsed.entries.values())), line)


def _syntax(error: PybtexError, line: int, source: Source) -> Problem:
    inside = (getattr(error, "lineno", None) or 2) - 2  # one line of macros, and lines count from 1
    return Problem(
        source.path, line + inside, 1, "REF002", "deze bronvermelding is vanaf hier niet te lezen",
        "Controleer of het veld hierboven met een komma eindigt en elke accolade sluit.",
    )  # fmt: skip


def _unreadable(raw: str, line: int, source: Source) -> Problem:
    match = _HEAD.match(raw)
    name = f" van «{match[2]}»" if match else ""
    return Problem(
        source.path, line, 1, "REF002", f"een accolade of aanhalingsteken{name} sluit niet",
        "Tel de accolades: elke «{» heeft een «}» nodig.",
    )  # fmt: skip


def _repeated_field(block: DuplicateFieldKeyBlock, line: int, source: Source) -> Problem:
    names = ", ".join(sorted(block.duplicate_keys))
    return Problem(
        source.path, line, 1, "REF002", f"in deze bronvermelding staat een veld twee keer: {names}",
        "Verwijder één van de twee.",
    )  # fmt: skip


def _repeated(block: DuplicateBlockKeyBlock, line: int, source: Source) -> Problem:
    first = (block.previous_block.start_line or 0) + 1
    return Problem(
        source.path, line, 1, "REF003",
        f"de sleutel «{block.key}» bestaat al (regel {first})",
        "Geef deze bron een eigen sleutel, of verwijder de dubbele.",
    )  # fmt: skip
