"""What can be wrong with the glossary, and with abbreviations that nobody explains."""

import re
from collections.abc import Iterable, Iterator
from string import ascii_lowercase

from plugins.core.problem import Problem
from plugins.core.schema import check_fields
from plugins.core.source import Source
from plugins.core.yaml import Fields, Items, Scalar
from plugins.glossary.term import FIELDS, Glossary, Term
from plugins.glossary.usage import blank_marks

_WORD = re.compile(r"[^\W\d_]+")
_CITATION = re.compile(r"\[[^\[\]@]*@[^\[\]]*\]")
_LOOSE_KEY = re.compile(r"(?<![\w\\@.])@\{?\w")
# What an explanation may add to the words of its term without saying anything new.
_EMPTY_WORDS = frozenset(("de", "die", "een", "en", "het", "in", "is", "met", "of", "van", "voor"))

_LONGEST = 6  # letters of an abbreviation
_SHORT = rf"(?<![^\W_])[^\W\d_]{{2,{_LONGEST}}}(?![^\W_])"
_CANDIDATE = re.compile(_SHORT)
# Far fewer than the candidates: from what may be a capital to another in the same word.
_CAPITALS = re.compile(r"[^\Wa-z\d_][^\W\d_]*[^\Wa-z\d_]")
_INTRODUCED = re.compile(rf"(?<=[\w’)*])\s+\((?P<short>{_SHORT})\+*[),;]")
_ROMAN = re.compile(r"[IVX]+")
# Kinds of file are known by these letters alone: written out, they would say less.
_KINDS_OF_FILE = frozenset(("CSV", "DOCX", "HTML", "JSON", "ODT", "PDF", "RIS", "SVG", "ZIP"))


def check_glossary(glossary: Glossary) -> Iterator[Problem]:
    """Yield what is wrong with the fields of the terms, with each term, and between terms."""
    path = glossary.source.path
    for entry in glossary.entries:
        yield from check_fields(entry, FIELDS, path)
    yield from _check_names(glossary.terms, path)
    yield from _check_abbreviations(glossary.terms, path)
    yield from _check_search_words(glossary, path)
    for term in glossary.terms:
        yield from _check_meaning(term, path)


def _problem(term: Term, path: str, code: str, message: str, hint: str) -> Problem:
    return Problem(path, term.line, term.column, code, message, hint)


def _check_names(terms: Iterable[Term], path: str) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for term in terms:
        if term.id and term.id in seen:
            yield _problem(
                term, path, "BGR001",
                f"het begrip «{term.term}» staat er twee keer (eerder op regel {seen[term.id]})",
                "Voeg de twee samen.",
            )  # fmt: skip
        seen.setdefault(term.id, term.line)


def _check_abbreviations(terms: Iterable[Term], path: str) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for term in terms:
        first = seen.setdefault(term.abbreviation, term.term)
        if term.abbreviation and first != term.term:
            yield _problem(
                term, path, "BGR002",
                f"de afkorting «{term.abbreviation}» staat ook al bij «{first}»",
                "Geef haar aan één van de twee; het andere begrip schrijft u voluit.",
            )  # fmt: skip


def _check_search_words(glossary: Glossary, path: str) -> Iterator[Problem]:
    """Yield advice on words that would lead a visitor to another term than the one of that name."""
    names = {term.term.casefold(): term.term for term in glossary.terms if term.term}
    for entry in glossary.entries:
        words = entry.get("zoekwoorden") if isinstance(entry, Fields) else None
        for word in words.items if isinstance(words, Items) else ():
            name = names.get(word.text.casefold()) if isinstance(word, Scalar) else None
            if name is not None:
                yield Problem(
                    path, word.line, word.column, "BGR003",
                    f"het zoekwoord «{name}» is zelf een begrip",
                    "Haal het zoekwoord hier weg: het begrip wordt al gevonden.",
                    stops=False,
                )  # fmt: skip


def _check_meaning(term: Term, path: str) -> Iterator[Problem]:
    text = _CITATION.sub("", term.meaning)
    if _LOOSE_KEY.search(text):
        yield _problem(
            term, path, "BGR005",
            f"bij «{term.term}» staat een verwijzing in de zin zelf",
            "Zet haar tussen haken, «[@sleutel]»: op andere pagina’s valt zij weg uit de uitleg.",
        )  # fmt: skip
    if term.meaning and _find_words(text) <= _find_words(term.name) | _EMPTY_WORDS:
        yield _problem(
            term, path, "BGR004", f"de uitleg van «{term.term}» zegt niet meer dan het begrip zelf",
            "Leg het uit in andere woorden.",
        )  # fmt: skip


def _find_words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def find_known_abbreviations(terms: Iterable[Term], titles: Iterable[str] = ()) -> frozenset[str]:
    """Return every short word in names, abbreviations and search words of `terms`, and in `titles`
    of sources; none without terms.
    """
    named = tuple(text for term in terms for text in (term.name, *term.search_words))
    if not named:
        return frozenset()
    return frozenset(short for text in (*named, *titles) for short in _CANDIDATE.findall(text))


def check_abbreviations(
    source: Source, start: int, fields: Fields, known: frozenset[str]
) -> Iterator[Problem]:
    """Yield advice on abbreviations in a page that neither `known` nor the page itself explains,
    once each.

    The page is its title and summary in `fields`, and its text: `source` from offset `start` on.
    """
    if not known:
        return  # without the glossary every abbreviation would be unknown, and hide what is wrong
    text = blank_marks(source.text[start:])
    unknown = [found for found in _find_abbreviations(text, fields) if found[1] not in known]
    seen = {match["short"] for match in _INTRODUCED.finditer(text)} if unknown else set()
    for where, short in unknown:
        if short not in seen:
            line, column = _find_place(source, start, where)
            yield Problem(
                source.path, line, column, "BGR006",
                f"de afkorting «{short}» wordt nergens uitgelegd",
                f"Schrijf haar eerst voluit, «… ({short})», of zet haar in begrippen.yaml.",
                stops=False,
            )  # fmt: skip
        seen.add(short)


def _find_abbreviations(text: str, fields: Fields) -> Iterator[tuple[Scalar | int, str]]:
    """Yield each abbreviation in title, summary and text, with the field or the offset of it."""
    for name in ("titel", "samenvatting"):
        value = fields.get(name)
        if isinstance(value, Scalar):
            yield from ((value, match.group()) for match in _find_capitals(value.text))
    yield from ((match.start(), match.group()) for match in _find_capitals(text))


def _find_capitals(text: str) -> Iterator[re.Match[str]]:
    """Yield each short word that is an abbreviation."""
    for capitals in _CAPITALS.finditer(text):
        before = text[max(0, capitals.start() - _LONGEST) : capitals.start()]
        small = len(before) - len(before.rstrip(ascii_lowercase))
        match = _CANDIDATE.match(text, capitals.start() - small)
        if match and _is_abbreviation(match.group()):
            yield match


def _find_place(source: Source, start: int, where: Scalar | int) -> tuple[int, int]:
    if isinstance(where, Scalar):
        return where.line, where.column
    return source.position(start + where)


def _is_abbreviation(word: str) -> bool:
    """Tell whether a word has two capitals and is neither a number, a kind of file, nor a name."""
    if word in _KINDS_OF_FILE or _ROMAN.fullmatch(word):
        return False
    letters = word.removeprefix("IJ")  # IJmuiden begins with one letter
    return sum(letter.isupper() for letter in letters) + (letters != word) > 1
