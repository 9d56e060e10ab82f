"""The anchors of a page that its text tells without being rendered, which takes time."""

import re
from collections.abc import Iterator

from plugins.core.code import blank_code
from plugins.core.slug import find_slug

# A heading that starts a block at the margin is one wherever it stands. Braces at its end tell its
# anchor; or its words do, when nothing in them is a sign of Markdown.
_HEADING = re.compile(
    r"(?:\A|\n[ \t]*\n)#{2,6} +(?P<text>[^\n{}]+)(?: \{#(?P<id>[\w-]+)\})? *(?=\n|\Z)"
)
_SIGN = re.compile(r"[^\w ,.;:?’‘–-]|_|--|\.\.|^\d+\. ")


def find_told_anchors(text: str) -> frozenset[str]:
    """Return anchors that the page of this Markdown text surely has; it may have more."""
    return frozenset(_find_anchors(text))


def _find_anchors(text: str) -> Iterator[str]:
    for match in _HEADING.finditer(blank_code(text)):
        words = text[slice(*match.span("text"))]
        if match["id"]:
            yield match["id"]
        elif not _SIGN.search(words) and find_slug(words):
            yield find_slug(words)
