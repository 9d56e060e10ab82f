"""The second wall: what HTML made from content may hold, whatever went wrong before.

The list below is what this hub's own renderers make; editors write no HTML at all (PAG004).
"""

import re
from collections.abc import Mapping
from html import escape, unescape

import nh3

_SHAPES = frozenset(("class", "fill", "stroke"))
# A room that renders something new adds it here, and nothing that fetches, runs or is filled in.
ALLOWED: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(
        (
            "b", "blockquote", "br", "caption", "code", "dd", "div", "dl", "dt", "em", "h1", "h2",
            "h3", "h4", "h5", "h6", "hr", "i", "label", "li", "p", "pre", "section", "span",
            "strong", "sub", "sup", "table", "tbody", "thead", "tr", "ul",
        ),
        frozenset[str](),
    ),
    "a": frozenset(("href",)),
    "button": frozenset(("popovertarget", "popovertargetaction")),
    "img": frozenset(("alt", "src", "height", "width")),
    "ol": frozenset(("start",)),
    "td": frozenset(("colspan", "rowspan", "data-label", "data-opgeteld")),
    "th": frozenset(("colspan", "rowspan", "scope")),
    "circle": _SHAPES | {"cx", "cy", "r"},
    "line": _SHAPES | {"x1", "x2", "y1", "y2"},
    "path": _SHAPES | {"d", "transform"},
    "rect": _SHAPES | {"height", "width", "x", "y"},
    "svg": _SHAPES | {
        "focusable", "height", "overflow", "stroke-linecap", "stroke-linejoin", "stroke-width",
        "viewBox", "width", "x", "y",
    },
    "text": _SHAPES | {"font-size", "text-anchor", "x", "y"},
}  # fmt: skip
ON_ALL = frozenset(
    (
        "aria-hidden", "aria-label", "aria-describedby", "aria-labelledby", "class",
        "data-search-skip", "id", "lang", "popover", "role", "tabindex", "title",
    )
)  # fmt: skip
SCHEMES = frozenset(("http", "https", "mailto", "tel"))
# With a scheme, or with the two slashes that keep the scheme and change the host. Browsers drop
# control signs from an address, and take a backslash for a slash.
_FAR = re.compile(r"[\x00-\x20]*(?:[A-Za-z][A-Za-z0-9+.\x00-\x20-]*:|[/\\][\x00-\x20]*[/\\])")
_TEXT = re.compile(r">[^<]*")
_REFERENCE = re.compile(
    r"&(?!(?:amp|lt|gt|quot);)(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);"
)


def clean_html(html: str) -> str:
    """Return `html` with nothing in it but what stands in `ALLOWED`, `ON_ALL` and `SCHEMES`.

    HTML that our renderers made comes out as it was, byte for byte, once it is `spell_alike`.
    """
    return _CLEANER.clean(html).replace("&nbsp;", "\u00a0")


def spell_alike(html: str) -> str:
    """Return HTML with its character references as the cleaner writes them: it has no others than
    for the signs of HTML itself, and in texts none for quotes.
    """
    named = _REFERENCE.sub(_spell, html) if "&" in html else html
    if "&quot;" not in named:
        return named
    return _TEXT.sub(lambda match: match.group().replace("&quot;", '"'), named)


def _spell(reference: re.Match[str]) -> str:
    return escape(unescape(reference.group()), quote=False).replace('"', "&quot;")


def _keep_near(tag: str, attribute: str, value: str) -> str | None:
    """Leave out the address of an image elsewhere: a browser would ask that host by itself."""
    return None if (tag, attribute) == ("img", "src") and _FAR.match(value) else value


_CLEANER = nh3.Cleaner(
    tags=set(ALLOWED),
    attributes={**{tag: set(names) for tag, names in ALLOWED.items()}, "*": set(ON_ALL)},
    tag_attribute_values={"button": {"type": {"button"}}},
    attribute_filter=_keep_near,
    url_schemes=set(SCHEMES),
    link_rel=None,
)
