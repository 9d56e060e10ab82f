"""Words that were broken when a source was copied from a PDF: "20192021", "ver- gadering",
"Helath".

Knows no list of words: a misspelt word is one that looks like a word from elsewhere in the file or
from the hub's own texts.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from plugins.core.problem import Fix, Problem
from plugins.references.bibliography import Bibliography, Located

_SPELT = (
    "author", "editor", "title", "booktitle", "journal",
    "institution", "publisher", "school", "organization", "howpublished",
)  # fmt: skip
_READ = (*_SPELT, "note", "type")

# After a hyphen and a space, these join two words that share a part: "in- en uitstroom".
_JOINS = "en|of|noch|dan|tot|naar|als|and|or|to|und|oder|bis|et|ou"
_SUSPECT = re.compile("[-(12\u00ad\ufffdÃâ\ufb00-\ufb06]")  # nothing is broken without one of these
_BROKEN = re.compile(
    r"(?P<glued>(?<!\d)(?:1[5-9]|20)\d\d(?:1[5-9]|20)\d\d(?!\d))"
    r"|(?P<cut>\((?:19|20)\d\))"
    r"|(?P<ligature>[\ufb00-\ufb06])"
    rf"|(?P<hyphen>[^\W\d_]-\s+(?!(?:{_JOINS})\b)(?=[a-zà-ÿ])[^\W\d_]+(?![\w-]))"
    r"|(?P<soft>\u00ad)"
    r"|(?P<decoded>\ufffd|Ã[\u0080-\u00bf]|â€)"
)
_MESSAGES: Mapping[str, tuple[str, str]] = {
    "glued": ("hier staan twee jaartallen aan elkaar", "Zet een streepje tussen de jaren."),
    "cut": ("dit jaartal is afgebroken", "Zoek het jaar op in het origineel."),
    "ligature": ("hier staan twee letters als één teken", "Typ de letters los: «fi», «fl», «ff»."),
    "hyphen": ("dit woord is aan het eind van een regel afgebroken", "Schrijf het woord aaneen."),
    "soft": ("hier staat een onzichtbaar afbreekteken", "Typ het woord opnieuw."),
    "decoded": ("hier zijn letters bij het kopiëren stuk gegaan", "Typ het woord opnieuw."),
}  # fmt: skip

_WORD = re.compile(r"[^\W\d_]{2,}")
_LEAST = 6  # letters: shorter words lie too near to one another
_LONG = re.compile(rf"[^\W\d_]{{{_LEAST},}}")
_RARE = 2  # times: a word that is written more often is meant


def find_words(text: str) -> Iterator[str]:
    """Yield the words of a text in small letters, but those too short to be taken for another."""
    yield from _LONG.findall(text.casefold())


def check_words(bibliography: Bibliography, vocabulary: frozenset[str]) -> Iterator[Problem]:
    """Yield what broke in the texts of the works, and which words may be misspelt."""
    slips = _find_slips(_count_words(bibliography), vocabulary)
    for located in bibliography.works:
        for name, value in located.fields:
            if name in _READ and _SUSPECT.search(value):
                yield from _check_broken(located, name, value)
            if slips and name in _SPELT:
                yield from _check_spelling(located, name, value, slips)


def _count_words(bibliography: Bibliography) -> Mapping[str, int]:
    """Return how often each word is written; not in notes, which may quote a misspelt one."""
    counts: Counter[str] = Counter()
    for located in bibliography.works:
        for name, value in located.fields:
            if name in _SPELT:
                counts.update(find_words(value))
    return counts


def _find_slips(counts: Mapping[str, int], vocabulary: frozenset[str]) -> Mapping[str, str]:
    """Return the rare words that look like a word which is written at least as often."""
    words = {word for word in (*counts, *vocabulary) if word[1:] in counts}
    by_tail = {word[1:]: word for word in sorted(words)}
    slips: dict[str, str] = {}
    for word, count in counts.items():
        if count > _RARE or word in vocabulary:
            continue
        for near in (*_swap_letters(word), by_tail.get(word, "")):
            if near in vocabulary or counts.get(near, 0) >= count:
                slips[word] = near
    return slips


def _swap_letters(word: str) -> Iterator[str]:
    """Yield the word with two letters swapped; not the last two, as in "seksueel", "seksuele"."""
    for place in range(len(word) - 2):
        if word[place] != word[place + 1]:
            yield word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def _check_broken(located: Located, name: str, value: str) -> Iterator[Problem]:
    for match in _BROKEN.finditer(value):
        message, hint = _MESSAGES[match.lastgroup or ""]
        shown = " ".join(_around(value, match).split())
        fix = Fix(match.group(), "") if match.lastgroup == "soft" else None
        message = f"{message}: «{shown}»"
        yield _at(located, name, value, match.start(), "REF018", message, hint, fix=fix)


def _around(value: str, match: re.Match[str]) -> str:
    """Return what matched with the rest of its words."""
    before = re.search(r"\w*$", value[: match.start()][-30:])
    after = re.match(r"\w*", value[match.end() : match.end() + 30])
    return f"{before.group() if before else ''}{match.group()}{after.group() if after else ''}"


def _check_spelling(
    located: Located, name: str, value: str, slips: Mapping[str, str]
) -> Iterator[Problem]:
    for match in _WORD.finditer(value):
        near = slips.get(match.group().casefold())
        if near:
            yield _at(
                located, name, value, match.start(), "REF019",
                f"«{match.group()}» lijkt een zetfout: elders staat «{near}»",
                "Vergelijk het woord met het origineel.", stops=False,
            )  # fmt: skip


def _at(
    located: Located, name: str, value: str, place: int, code: str, message: str, hint: str,
    *, stops: bool = True, fix: Fix | None = None,
) -> Problem:  # fmt: skip
    """Return a Problem at an offset in a value as it was typed."""
    opening = value.startswith(("{", '"'))
    start = located.find_place(name)[1] - opening
    return located.source.problem(start + place, code, message, hint, stops=stops, fix=fix)
