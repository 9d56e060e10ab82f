"""Sources that stand in the bibliography twice, under two keys."""

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import urlsplit

from stdnum import isbn

from plugins.core.problem import Problem
from plugins.references.bibliography import Bibliography, Located
from plugins.references.fields import PARTS

# Of works that share a title, only so many are compared: a file with one title throughout would
# else take quadratic time.
_MOST = 8
_LONG_TITLE = 4  # in words: shorter ones ("Jaarverslag") are shared by chance
_LONGEST_TITLE = 60
_NAMES = {"doi": "doi-nummer", "url": "webadres", "isbn": "ISBN"}
_WORD = re.compile(r"[^\W_]+")
_ACCENTS = re.compile("[\u0300-\u036f]")
_APART = ("edition", "volume", "number", "pages", "chapter")  # these tell two works apart


def check_doubles(bibliography: Bibliography) -> Iterator[Problem]:
    """Yield the later one of each two works that share a DOI, an address, an ISBN or a title."""
    known: dict[tuple[str, str], Located] = {}
    titled: dict[str, tuple[Located, ...]] = {}
    for located in bibliography.works:
        numbers = tuple(_find_numbers(located))
        same = next((found for found in numbers if found in known), None)
        if same:
            yield _double(located, known[same], same[0], f"hetzelfde {_NAMES[same[0]]}")
        else:
            yield from _check_title(located, titled)
        for found in numbers:
            known.setdefault(found, located)


def _double(located: Located, first: Located, field: str, what: str) -> Problem:
    return located.problem(
        field, "REF017", f"deze bron heeft {what} als «{first.key}» (regel {first.line})",
        "Verwijder één van de twee, of verbeter wat niet klopt.",
    )  # fmt: skip


def _find_numbers(located: Located) -> Iterator[tuple[str, str]]:
    doi = located.text("doi").casefold()
    if doi:
        yield "doi", doi
    if located.work.type in PARTS:
        return
    book = located.text("isbn")
    if book:
        yield "isbn", isbn.compact(book, convert=True) if isbn.is_valid(book) else book
    url = _plain_url(located.text("url"))
    if url:
        yield "url", url


def _plain_url(url: str) -> str:
    """Return an address without what does not change where it leads."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    host = parts.netloc.casefold().removeprefix("www.")
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{parts.path.rstrip('/')}{query}"


def _check_title(located: Located, titled: dict[str, tuple[Located, ...]]) -> Iterator[Problem]:
    first = None
    for signature in dict.fromkeys(_find_signatures(_find_words(located.text("title")))):
        others = titled.get(signature, ())
        first = first or next((one for one in others if _is_alike(one, located)), None)
        if len(others) < _MOST:
            titled[signature] = (*others, located)
    if first:
        yield _double(located, first, "title", "(bijna) dezelfde titel")


def _find_words(title: str) -> tuple[str, ...]:
    decomposed = unicodedata.normalize("NFKD", title.casefold())
    return tuple(_WORD.findall(_ACCENTS.sub("", decomposed)))


def _find_signatures(words: tuple[str, ...]) -> Iterator[str]:
    """Yield the title, and a long one with each of its words left out: near titles share one.

    A word with a digit in it stays: "deel 1" is not "deel 2".
    """
    yield " ".join(words)
    if _LONG_TITLE < len(words) <= _LONGEST_TITLE:
        for place, word in enumerate(words):
            if word.isalpha():
                yield " ".join((*words[:place], *words[place + 1 :]))


def _is_alike(one: Located, other: Located) -> bool:
    if not _agree(one.text("year"), other.text("year")):
        return False
    if any(not _agree(one.text(name), other.text(name)) for name in _APART):
        return False
    mine, theirs = _find_names(one), _find_names(other)
    if not mine or not theirs or mine & theirs:
        return True
    words = _find_words(one.text("title"))
    return len(words) >= _LONG_TITLE and words == _find_words(other.text("title"))


def _agree(one: str, other: str) -> bool:
    return not one or not other or one == other


def _find_names(located: Located) -> frozenset[str]:
    people = located.work.persons.get("author", []) + located.work.persons.get("editor", [])
    return frozenset(" ".join(_find_words(" ".join(person.last_names))) for person in people)
