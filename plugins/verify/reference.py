"""The addresses in a file: what a reader may follow, and what a browser fetches by itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.verify.markup import Page, Tag

_FETCHED = frozenset(
    (
        "src",
        "action",
        "formaction",
        "data",
        "poster",
        "background",
        "ping",
        "manifest",
        "xlink:href",
    )
)
# A link element of these kinds only says where something is.
_RELATIONS = frozenset(
    ("alternate", "author", "bookmark", "canonical", "help", "license", "next", "prev", "search",
     "me", "up", "privacy-policy", "terms-of-service")
)  # fmt: skip
_FOLLOWED = frozenset(("a", "area"))
# Words for people, which no browser takes for a style.
_TEXTS = frozenset(("alt", "aria-label", "content", "placeholder", "summary", "title"))
# Full addresses of the site's own, for who reads it from elsewhere.
_SHARED = frozenset(("og:url", "og:image", "twitter:image"))

_COMMENT = re.compile(r"/\*(?:[^*]|\*(?!/))*\*/")
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})[ \t\r\n\f]?|([^\r\n]))")
_IN_STYLE = re.compile(
    r"""(?:\burl\(\s*|@import\s*|\bimage-set\(\s*|\bsrc\(\s*)(?P<mark>["']?)(?P<address>[^"')\s;]*)""",
    re.I,
)  # fmt: skip
# Module names, and addresses that a script could ask: names of XML vocabularies are no requests.
_IMPORT = re.compile(
    r"""(?:^\s*(?:import|export)\b(?:[^;'"(=]*\bfrom\b)?\s*|\bimport\(\s*)"""
    r"""(?P<mark>["'])(?P<address>[^"'\n]*)(?P=mark)""",
    re.M,
)
_FULL = re.compile(r"""["'`](?P<address>(?:(?:https?|wss?|ftp):)?//[^"'`\s]+)""", re.I)
_VOCABULARIES = (
    "http://www.w3.org/", "http://schemas.openxmlformats.org/", "http://purl.org/",
    "http://schemas.microsoft.com/", "http://docs.oasis-open.org/",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reference:
    """An address as written, and its offset. `fetched` tells that a browser asks for it unasked;
    `inside` that it must be of this site.
    """

    address: str
    offset: int
    fetched: bool
    inside: bool = False


def find_references(page: Page) -> Iterator[Reference]:
    """Yield every address in the tags of a page."""
    for tag in page.tags:
        for name, value in tag.attributes.items():
            if name in _FETCHED:
                yield Reference(value, tag.offset, True)
            elif name in ("srcset", "imagesrcset"):
                for candidate in value.split(","):
                    yield Reference(candidate.strip().split(" ")[0], tag.offset, True)
            elif name == "href":
                yield Reference(value, tag.offset, _is_fetched(tag), _is_canonical(tag))
            elif "(" in value and name not in _TEXTS:
                yield from _find_in_value(value, tag.offset)
        if tag.name == "meta":
            yield from _find_in_meta(tag)


def _is_fetched(tag: Tag) -> bool:
    if tag.name != "link":
        return tag.name not in _FOLLOWED
    relations = set(tag.get("rel").lower().split())
    return not relations or not relations <= _RELATIONS


def _is_canonical(tag: Tag) -> bool:
    return tag.name == "link" and tag.get("rel").lower() == "canonical"


def _find_in_value(value: str, offset: int) -> Iterator[Reference]:
    return (Reference(one.address, offset, True) for one in find_style_references(value))


def _find_in_meta(tag: Tag) -> Iterator[Reference]:
    if tag.get("http-equiv").lower() == "refresh":
        _, _, address = tag.get("content").partition("=")
        yield Reference(address.strip(" '\""), tag.offset, True)
    elif tag.get("property") in _SHARED or tag.get("name") in _SHARED:
        yield Reference(tag.get("content"), tag.offset, False, True)


def find_style_references(text: str) -> Iterator[Reference]:
    """Yield every address in a style sheet; escapes are read as browsers read them."""
    plain = _COMMENT.sub(lambda found: " " * len(found.group()), text)
    if "\\" in plain:
        plain = _ESCAPE.sub(_unescape, plain)
    for match in _IN_STYLE.finditer(plain):
        if match["mark"] or not match.group().lower().startswith(("@import", "image-set")):
            yield Reference(match["address"], match.start(), True)


def _unescape(match: re.Match[str]) -> str:
    code = int(match[1], 16) if match[1] else 0
    return match[2] or (chr(code) if code < 0x110000 else "\ufffd")


def find_script_references(text: str) -> Iterator[Reference]:
    """Yield the modules that a script imports, and every full address that stands in it as text."""
    for match in _IMPORT.finditer(text):
        yield Reference(match["address"], match.start(), True)
    for match in _FULL.finditer(text):
        if not match["address"].startswith(_VOCABULARIES):
            yield Reference(match["address"], match.start(), True)
