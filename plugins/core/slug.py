"""A text as a plain name for anchors and files: lower case, no accents, hyphens between words."""

import re
import unicodedata


def find_slug(text: str) -> str:
    """Return the plain name of a text; empty when nothing of it is left."""
    decomposed = unicodedata.normalize("NFKD", text)
    plain = decomposed.encode("ascii", "ignore").decode("ascii").casefold()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
