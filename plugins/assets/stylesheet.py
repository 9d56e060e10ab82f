"""The style sheets of the theme as one file."""

from pathlib import Path

REGION_TOKENS = "tokens-regio.css"  # a region's own; the hub has no such file
# Layers come first, because they set the order of all that follows; print comes last.
_ORDER = (
    "layers.css", "tokens.css", REGION_TOKENS, "base.css", "layout.css", "components/*.css",
    "print.css",
)  # fmt: skip
JOINED = "site.css"


def find_stylesheets(folder: Path) -> tuple[Path, ...]:
    """Return the style sheets of ``theme/static/css`` in the order in which they must be read."""
    return tuple(path for pattern in _ORDER for path in sorted(folder.glob(pattern)))


def read_stylesheet(folder: Path) -> str:
    """Return all style sheets of `folder` as one text."""
    return "\n".join((*map(_read, find_stylesheets(folder)), ""))


def _read(path: Path) -> str:
    text = path.read_text(encoding="utf-8").strip()
    # Themes as others publish them stand in no layer; so they would win from print too.
    return f"@layer region {{\n{text}\n}}" if path.name == REGION_TOKENS else text
