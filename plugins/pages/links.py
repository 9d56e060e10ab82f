"""Links and images in Markdown text, with their places; and what a link's target means."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from plugins.core.code import blank_code

_BRACKET = re.compile(r"[\[\]\\](?:(?<=\\).)?", re.S)  # or a backslash and what it escapes
_TARGET = re.compile(r"\(\s*(?:<(?P<angled>[^<>\n]*)>|(?P<bare>[^\s()]*(?:\([^\s()]*\)[^\s()]*)*))")
# A target alone on its line, or with a title behind it; else "[@key]: text" would be one. It may
# stand in a quotation or a list.
_DEFINITION = re.compile(
    r"^(?:[ \t]{0,8}(?:>|[-*+]|\d{1,9}\.))*[ \t]{0,8}\[(?!\^)[^\[\]\n]*\]:[ \t]*\n?[ \t]*"
    r"<?(?P<target>[^\s>]+)>?[ \t]*(?:[\"'(].*)?$",
    re.M,
)
# What may stand between a target and its closing bracket; bounded, so that no text makes it slow.
_END = re.compile(r"""\s{0,20}(?:"[^"]{0,300}"|'[^']{0,300}')?\s{0,20}\)""")
_REST = re.compile(r"[^)\n]{0,300}")
_PHONE = re.compile(r"\+?[0-9]{3,15}")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_WEB = ("https", "http")

TargetKind = Literal["page", "file", "anchor", "elsewhere", "refused"]


@dataclass(frozen=True, slots=True)
class Link:
    """A link or image as written; `offset` is where its target stands, `text` what is between the
    brackets.
    """

    offset: int
    target: str
    text: str
    is_image: bool


@dataclass(frozen=True, slots=True)
class Target:
    """What a link points at: `path` relative to content/ for pages and files, with the anchor
    apart.
    """

    kind: TargetKind
    path: str
    anchor: str


def find_links(text: str) -> Iterator[Link]:
    """Yield the links and images of a Markdown text in one pass; code is left out."""
    plain = blank_code(text)
    opened: list[int] = []
    for match in _BRACKET.finditer(plain):
        if match.group() == "[":
            opened.append(match.start())
        elif match.group() == "]" and opened:
            yield from _find_link(plain, opened.pop(), match.end())
    for match in _DEFINITION.finditer(plain):
        yield Link(match.start("target"), match["target"], "", False)


def _find_link(plain: str, start: int, end: int) -> Iterator[Link]:
    match = _TARGET.match(plain, end)
    if match is None:
        return
    group = "bare" if match["angled"] is None else "angled"
    target = match[group]
    if not _END.match(plain, match.end()):  # a space or a stray quote: the parser takes it along
        target = _REST.match(plain, match.start(group)).group()  # type: ignore[union-attr]
    is_image = start > 0 and plain[start - 1] == "!"
    yield Link(match.start(group), target, plain[start + 1 : end - 1], is_image)


def resolve_target(page: str, target: str) -> Target:
    """Return what `target`, written on the page at path `page`, points at."""
    if re.search(r"[\s\"'<>]", target):
        return Target("refused", target, "")
    if _SCHEME.match(target):
        return Target("elsewhere" if _is_allowed(target) else "refused", target, "")
    link, _, anchor = target.partition("#")
    if not target:
        return Target("refused", "", "")
    if not link:
        return Target("anchor", page, anchor)
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), link))
    if link.startswith("/") or path.startswith("../"):
        return Target("refused", link, anchor)
    return Target("page" if path.endswith(".md") else "file", path, anchor)


def _is_allowed(target: str) -> bool:
    """Tell whether a target with a scheme is a web address with a host, or a number or mailbox."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return False
    if parts.scheme == "tel":
        return _PHONE.fullmatch(parts.path) is not None
    return parts.scheme == "mailto" or (parts.scheme in _WEB and bool(parts.hostname))
