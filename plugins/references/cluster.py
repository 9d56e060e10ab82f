"""What stands between the brackets of a citation: works apart by semicolons, each with its prefix
and its locator.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

# What another character stands for, so that it no longer means anything; never a letter or a space.
NOTHING = "\x1a"
# A key starts and ends with a letter, digit or _ and holds single signs between them; anything
# else stands between braces. An e-mail address or a web address holds no key.
KEY = (
    r"(?P<minus>(?<![\w-])-)?(?<![^\W_])(?<![@/.])(?P<sign>@)"
    r"(?:(?P<key>\w(?:[:.#$%&\-+?<>~/]?\w)*)|\{(?P<braced>[^{}\s]+)\})"
)
SIGN = re.compile(KEY)

_BRACES = re.compile(r"(?<!@)\{[^{}]*\}")
_BRACED_LOCATOR = re.compile(r",? ?\{(?P<inside>[^{}]*)\}(?P<suffix>(?:[, ][^{}]*)?)")
_LOOSE_BRACE = re.compile(r"(?<!\\)[{}]")
_WRAP = re.compile(r"\n(?:[ \t]*>)*|[ \t]+")

Form = Literal["cluster", "narrative", "year"]


@dataclass(frozen=True, slots=True)
class Citation:
    """One cited work; `prefix` and `locator` are Markdown, and `offset` is that of the ``@``.

    Its form tells how it is shown: between brackets, in the sentence, or without the author.
    """

    key: str
    locator: str
    offset: int
    prefix: str = ""
    form: Form = "cluster"


@dataclass(frozen=True, slots=True)
class Malformed:
    """A part of a citation that could not be read."""

    text: str
    offset: int


@dataclass(frozen=True, slots=True)
class Part:
    """What stands between two semicolons; `plain` is its text without code and escaped signs."""

    text: str
    plain: str
    offset: int


def find_parts(text: str, plain: str, offset: int) -> Iterator[Part]:
    """Yield what semicolons, outside braces, keep apart."""
    start = 0
    for piece in _BRACES.sub(lambda found: NOTHING * len(found.group()), plain).split(";"):
        yield Part(text[start : start + len(piece)], piece, offset + start)
        start += len(piece) + 1


def read_part(part: Part) -> Citation | Malformed:
    """Return the citation in a part, or that there is not just one."""
    signs = tuple(SIGN.finditer(part.plain))
    if len(signs) == 1 and "|" not in part.plain:  # no citation goes on in the next cell of a table
        (sign,) = signs
        locator = read_locator(part.text[sign.end() :])
        if locator is not None:
            prefix = _join_lines(part.text[: sign.start()])
            return read_sign(sign, part.offset, locator, prefix, "cluster")
    return read_malformed(part.text, part.offset)


def read_sign(sign: re.Match[str], offset: int, locator: str, prefix: str, form: Form) -> Citation:
    """Return the citation whose key `sign` matched, in a text that starts at `offset`."""
    return Citation(
        sign["key"] or sign["braced"], locator, offset + sign.start("sign"), prefix,
        "year" if sign["minus"] else form,
    )  # fmt: skip


def read_locator(text: str) -> str | None:
    """Return what follows a key: "p. 3" of ``, p. 3`` and ``{p. 3}``; None when it is unclear."""
    joined = _join_lines(text)
    braced = _BRACED_LOCATOR.fullmatch(joined)
    if braced:
        return (braced["inside"].strip() + braced["suffix"]).strip(", ")
    locator = joined.lstrip(", ")
    stuck = text and text[0] not in ", \t\n"
    lost = joined and not locator  # a comma with nothing behind it
    return None if stuck or lost or _LOOSE_BRACE.search(locator) else locator


def read_malformed(text: str, offset: int) -> Malformed:
    """Return that `text` at `offset` cannot be read, without the space around it."""
    return Malformed(text.strip(), offset + len(text) - len(text.lstrip()))


def leave_out_repeated(
    found: Iterable[Citation | Malformed],
) -> tuple[Citation | Malformed, ...]:
    """Return `found` with one citation of each place of each work."""
    kept: dict[object, Citation | Malformed] = {}
    for item in found:
        plain = isinstance(item, Citation) and not item.prefix
        kept.setdefault((item.key, item.locator) if plain else item, item)  # type: ignore[union-attr]
    return tuple(kept.values())


def _join_lines(text: str) -> str:
    return _WRAP.sub(" ", text).strip(" ")
