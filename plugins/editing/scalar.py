"""A text as YAML that reads back as that text: plain where that is safe, else in quotes."""

import json
import re
from collections.abc import Iterable

# Letters first, and no sign that YAML or the next reader could take for its own.
_PLAIN = re.compile(r"[^\W\d_](?:[^\n:#\[\]{},&*!|>'\"%@`\\]|[,:](?=\S)){0,200}")
_IN_A_LIST = re.compile(r"[^\W\d_][\w ’.-]*")
# Words that other programs read as yes, no or nothing.
_WORDS = frozenset(("true", "false", "yes", "no", "on", "off", "null", "y", "n"))
_DATE = re.compile(r"\d{4}(-\d{2}){1,2}")


def render_scalar(text: str) -> str:
    """Return `text` as the value of a field."""
    plain = _PLAIN.fullmatch(text) or _DATE.fullmatch(text)
    return text if plain and _is_safe(text) else _quote(text)


def render_list(texts: Iterable[str]) -> str:
    """Return `texts` as a list on one line."""
    plain = (
        text if _IN_A_LIST.fullmatch(text) and _is_safe(text) else _quote(text) for text in texts
    )
    return f"[{', '.join(plain)}]"


def _is_safe(text: str) -> bool:
    return text.casefold() not in _WORDS and text == text.strip()


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
