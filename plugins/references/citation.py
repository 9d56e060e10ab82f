"""Citations in Markdown, in Pandoc's syntax: ``[zie @a, p. 3; @b]``, ``@a [p. 3]``, ``[-@a]``.

Finds them; knows no sources.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from plugins.core.code import blank_code
from plugins.references.cluster import (
    KEY,
    NOTHING,
    SIGN,
    Citation,
    Malformed,
    Part,
    find_parts,
    leave_out_repeated,
    read_locator,
    read_malformed,
    read_part,
    read_sign,
)

__all__ = ["Citation", "Malformed", "Mark", "find_citations", "find_marks"]

# A backslash before the bracket takes the meaning from all of ``[@a]``, as it does for figures.
_ESCAPE = re.compile(r"\\(?:\[-?@|[\\`*_{}\[\]()>#+\-.!@;|])")
_QUOTED = re.compile(r"(?:^[ \t]*>.*(?:\n|\Z))+", re.M)
_QUOTE_SIGNS = re.compile(r"^(?:[ \t]*>)+", re.M)
_QUOTE_START = "\x1b"
# Lines of one paragraph, heading, item or row: a citation never reaches past them.
_BLOCK = re.compile(
    r"^\x1b?[ \t]*(?:[#|].*|\S.*(?:\n[ \t]*(?!(?:[-*+]|\d+\.|:)[ \t]|[#|\x1b]|!!!)\S.*)*)", re.M
)
# The first sign is looked at by itself: few are one of these, and the rest takes its time.
_TOKEN = re.compile(
    rf"(?=[!\[\]@-])(?:(?P<open>!?\[)|(?P<close>\])|{KEY}|(?P<broken>(?<![\w@/.])@\{{))"
)
_TARGET = re.compile(r"\((?:[^()]|\([^()]*\))*\)")  # of a link, right after its text
_STRAY = re.compile(r"[ \t\n]*-?@")
_GAP = re.compile(r"[ \t]*\n?[ \t]*(?=\[)")


@dataclass(frozen=True, slots=True)
class Mark:
    """Citations that stand together, and where: from `start` to `end` in the text.

    A work that is cited twice at the same place counts once.
    """

    start: int
    end: int
    found: tuple[Citation | Malformed, ...]

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations as a page shows them: none when a part cannot be read."""
        read = tuple(item for item in self.found if isinstance(item, Citation))
        return read if len(read) == len(self.found) else ()


@dataclass(slots=True)
class _Bracket:
    """Square brackets: where their inside starts and ends (-1: they do not close), and whether a
    key stands in them and in no brackets further inside.
    """

    inside: int
    close: int = -1
    keyed: bool = False


def find_citations(text: str) -> Iterator[Citation | Malformed]:
    """Yield every citation in a Markdown text, code left out, in the order of the text."""
    yield from _find_all(text) if "@" in text else ()


@lru_cache(maxsize=256)  # who checks a page and who asks what it cites read the same text
def _find_all(text: str) -> tuple[Citation | Malformed, ...]:
    return tuple(found for mark in find_marks(text) for found in mark.found)


def find_marks(text: str) -> Iterator[Mark]:
    """Yield the groups of citations in a Markdown text, code left out, in the order of the text."""
    if "@" not in text:
        return
    plain = _ESCAPE.sub(lambda found: NOTHING * len(found.group()), blank_code(text))
    unquoted = _QUOTED.sub(_open_quote, plain) if ">" in plain else plain
    for block in _BLOCK.finditer(unquoted):
        if "@" in block.group():
            yield from _Block(text, block.string, block.start(), block.end()).find_marks()


def _open_quote(quoted: re.Match[str]) -> str:
    """Return quoted lines without their signs, but for where they start: nothing goes on there."""
    lines = _QUOTE_SIGNS.sub(lambda found: " " * len(found.group()), quoted.group())
    return _QUOTE_START + lines[1:]


class _Block:
    """One block of `text`; `plain` is the same text without what means nothing here: code, escaped
    signs, signs of quotes.
    """

    def __init__(self, text: str, plain: str, start: int, end: int) -> None:
        self.text, self.plain, self.start, self.end = text, plain, start, end
        self.brackets = self._find_brackets()

    def find_marks(self) -> Iterator[Mark]:
        """Yield the marks of the block; no character is read again after its mark."""
        position = self.start
        while token := _TOKEN.search(self.plain, position, self.end):
            mark = self._read_token(token)
            position = mark.end if mark else token.end()
            if mark and mark.found:
                yield mark

    def _find_brackets(self) -> dict[int, _Bracket]:
        """Return the brackets by where they start."""
        brackets: dict[int, _Bracket] = {}
        opened: list[_Bracket] = []
        for token in _TOKEN.finditer(self.plain, self.start, self.end):
            if token["open"]:
                brackets[token.start()] = _Bracket(token.end())
                opened.append(brackets[token.start()])
            elif opened and token["close"]:
                opened.pop().close = token.start()
            elif opened and token["sign"]:
                opened[-1].keyed = True
        return brackets

    def _read_token(self, token: re.Match[str]) -> Mark | None:
        if token["sign"]:
            return self._read_narrative(token)
        if token["open"]:
            bracket = self.brackets[token.start()]
            read = self._read_unclosed if bracket.close < 0 else self._read_closed
            return read(token.start(), bracket)
        if token["broken"]:  # braces that hold no key
            return Mark(token.start(), token.end(), (Malformed("@{", token.start()),))
        return None

    def _read_closed(self, start: int, bracket: _Bracket) -> Mark | None:
        link_end = self._find_link_end(bracket)
        if link_end:
            return Mark(start, link_end, tuple(self._find_keys(bracket)))
        end = bracket.close + 1
        if bracket.keyed:
            return Mark(start, end, leave_out_repeated(map(read_part, self._find_parts(bracket))))
        if _STRAY.match(self.plain, bracket.inside):
            text = self.text[bracket.inside : bracket.close]
            return Mark(start, end, (read_malformed(text, bracket.inside),))
        return None

    def _read_unclosed(self, start: int, bracket: _Bracket) -> Mark | None:
        """Return that brackets right before a key do not close; others may be meant so."""
        stray = _STRAY.match(self.plain, bracket.inside, self.end)
        sign = SIGN.match(self.plain, stray.end() - 1, self.end) if stray else None
        if not sign:
            return None
        return Mark(start, sign.end(), (Malformed(self.text[start : sign.end()], start),))

    def _find_link_end(self, bracket: _Bracket) -> int:
        """Return where the link or image ends of which `bracket` holds the text; 0 for none."""
        after = bracket.close + 1
        target = _TARGET.match(self.plain, after, self.end)
        following = self.brackets.get(after)
        named = following and following.close > 0 and not following.keyed
        return target.end() if target else after if named else 0

    def _find_keys(self, bracket: _Bracket) -> Iterator[Malformed]:
        """Yield the keys in the text of a link: no link can stand there."""
        for sign in SIGN.finditer(self.plain, bracket.inside, bracket.close):
            yield Malformed(self.text[sign.start() : sign.end()], sign.start())

    def _find_parts(self, bracket: _Bracket) -> Iterator[Part]:
        inside = slice(bracket.inside, bracket.close)
        return find_parts(self.text[inside], self.plain[inside], bracket.inside)

    def _read_narrative(self, sign: re.Match[str]) -> Mark:
        """Return the mark of a key outside brackets, with the brackets that may follow it."""
        bracket = self._find_locator(sign.end())
        if not bracket:
            return Mark(sign.start(), sign.end(), (read_sign(sign, 0, "", "", "narrative"),))
        first, *more = self._find_parts(bracket)
        own = not SIGN.search(first.plain)
        locator = read_locator(f" {first.text}") if own else ""
        found: list[Citation | Malformed] = [
            read_malformed(first.text, first.offset) if locator is None
            else read_sign(sign, 0, locator, "", "narrative")
        ]  # fmt: skip
        found += map(read_part, more if own else (first, *more))
        return Mark(sign.start(), bracket.close + 1, leave_out_repeated(found))

    def _find_locator(self, position: int) -> _Bracket | None:
        """Return the brackets with the place in the work that follow a key, or None."""
        gap = _GAP.match(self.plain, position, self.end)
        bracket = self.brackets.get(gap.end()) if gap else None
        if not bracket or bracket.close < 0 or self._find_link_end(bracket):
            return None
        inside = self.text[bracket.inside : bracket.close].strip()
        return bracket if inside and not inside.startswith("#") else None  # [#id] is a figure
