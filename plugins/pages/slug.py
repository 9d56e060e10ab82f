"""The anchor that a heading gets from its text."""

import re
import unicodedata


def heading_slug(text: str, separator: str = "-") -> str:
    """Return a plain anchor for a heading: lower case, no accents, words joined by `separator`."""
    decomposed = unicodedata.normalize("NFKD", text)
    plain = decomposed.encode("ascii", "ignore").decode("ascii").casefold()
    return re.sub(r"[^a-z0-9]+", separator, plain).strip(separator) or "deel"
