"""The tags of a page, found in a way that leaves nothing to guess.

Browsers repair broken markup, each tokenizer in its own way; what one reads as text, another may
run. So a sign ``<`` that starts no plain tag, comment or doctype is irregular, and is told.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from html import unescape
from typing import NamedTuple

from plugins.core.source import Source

_NAME = r"[A-Za-z][A-Za-z0-9:-]*"
_VALUE = r"\"[^\"<]*\"|'[^'<]*'|[^\s\"'=<>`]+"
_ATTRIBUTE = re.compile(
    rf"\s+(?P<name>[^\s\"'<>/=]+)(?:\s*=\s*(?P<value>{_VALUE}))?"
)  # fmt: skip
# What a sign < can start. Browsers end comments that hold -- or start with > in different ways.
_PART = re.compile(
    rf"<(?:(?P<name>{_NAME})"
    rf"(?P<attributes>(?:\s+[^\s\"'<>/=]+(?:\s*=\s*(?:{_VALUE}))?)*)\s*/?>"
    rf"|/{_NAME}\s*>"
    r"|!--(?!-?>)(?:[^-<]|-(?!-)|<(?!!))*-->"
    r"|!doctype\ html>|\?xml\ [^<>?]*\?>"
    r"|(?P<irregular>))",
    re.I,
)
# Their content is no markup, up to their end tag.
_RAW = frozenset(("script", "style", "title", "textarea"))
_DATA = frozenset(("script", "style"))  # here a loose < is no tag
_NONE: Mapping[str, str] = {}


class Tag(NamedTuple):
    """An opening tag: its name and attributes in small letters, values as browsers decode them.

    `text` is the content of a script, style, title or text area, and empty for all others.
    """

    name: str
    attributes: Mapping[str, str]
    offset: int
    text: str = ""

    def get(self, name: str) -> str:
        """Return the value of an attribute; empty without it."""
        return self.attributes.get(name, "")

    def has(self, name: str) -> bool:
        """Tell whether the attribute is there."""
        return name in self.attributes


@dataclass(frozen=True)
class Page:
    """A page or drawing: its place in the site, its tags, and where its markup is irregular."""

    name: str
    source: Source
    tags: tuple[Tag, ...]
    irregular: tuple[int, ...]

    @cached_property
    def ids(self) -> frozenset[str]:
        """The anchors of the page."""
        return frozenset(tag.attributes["id"] for tag in self.tags if "id" in tag.attributes)

    @cached_property
    def is_hidden(self) -> bool:
        """Whether search engines are asked to leave the page out."""
        return any(
            tag.name == "meta" and tag.get("name") == "robots" and "noindex" in tag.get("content")
            for tag in self.tags
        )


def find_page(name: str, source: Source) -> Page:
    """Return the page that the text of `source` is."""
    found = tuple(_find_parts(source.text))
    tags = tuple(part for part in found if isinstance(part, Tag))
    return Page(name, source, tags, tuple(part for part in found if isinstance(part, int)))


def _find_parts(text: str) -> Iterator[Tag | int]:
    """Yield the tags, and the offset of each sign ``<`` that starts none."""
    matches = _PART.finditer(text)
    while match := next(matches, None):
        if match["irregular"] is not None:
            yield match.start()
        elif match["name"]:
            tag = _read_tag(match, text)
            yield tag
            if tag.text:
                matches = _PART.finditer(text, match.end() + len(tag.text))
                if "<" in tag.text if tag.name not in _DATA else "<!--" in tag.text:
                    yield match.start()


def _read_tag(match: re.Match[str], text: str) -> Tag:
    name = match["name"].lower()
    attributes = _read_attributes(match["attributes"]) if match["attributes"] else _NONE
    if name not in _RAW or match.group().endswith("/>"):
        return Tag(name, attributes, match.start())
    closing = re.compile(f"</{name}", re.I).search(text, match.end())
    stop = closing.start() if closing else len(text)
    return Tag(name, attributes, match.start(), text[match.end() : stop])


@lru_cache(maxsize=16_384)  # menu, head and foot are the same on every page
def _read_attributes(text: str) -> Mapping[str, str]:
    """Return values by name; of two with one name browsers take the first."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(text):
        value = match["value"] or ""
        plain = _unquote(value)
        found.setdefault(match["name"].lower(), unescape(plain) if "&" in plain else plain)
    return found


def _unquote(value: str) -> str:
    return value[1:-1] if value[:1] in ("'", '"') else value
