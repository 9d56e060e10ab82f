"""One entry of BibTeX text as pybtex's Entry, or where and why it cannot be read."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pybtex.errors
from bibtexparser.model import Entry as Block
from pybtex.bibtex.utils import split_name_list
from pybtex.database import Entry, InvalidNameString, Person
from pybtex.database.input.bibtex import Parser, UndefinedMacro
from pybtex.exceptions import PybtexError
from pybtex.richtext import Text
from pybtex.scanner import PrematureEOF
from pybtex.textutils import normalize_whitespace

# BibTeX's own names of months stand for numbers, so that the style writes them in Dutch.
_MONTH_MACROS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTHS: Mapping[str, str] = {name: str(n) for n, name in enumerate(_MONTH_MACROS, start=1)}

# What needs no parser to be understood: braced text without LaTeX, and numbers. pybtex's own
# parser takes five times as long, so it only gets the entries that hold anything else.
_PLAIN_HEAD = re.compile(r"@[A-Za-z]+\s*\{\s*[^\s,{}\"=\\]+\s*,")
_PLAIN_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_PLAIN_VALUE = re.compile(r"\{(?P<text>(?:[^{}\\]|\{[^{}\\]*\})*)\}|(?P<number>[0-9]+)")
_LATEX = re.compile(r"[\\%~`]|''|--|,,")
_FIELD = re.compile(r"[\s,]*(?P<name>[^\s=]+)\s*=\s*")
_PERCENT = re.compile(r"(?<!\\)%")
VERBATIM = ("url", "doi", "urldate")  # LaTeX in these is none: %20 is part of an address
_MACRO = re.compile(r"[^\s={}\"#,]+")
_COMMAS = 2  # in a name: a surname, "jr." and first names; with more, pybtex tells each time
_SYNTAX_HINT = "Controleer of het veld hierboven met een komma eindigt en elke accolade sluit."


@dataclass(frozen=True, slots=True)
class Fault:
    """Why an entry cannot be read; `offset` counts from its first character."""

    offset: int
    message: str
    hint: str


def read_macros(texts: tuple[str, ...]) -> Mapping[str, str]:
    """Return the abbreviations that ``@string`` defines, and the names of months."""
    parser = Parser(macros=MONTHS)
    with pybtex.errors.capture():
        parser.parse_string("\n".join(texts))
    return dict(parser.macros.items())


def find_fault(raw: str, macros: Mapping[str, str]) -> Fault | None:
    """Return what pybtex's own parser finds wrong in BibTeX text, if anything."""
    with pybtex.errors.capture() as errors:
        Parser(macros=macros).parse_string(raw)
    return _describe(errors[0], raw) if errors else None


def plain_text(value: str) -> str:
    """Return a BibTeX value as plain text: LaTeX read, braces gone."""
    if _LATEX.search(value):  # reading LaTeX takes half a millisecond, and few values hold any
        return str(Text.from_latex(value)).strip()
    if "{" in value:
        value = " ".join(value.replace("{", "").replace("}", "").split(" "))
    return value.strip()


def find_work(block: Block, macros: Mapping[str, str], people: dict[str, Person]) -> Entry | Fault:
    """Return the work that `block` describes, as pybtex's own parser would.

    `people` holds the names read so far: the same person writes more than one work.
    """
    with pybtex.errors.capture() as errors:
        try:
            work = _read_plain(block, people) or _parse(block.raw or "", macros)
        except PybtexError as error:
            errors.append(error)
    if errors or work is None:
        return _describe(errors[0], block.raw or "")
    return _find_latex_fault(work, block) or work


def find_fields(raw: str, fields: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, int, int]]:
    """Yield each field of an entry with the offsets in `raw` of its name, and of the text of its
    value; `fields` are its names and its values as typed.
    """
    position = raw.find(",")
    for name, value in fields:
        match = _FIELD.match(raw, position)
        if match:
            yield name, match.start("name"), match.end() + value.startswith(("{", '"'))
            position = match.end() + len(value)


def _read_plain(block: Block, people: dict[str, Person]) -> Entry | None:
    """Return the work when every part of it is plain, else None."""
    if not _PLAIN_HEAD.match(block.raw or ""):
        return None
    work = Entry(block.entry_type)
    work.key = block.key
    for field in block.fields:
        text = _plain_value(field.key, field.value)
        if text is None:
            return None
        if field.key.lower() in Person.valid_roles:
            for name in split_name_list(text):
                work.add_person(_read_person(name, people), field.key)
        else:
            work.fields[field.key] = text
    return work


def _read_person(name: str, people: dict[str, Person]) -> Person:
    if name not in people or name.count(",") > _COMMAS:
        people[name] = Person(name)
    return people[name]


def _plain_value(name: str, value: str) -> str | None:
    match = _PLAIN_VALUE.fullmatch(value)
    if not match or not _PLAIN_NAME.fullmatch(name):
        return None
    return match["number"] or normalize_whitespace(match["text"])


def _parse(raw: str, macros: Mapping[str, str]) -> Entry | None:
    """Return the work; None where pybtex finds none, as it then tells why."""
    return next(iter(Parser(macros=macros).parse_string(raw).entries.values()), None)


def _find_latex_fault(work: Entry, block: Block) -> Fault | None:
    """Return the first place where LaTeX would lose text, or cannot be read."""
    raw = block.raw or ""
    if "\\" not in raw and "%" not in raw:
        return None
    fields = tuple((field.key.casefold(), field.value) for field in block.fields)
    for (name, start, _), (_, value) in zip(find_fields(raw, fields), fields, strict=True):
        if name in VERBATIM:
            continue
        percent = _PERCENT.search(raw, start, raw.index(value, start) + len(value))
        if percent:
            return Fault(
                percent.start(),
                "LaTeX laat alles na «%» weg",
                "Schrijf «\\%» voor een procentteken.",
            )
        if not all(map(_is_readable, _list_texts(work, name))):
            return Fault(
                raw.find("\\", start), "deze LaTeX is niet te lezen",
                "Schrijf letters met een accent zoals ze zijn, zonder «\\».",
            )  # fmt: skip
    return None


def _list_texts(work: Entry, name: str) -> Iterator[str]:
    """Yield the text of a field, or every part of each name."""
    if name in work.fields:
        yield work.fields[name]
    for person in work.persons.get(name, ()):
        yield from (*person.first_names, *person.middle_names, *person.prelast_names)
        yield from (*person.last_names, *person.lineage_names)


def _is_readable(text: str) -> bool:
    try:
        plain_text(text)
    except (UnicodeError, PybtexError):
        return False
    return True


def _describe(error: PybtexError, raw: str) -> Fault:
    if isinstance(error, InvalidNameString):
        name = str(error).removeprefix("Too many commas in '").removesuffix("'")
        return Fault(
            max(raw.find(name), 0), f"in de naam «{name}» staan te veel komma’s",
            "Zet « and » tussen twee namen: «Jansen, P. and de Vries, K.».",
        )  # fmt: skip
    place = getattr(error, "error_context_info", None)
    offset = place[2] if place and not isinstance(error, PrematureEOF) else 0
    if isinstance(error, UndefinedMacro):
        name = _MACRO.findall(raw, 0, offset)[-1]
        return Fault(
            offset - len(name), f"«{name}» staat niet tussen accolades", f"Schrijf «{{{name}}}»."
        )
    return Fault(offset, "deze bronvermelding is vanaf hier niet te lezen", _SYNTAX_HINT)
